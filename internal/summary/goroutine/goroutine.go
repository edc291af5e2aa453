// Package goroutine finds the goroutines that a package starts and that
// nothing recovers, and tells the importers of a function what it starts.
package goroutine

import (
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/recovery"
	"github.com/prodvet/prodvet/internal/summary/requestpath"
)

// Analyzer finds the goroutines of one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_goroutine",
	Doc:        "summarise which functions start goroutines that nothing recovers",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, recovery.Analyzer, requestpath.Analyzer},
	FactTypes:  []analysis.Fact{new(Fact)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Fact says which goroutines a function starts, by itself or through what it
// calls, that nothing recovers and that its own package does not report.
type Fact struct{ Starts []Start }

// Start is one goroutine that nothing recovers.
type Start struct {
	Place  string // "package/file.go:12"
	Runner string // the runner that starts it, as in configuration; "" for a go statement
}

func (*Fact) AFact() {}

func (f *Fact) String() string {
	s := "starts:"
	for _, st := range f.Starts {
		s += " " + st.Place
	}
	return s
}

// maxStarts bounds a fact's size. A message names one.
const maxStarts = 8

// Result tells which goroutines functions start. It does not change.
type Result struct {
	pass     *analysis.Pass
	info     *types.Info
	recovery *recovery.Result
	path     *requestpath.Result
	decls    map[*types.Func]*ast.FuncDecl
	memo     map[*types.Func][]Start
	// calls are the package's calls of its own functions.
	calls map[*types.Func][]*ast.CallExpr
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pass:     pass,
		info:     pass.TypesInfo,
		recovery: pass.ResultOf[recovery.Analyzer].(*recovery.Result),
		path:     pass.ResultOf[requestpath.Analyzer].(*requestpath.Result),
		decls:    make(map[*types.Func]*ast.FuncDecl),
		memo:     make(map[*types.Func][]Start),
		calls:    make(map[*types.Func][]*ast.CallExpr),
	}
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	var order []*types.Func
	for c := range in.Root().Preorder((*ast.FuncDecl)(nil), (*ast.CallExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			if fn, ok := pass.TypesInfo.Defs[n.Name].(*types.Func); ok && n.Body != nil {
				r.decls[fn] = n
				order = append(order, fn)
			}
		case *ast.CallExpr:
			if fn, ok := typeutil.Callee(r.info, n).(*types.Func); ok && fn.Pkg() == pass.Pkg {
				r.calls[fn.Origin()] = append(r.calls[fn.Origin()], n)
			}
		}
	}
	if frameworks.Standard(pass) {
		return r, nil
	}
	for _, fn := range order {
		if r.path.Has(fn) {
			continue // this package reports what it starts
		}
		if starts := r.starts(fn); len(starts) > 0 {
			pass.ExportObjectFact(fn, &Fact{starts})
		}
	}
	return r, nil
}

// At returns the goroutines that n, a go statement or a call, starts and that
// nothing recovers.
func (r *Result) At(n ast.Node) []recovery.Goroutine {
	var exposed []recovery.Goroutine
	for _, g := range r.recovery.GoroutinesAt(n) {
		if g.Exposed() || r.givenExposed(g.Params) {
			exposed = append(exposed, g)
		}
	}
	return exposed
}

// givenExposed reports whether a call in this package gives one of the
// parameters a function that can panic. What other packages give is reported
// where they do.
func (r *Result) givenExposed(params []*types.Var) bool {
	for _, p := range params {
		for fn, calls := range r.calls {
			i := indexOf(fn.Signature().Params(), p)
			if i < 0 {
				continue
			}
			for _, call := range calls {
				for _, f := range r.recovery.Arguments(call, i) {
					if r.recovery.ExposureOf(f).Exposed() {
						return true
					}
				}
			}
		}
	}
	return false
}

// Handed is a goroutine that only calls functions which other packages give to
// this one.
type Handed struct {
	recovery.Goroutine
	By []Gift
}

// Gift is a function that the goroutine calls, and what other packages give it
// to.
type Gift struct {
	Param *types.Var
	To    *types.Func
	// Within: the goroutine runs a function of its own, which calls the given one.
	Within bool
}

// Handed returns the goroutines that n, a go statement or a call, starts, that
// nothing recovers, and that call what other packages give: unknown code, which
// can panic. Those of At are not among them, nor those that another function of
// the module starts for n.
func (r *Result) Handed(n ast.Node) (handed []Handed) {
	for _, g := range r.recovery.GoroutinesAt(n) {
		if g.Exposed() || r.givenExposed(g.Params) || r.StartedThere(g) {
			continue
		}
		h := Handed{Goroutine: g}
		seen := make(map[*types.Var]bool)
		for _, p := range g.Params {
			for _, fn := range r.givenBy(p, seen) {
				h.By = append(h.By, Gift{p, fn, r.declared(g.Func)})
			}
		}
		if len(h.By) > 0 {
			handed = append(handed, h)
		}
	}
	return handed
}

