package errleak

import (
	_ "embed"
	"go/ast"
	"go/token"
	"slices"

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
	v := &vet{pass: pass, report: report, graph: pass.ResultOf[callgraph.Analyzer].(*callgraph.Result)}
	texts := pass.ResultOf[errortext.Analyzer].(*errortext.Result)
	for _, g := range grouped(texts.Leaks) {
		v.group(g)
	}
	for _, fn := range texts.Takers {
		if report.Suppressed(fn.Pos()) {
			v.graph.Allow(fn)
		}
	}
	return nil, nil
}

// vet is the rule at work on one package.
type vet struct {
	pass   *analysis.Pass
	report *suppress.Reporter
	graph  *callgraph.Result
}

// group reports leaks of one group: where the text is made, if they are many.
func (v *vet) group(leaks []*errortext.Leak) {
	leaks = slices.DeleteFunc(leaks, func(l *errortext.Leak) bool { return v.report.Suppressed(l.Expr.Pos()) })
	linked := v.graph.Linking() && len(leaks) > 0 && leaks[0].Via != nil
	if len(leaks) >= callgraph.Many && !linked {
		v.finding(leaks[0], v.through(leaks))
		return
	}
	for _, l := range leaks {
		d := analysis.Diagnostic{
			// c.JSON(500, err.Error())
			// ~~~~~~
			Pos: l.Expr.Pos(), End: end(l.Expr), Category: kind(l), Message: message(l),
		}
		if !linked {
			v.finding(l, d)
			continue
		}
		carrier, framework := l.Carrier, l.Framework
		if l.Known {
			carrier, framework = nil, ""
		}
		cause := callgraph.Cause{Func: l.Via, Message: v.causes(l.Via, callgraph.Count)}
		v.graph.ByCause(v.report, d, cause, carrier, framework, l.Returned && !l.Known)
	}
}

// finding reports d, which is about l, if l gets to a client: now, or as the link
// step finds.
func (v *vet) finding(l *errortext.Leak, d analysis.Diagnostic) {
	switch {
	case l.Known || l.Carrier == nil && l.Framework == "":
		v.report.Report(d)
	case l.Returned:
		v.graph.IfUnhandled(v.report, d, l.Framework)
	case l.Carrier != nil || v.graph.Linking():
		v.graph.IfShown(v.report, d, l.Carrier, l.Framework)
	default:
		v.report.Report(d) // the framework's own handler sends it
	}
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
