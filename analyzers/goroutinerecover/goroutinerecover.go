package goroutinerecover

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/nearest"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/errortext"
	"github.com/prodvet/prodvet/internal/summary/goroutine"
	"github.com/prodvet/prodvet/internal/summary/recovery"
	"github.com/prodvet/prodvet/internal/summary/requestpath"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Scope says which goroutines are reported: those that are started while a
	// request is served, which is the default, or all.
	Scope string `json:"scope" doc:"which goroutines: request, those that a request starts (default), or all"`

	// Runners are functions that recover for the function that they run on
	// another goroutine, although their source does not show it.
	Runners []string `json:"runners" doc:"functions that recover for what they run, as pkg/path.Name or pkg/path.Type.Name"`
}

// The scopes.
const (
	scopeRequest = "request"
	scopeAll     = "all"
)

// Validate reports a scope that there is not, and a runner that cannot name a
// function.
func (c Config) Validate() error {
	if scopes := []string{scopeRequest, scopeAll}; c.Scope != "" && !slices.Contains(scopes, c.Scope) {
		return fmt.Errorf("scope: there is no scope %q%s", c.Scope, nearest.Hint(c.Scope, scopes))
	}
	for _, r := range c.Runners {
		name := r[strings.LastIndexByte(r, '/')+1:]
		parts := strings.Split(name, ".")
		if len(parts) < 2 || slices.ContainsFunc(parts[1:], func(p string) bool { return p != "" && !token.IsIdentifier(p) }) || !token.IsIdentifier(parts[len(parts)-1]) {
			return fmt.Errorf("runners: %q names no function; write it as pkg/path.Name or pkg/path.Type.Name", r)
		}
	}
	return nil
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "goroutinerecover",
		Doc:      docs.MustExtract(doc, "goroutinerecover"),
		URL:      docs.URL("goroutinerecover"),
		Requires: []*analysis.Analyzer{recovery.Analyzer, requestpath.Analyzer, goroutine.Analyzer, callgraph.Analyzer, response.Analyzer, errortext.Analyzer},
		Run:      c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	v := &visitor{
		checker:    c,
		pass:       pass,
		report:     report,
		recovery:   pass.ResultOf[recovery.Analyzer].(*recovery.Result),
		goroutines: pass.ResultOf[goroutine.Analyzer].(*goroutine.Result),
		graph:      pass.ResultOf[callgraph.Analyzer].(*callgraph.Result),
		responses:  pass.ResultOf[response.Analyzer].(*response.Result),
		texts:      pass.ResultOf[errortext.Analyzer].(*errortext.Result),
		path:       pass.ResultOf[requestpath.Analyzer].(*requestpath.Result),
		seen:       make(map[any]bool),
	}
	for _, pos := range v.recovery.Ignored() {
		report.Suppressed(pos) // for the packages that call it
	}
	onPath := make(map[ast.Node]bool)
	for _, body := range v.path.Bodies() {
		onPath[body] = true
		if report.Silent(body.Pos()) {
			continue // a test or a generated file
		}
		ast.Inspect(body, func(n ast.Node) bool {
			v.node(n)
			return true
		})
	}
	v.elsewhere(onPath)
	v.allow()
	v.answers()
	return nil, nil
}

// answers looks at how middleware answers that recovers. What it is given of a
// request shows that it is one, so that the request path does not matter.
func (v *visitor) answers() {
	for _, f := range v.pass.Files {
		if v.report.Silent(f.FileStart) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Body != nil {
					v.middleware(n.Type, n.Body)
				}
			case *ast.FuncLit:
				v.middleware(n.Type, n.Body)
			case *ast.CallExpr:
				v.recoveries(n)
			case *ast.AssignStmt, *ast.CompositeLit:
				v.panicFields(n)
			}
			return true
		})
	}
}

// elsewhere looks at the functions that this package does not know to be on a
// request path: whether they are is for the link step to say.
func (v *visitor) elsewhere(onPath map[ast.Node]bool) {
	v.open = v.cfg.Scope != scopeAll
	for _, f := range v.pass.Files {
		if v.report.Silent(f.FileStart) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if onPath[n] {
				return false
			}
			v.node(n)
			return true
		})
	}
}

// visitor reports the goroutines of one package's request path.
type visitor struct {
	*checker
	pass       *analysis.Pass
	report     *suppress.Reporter
	recovery   *recovery.Result
	goroutines *goroutine.Result
	graph      *callgraph.Result
	responses  *response.Result
	texts      *errortext.Result
	path       *requestpath.Result
	open       bool // whether a request gets to what is visited is not known here
	// seen holds what was reported: a place in another package, or the position
	// of a defer that several goroutines share.
	seen map[any]bool
}

