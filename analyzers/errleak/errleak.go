package errleak

import (
	_ "embed"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/errortext"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct{}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "errleak",
		Doc:      docs.MustExtract(doc, "errleak"),
		URL:      docs.URL("errleak"),
		Requires: []*analysis.Analyzer{errortext.Analyzer, callgraph.Analyzer},
		Run:      c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	graph := pass.ResultOf[callgraph.Analyzer].(*callgraph.Result)
	for _, l := range pass.ResultOf[errortext.Analyzer].(*errortext.Result).Leaks {
		d := analysis.Diagnostic{
			// c.JSON(500, err.Error())
			// ~~~~~~
			Pos: l.Expr.Pos(), End: end(l.Expr), Category: kind(l), Message: message(l),
		}
		switch {
		case l.Known || l.Carrier == nil && l.Framework == "":
			report.Report(d)
		case l.Returned:
			graph.IfUnhandled(report, d, l.Framework)
		case l.Carrier != nil || graph.Linking():
			graph.IfShown(report, d, l.Carrier, l.Framework)
		default:
			report.Report(d) // the framework's own handler sends it
		}
	}
	return nil, nil
}

// end returns where the name of what sends the text ends.
func end(e ast.Expr) token.Pos {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return e.Fun.End()
	case *ast.UnaryExpr:
		return end(e.X)
	case *ast.CompositeLit:
		return e.Type.End()
	}
	return e.End()
}
