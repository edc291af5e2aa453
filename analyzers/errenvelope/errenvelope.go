package errenvelope

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/census"
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
		Requires: []*analysis.Analyzer{inspect.Analyzer, response.Analyzer, errorvalue.Analyzer, census.Analyzer, callgraph.Analyzer},
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
	v := newVet(pass, c.cfg, res)
	v.graph.JudgesErrors(v.declared || v.exempt, v.ownEnvelopes())
	v.graph.Configures(v.configuredEnvelope(), v.exempt)
	if len(res.Writes) == 0 && len(values.Sites) == 0 || v.exempt {
		return nil, nil
	}
	for _, f := range v.findings(values, report) {
		f.Related = f.related()
		switch {
		case f.asks && !f.sure: // two open questions are one too many
		case f.asks:
			v.graph.IfOffEnvelope(report, f.Diagnostic, f.site)
		case len(f.carriers) > 0 && (v.graph.Linking() || !f.sure):
			v.graph.IfMade(report, f.Diagnostic, f.carriers, f.sure)
		case f.collects != "" && v.graph.Linking():
			v.graph.IfUnfilled(report, f.Diagnostic, f.collects)
		default:
			report.Report(f.Diagnostic)
		}
	}
	v.returned(values, v.graph, report)
	return nil, nil
}

// findings judges the error responses of the package. A helper of this module
// is judged once, at its first call.
func (v *vet) findings(values *errorvalue.Result, report *suppress.Reporter) (findings []*finding) {
	helpers := make(map[*types.Func]*finding)
	last := token.NoPos // of the call judged last
	for _, w := range v.sorted() {
		if w.Call.Pos() == last || report.Silent(w.Call.Pos()) {
			continue
		}
		carriers := values.CarriersOf(w)
		sure := w.Error || values.SendsErrors(w) || v.saysSo(w)
		f, ok := v.check(w, sure || len(carriers) > 0 && w.Complete())
		if !ok {
			continue
		}
		last = w.Call.Pos()
		f.calls, f.sites, f.carriers, f.sure = w.Calls, values.SitesOf(w), carriers, sure
		if !f.asks && !w.Foreign {
			f.SuggestedFixes = v.fixes(w)
		}
		if w.Collects && !v.strict {
			f.collects = values.Collector()
		}
		if w.Foreign && !w.OtherModule {
			if (w.Judged || v.saysSo(w)) && (f.asks || v.judgedThere(w.Callee.Pkg())) {
				continue
			}
			// Once is enough: it is the helper that has to change.
			if first := helpers[w.Callee]; first != nil {
				first.calls = append(first.calls, w.Call)
				continue
			}
			helpers[w.Callee] = f
			f.site.Helper = frameworks.FuncOf(w.Callee).String()
		}
		findings = append(findings, f)
	}
	return findings
}

// check returns the finding about one response, which is an error's, perhaps.
func (v *vet) check(w *response.Write, isError bool) (*finding, bool) {
	d, contradicts := v.contradiction(w)
	if isError && !v.writesEnvelope(w) {
		if f, ok := v.judge(w); ok && !(f.asks && contradicts) {
			return f, true
		}
	}
	return &finding{Diagnostic: d}, contradicts
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
	// asks: only the whole program tells what errors are like here, and so
	// whether this is one; site is what it has to know.
	asks bool
	site link.Site
	// collects is the framework to whose middleware an error is left as well.
	collects string
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
		switch {
		case s.Returned():
			message = "returns what it answers with"
		case s.Collected:
			message = "leaves it an error to answer with"
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
