package errenvelope

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
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
		Requires: []*analysis.Analyzer{inspect.Analyzer, response.Analyzer, errorvalue.Analyzer, callgraph.Analyzer},
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
	values := pass.ResultOf[errorvalue.Analyzer].(*errorvalue.Result)
	misplaced(res, report)
	if len(res.Writes) == 0 && len(values.Sites) == 0 {
		return nil, nil
	}
	v := newVet(pass, c.cfg, res)
	if !v.expectsJSON() {
		return nil, nil
	}
	helpers := make(map[*types.Func]*finding) // of this module, by their first call
	var findings []*finding
	last := token.NoPos // of the call reported last
	for _, w := range v.sorted() {
		carriers := values.CarriersOf(w)
		sure := w.Error || values.SendsErrors(w)
		if !sure && (len(carriers) == 0 || !w.Complete()) || w.Call.Pos() == last || report.Silent(w.Call.Pos()) || v.writesEnvelope(w) {
			continue
		}
		d, ok := v.judge(w)
		if !ok {
			continue
		}
		last = w.Call.Pos()
		f := &finding{d, w.Calls, values.SitesOf(w), carriers, sure}
		if w.Foreign && !w.OtherModule {
			if w.Judged && v.judgedThere(w.Callee.Pkg()) {
				continue
			}
			// Once is enough: it is the helper that has to change.
			if first := helpers[w.Callee]; first != nil {
				first.calls = append(first.calls, w.Call)
				continue
			}
			helpers[w.Callee] = f
		}
		findings = append(findings, f)
	}
	graph := pass.ResultOf[callgraph.Analyzer].(*callgraph.Result)
	for _, f := range findings {
		f.Related = f.related()
		if len(f.carriers) > 0 && (graph.Linking() || !f.sure) {
			graph.IfMade(report, f.Diagnostic, f.carriers, f.sure)
		} else {
			report.Report(f.Diagnostic)
		}
	}
	v.returned(values, graph, report)
	return nil, nil
}

// finding is a diagnostic with the other calls that it stands for.
type finding struct {
	analysis.Diagnostic
	calls []*ast.CallExpr
	sites []*errorvalue.Site // of the values that it sends
	// carriers are the types of such values, which other packages may make. Not
	// sure: it is a finding only if some are made with the status of an error.
	carriers []*types.TypeName
	sure     bool
}

// related lists the calls that make a helper answer an error, and the places
// where the values are made that it answers with.
func (f *finding) related() []analysis.RelatedInformation {
	var all []analysis.RelatedInformation
	for _, call := range f.calls {
		all = append(all, analysis.RelatedInformation{Pos: call.Pos(), End: call.End(), Message: "answers an error through it"})
	}
	for _, s := range f.sites {
		message := "makes an error that it answers with"
		if s.Returned() {
			message = "returns what it answers with"
		}
		all = append(all, analysis.RelatedInformation{Pos: s.Expr.Pos(), End: s.Expr.End(), Message: message})
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
