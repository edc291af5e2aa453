package callgraph

import (
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/suppress"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// IfOpen reports d if a program has the package and says with Open that nothing
// in it does what is missing at the place with this key. It is the link step
// that answers, as with IfReached.
func (r *Result) IfOpen(report *suppress.Reporter, d analysis.Diagnostic, key string) {
	if d, ok := report.Finding(d); ok && r.recording {
		r.gaps = append(r.gaps, link.Gap{Rule: report.Rule(), Key: key, Diagnostic: vetjson.FromAnalysis(r.pass.Fset, d)})
	}
}

// Open says of a program that what is missing at a place of another package is
// nowhere in it.
func (r *Result) Open(key string) { r.open = append(r.open, key) }