// node reports what n starts, if it is a go statement or a call.
func (v *visitor) node(n ast.Node) {
	for _, g := range v.goroutines.At(n) {
		switch {
		case g.Runner != nil && slices.Contains(v.cfg.Runners, frameworks.FuncOf(g.Runner).String()):
		case v.deliberate(g):
		case v.cfg.Scope == scopeAll && v.goroutines.StartedThere(g): // it is reported there, in the one place to mend
		case g.Defer != nil:
			v.ineffective(g)
		default:
			v.unrecovered(n, g, nil)
		}
	}
	if v.cfg.Scope == scopeAll {
		v.handed(n)
	}
	if call, ok := n.(*ast.CallExpr); ok && !v.open && !v.graph.Linking() && v.cfg.Scope != scopeAll {
		v.called(call)
	}
}

// handed reports the goroutines which n starts for functions that callers in
// other packages give. Who starts a request's goroutines does so with functions
// that these callers' findings are about; who asks for all wants to know of the
// function that protects nobody.
func (v *visitor) handed(n ast.Node) {
	for _, g := range v.goroutines.Handed(n) {
		recovers := func(fn *types.Func) bool { return slices.Contains(v.cfg.Runners, frameworks.FuncOf(fn).String()) }
		by := slices.DeleteFunc(g.By, func(gift goroutine.Gift) bool { return recovers(gift.To) })
		if len(by) > 0 && (g.Runner == nil || !recovers(g.Runner)) {
			v.unrecovered(n, g.Goroutine, &by[0])
		}
	}
}

// deliberate reports whether a goroutine is `go panic(v)`, which is written so
// that nothing can recover it: singleflight does so.
func (v *visitor) deliberate(g recovery.Goroutine) bool {
	id, ok := ast.Unparen(g.Func).(*ast.Ident)
	if !ok {
		return false
	}
	_, builtin := v.pass.TypesInfo.Uses[id].(*types.Builtin)
	return builtin
}

// unrecovered reports a goroutine that the package starts; by is nil if it is not
// for what it is given.
func (v *visitor) unrecovered(n ast.Node, g recovery.Goroutine, by *goroutine.Gift) {
	d := analysis.Diagnostic{
		// go func() {     wg.Go(func() {
		// ~~~~~~~~~       ~~~~~
		Pos:      n.Pos(),
		End:      g.Head.End(),
		Category: "unrecovered-goroutine",
		Message:  unrecovered(g, by),
	}
	if g.Call == nil {
		d.Pos = g.Head.Pos() // c.Cancel = func() {, DialContext: func() {
	}
	if lit, ok := ast.Unparen(g.Func).(*ast.FuncLit); ok {
		if g.Runner == nil && g.Call != nil {
			d.End = lit.Type.End()
		}
		if lit.Type.Results == nil { // a recover would return what says that all went well
			d.SuggestedFixes = v.deferRecover(lit.Body)
		}
	}
	if cause := v.cause(g); cause != nil && by == nil && v.graph.Linking() {
		d.Message += v.way(d.Pos)
		v.graph.ReachedByCause(v.report, d, !v.open, callgraph.Cause{Func: cause, Message: together(cause, g.Runner != nil)})
		return
	}
	v.finding(d)
}

// finding reports d, or has it reported should a request get there.
func (v *visitor) finding(d analysis.Diagnostic) {
	d.Message += v.way(d.Pos)
	if v.open {
		v.graph.IfReached(v.report, d)
		return
	}
	v.report.Report(d)
}

// way says how a request gets to what is visited, or has the link step say so.
func (v *visitor) way(pos token.Pos) string {
	if v.open {
		return callgraph.Path
	}
	if e, ok := v.path.Entry(pos); ok {
		return e.Reached()
	}
	return ""
}

// ineffective reports a defer that does not recover for a goroutine.
func (v *visitor) ineffective(g recovery.Goroutine) {
	if v.seen[g.Defer] {
		return
	}
	v.seen[g.Defer] = true
	v.finding(analysis.Diagnostic{
		Pos:            g.Defer.Pos(),
		End:            g.Defer.Call.Fun.End(),
		Category:       "ineffective-recover",
		Message:        ineffective(g.Exposure),
		SuggestedFixes: v.repairDefer(g.Ineffective),
		Related:        []analysis.RelatedInformation{{Pos: g.Head.Pos(), End: g.Head.End(), Message: "the goroutine is started here"}},
	})
}

// called reports a call of another package of the module that starts
// goroutines which no earlier call of this package starts.
func (v *visitor) called(call *ast.CallExpr) {
	fn, starts := v.goroutines.Called(call)
	var places []string
	for _, s := range starts {
		if !v.seen[s.Place] && !slices.Contains(v.cfg.Runners, s.Runner) {
			v.seen[s.Place] = true
			places = append(places, s.Place)
		}
	}
	if len(places) == 0 {
		return
	}
	v.report.Report(analysis.Diagnostic{
		Pos:      call.Pos(),
		End:      call.Fun.End(),
		Category: "unrecovered-goroutine",
		Message:  called(expr.Text(call.Fun, fn.Name()), places),
	})
}