// StartedThere reports whether it is another function of the module that
// starts the goroutine, with what it is given here.
func (r *Result) StartedThere(g recovery.Goroutine) bool {
	return g.Runner != nil && g.Place != "" && g.Runner.Pkg() != nil && r.recovery.SameModule(g.Runner.Pkg())
}

// givenBy returns the functions by which other packages give parameter p its
// value: p's own if it is exported, and those that hand on a parameter of
// theirs. A context's cancel function is none that panics, whoever gives it;
// of the parameters of function literals it is not known who gives them.
func (r *Result) givenBy(p *types.Var, seen map[*types.Var]bool) (by []*types.Func) {
	if seen[p] || frameworks.TypeOf(p.Type()).Pkg == "context" {
		return nil
	}
	seen[p] = true
	fn := r.owner(p)
	if fn == nil {
		return nil
	}
	if fn.Exported() && (r.pass.Pkg.Name() != "main" || fn.Signature().Recv() != nil) {
		by = append(by, fn)
	}
	for _, call := range r.calls[fn] {
		for _, f := range r.recovery.Arguments(call, indexOf(fn.Signature().Params(), p)) {
			for _, q := range r.recovery.ExposureOf(f).Params {
				by = append(by, r.givenBy(q, seen)...)
			}
		}
	}
	return by
}

// declared reports whether f names a declared function or method.
func (r *Result) declared(f ast.Expr) bool {
	return expr.Func(r.info, f) != nil
}

// owner returns the declared function that has the parameter.
func (r *Result) owner(p *types.Var) *types.Func {
	for fn, decl := range r.decls {
		if decl.Type.Pos() <= p.Pos() && p.Pos() < decl.Type.End() && indexOf(fn.Signature().Params(), p) >= 0 {
			return fn
		}
	}
	return nil
}

func indexOf(t *types.Tuple, v *types.Var) int {
	for i := range t.Len() {
		if t.At(i) == v {
			return i
		}
	}
	return -1
}

// Called returns what the function of another package of the same module that
// call calls starts.
func (r *Result) Called(call *ast.CallExpr) (*types.Func, []Start) {
	fn, ok := typeutil.Callee(r.info, call).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg() == r.pass.Pkg || !r.recovery.SameModule(fn.Pkg()) {
		return nil, nil
	}
	var f Fact
	if !r.pass.ImportObjectFact(fn.Origin(), &f) {
		return nil, nil
	}
	return fn, f.Starts
}

// starts returns what fn, of this package, starts.
func (r *Result) starts(fn *types.Func) []Start {
	fn = fn.Origin()
	if s, ok := r.memo[fn]; ok {
		return s
	}
	r.memo[fn] = nil
	decl := r.decls[fn]
	if decl == nil {
		return nil
	}
	var all []Start
	add := func(more ...Start) {
		for _, s := range more {
			if len(all) < maxStarts && !contains(all, s) {
				all = append(all, s)
			}
		}
	}
	r.running(decl.Body, func(n ast.Node) {
		for _, g := range r.At(n) {
			if r.recovery.Dropped(n.Pos()) {
				continue
			}
			s := Start{Place: r.recovery.Place(n.Pos())}
			if g.Runner != nil {
				s.Runner = frameworks.FuncOf(g.Runner).String()
			}
			add(s)
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		if callee, starts := r.Called(call); callee != nil {
			if len(starts) > 0 && !r.recovery.Dropped(call.Pos()) {
				add(starts...)
			}
		} else if callee, ok := typeutil.Callee(r.info, call).(*types.Func); ok && !r.path.Has(callee) {
			add(r.starts(callee)...)
		}
	})
	r.memo[fn] = all
	return all
}

func contains(all []Start, s Start) bool {
	for _, a := range all {
		if a == s {
			return true
		}
	}
	return false
}

// running calls f for the nodes of body that run when it is called: not those
// of function literals that are stored, returned or handed to functions that do
// so. A literal runs if it is called, deferred, started, or given to a function
// that calls it.
func (r *Result) running(body ast.Node, f func(ast.Node)) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			f(n)
			if lit, ok := ast.Unparen(n.Fun).(*ast.FuncLit); ok {
				r.running(lit.Body, f)
			}
			for i, a := range n.Args {
				if lit, ok := ast.Unparen(a).(*ast.FuncLit); ok && r.recovery.RunsArgument(n, i) {
					r.running(lit.Body, f)
				}
			}
		default:
			f(n)
		}
		return true
	})
}
