package errenvelope

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "errenvelope",
		Doc:      docs.MustExtract(doc, "errenvelope"),
		URL:      docs.URL("errenvelope"),
		Requires: []*analysis.Analyzer{inspect.Analyzer, response.Analyzer},
		Run:      c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	res := pass.ResultOf[response.Analyzer].(*response.Result)
	misplaced(res, report)
	if len(res.Writes) == 0 {
		return nil, nil
	}
	v := newVet(pass, c.cfg, res)
	if !v.expectsJSON() {
		return nil, nil
	}
	seen := make(map[string]bool) // helpers of this module that are reported
	for _, w := range v.sorted() {
		if !w.Error || report.Silent(w.Call.Pos()) || v.writesEnvelope(w) {
			continue
		}
		d, ok := v.judge(w)
		if !ok {
			continue
		}
		if w.Foreign && !w.OtherModule {
			// Its own package could not tell that it answers errors. Once is
			// enough: it is the helper that has to change.
			name := w.Callee.FullName()
			if w.Judged || seen[name] {
				continue
			}
			seen[name] = true
		}
		d.Related = related(w)
		report.Report(d)
	}
	return nil, nil
}

// maxRelated bounds how many calls of a helper a finding lists.
const maxRelated = 20

// related lists the calls that make a helper answer an error.
func related(w *response.Write) []analysis.RelatedInformation {
	var all []analysis.RelatedInformation
	for _, call := range w.Calls[:min(len(w.Calls), maxRelated)] {
		all = append(all, analysis.RelatedInformation{Pos: call.Pos(), End: call.End(), Message: "answers an error through it"})
	}
	return all
}

// misplaced reports the directives that stand above nothing they could mean.
func misplaced(res *response.Result, report *suppress.Reporter) {
	for _, c := range res.Misplaced {
		report.Report(analysis.Diagnostic{
			Pos: c.Pos(), End: c.End(), Category: "directive",
			Message: "//prodvet:envelope marks nothing here; put it above the type of the envelope or the function that writes it",
		})
	}
}
