package recovery

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/suppress"
)

// Goroutine is a place that starts a goroutine.
type Goroutine struct {
	// Call is the go statement's call, or that of a runner such as
	// (*sync.WaitGroup).Go; nil for a field.
	Call *ast.CallExpr
	// Head names what starts it: Call.Fun, or a field such as the Cancel of an
	// exec.Cmd, where it is set.
	Head ast.Expr
	// Func is the function that the goroutine runs: the callee of a go
	// statement, an argument of a runner.
	Func ast.Expr
	// Runner is the function that starts it; nil for a go statement.
	Runner *types.Func
	// Place is where a runner of another package starts it; "" for those that
	// internal/frameworks knows.
	Place string
	Exposure
}

// GoroutinesAt returns the goroutines that n, a go statement or a call, starts.
// Runners of the same package are not among them: the go statement in the
// runner is.
func (r *Result) GoroutinesAt(n ast.Node) []Goroutine {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.goroutinesAt(n)
}

func (r *Result) goroutinesAt(n ast.Node) []Goroutine {
	switch n := n.(type) {
	case *ast.GoStmt:
		return []Goroutine{{Call: n.Call, Head: n.Call.Fun, Func: n.Call.Fun, Exposure: r.callExposure(n.Call)}}
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(r.info, n).(*types.Func)
		if !ok {
			return nil
		}
		if run := r.tables.runs[frameworks.FuncOf(fn)]; run != nil {
			f := r.runArgument(run, n)
			if f == nil || r.runnerRecovers(run, fn, n) {
				return nil
			}
			return []Goroutine{{Call: n, Head: n.Fun, Func: f, Runner: fn, Exposure: r.valueExposure(f)}}
		}
		own := r.decls[fn.Origin()] != nil
		var all []Goroutine
		for _, run := range r.fact(fn).Runs {
			if own && !run.Pooled {
				continue // the go statement there is found by itself
			}
			for _, f := range r.arguments(n, run.Param) {
				if r.info.Types[f].IsNil() {
					continue // it has none to run
				}
				all = append(all, Goroutine{Call: n, Head: n.Fun, Func: f, Runner: fn, Place: run.Place, Exposure: r.valueExposure(f)})
			}
		}
		return all
	case *ast.AssignStmt, *ast.CompositeLit:
		return r.fieldGoroutines(n)
	}
	return nil
}

// runArgument returns the function that call gives the runner, nil if there is
// none to be seen.
func (r *Result) runArgument(run *frameworks.Runner, call *ast.CallExpr) ast.Expr {
	if run.Arg >= len(call.Args) || r.info.Types[call.Args[run.Arg]].IsNil() {
		return nil
	}
	f := call.Args[run.Arg]
	if run.Wrapped == (frameworks.Func{}) {
		return f
	}
	wrap, ok := r.resolve(f).(*ast.CallExpr)
	if !ok || len(wrap.Args) == 0 {
		return nil
	}
	if fn, _ := typeutil.Callee(r.info, wrap).(*types.Func); frameworks.FuncOf(fn) != run.Wrapped {
		return nil
	}
	return wrap.Args[0]
}

// hasField reports whether the type whose method fn is has that field.
func hasField(fn *types.Func, name string) bool {
	recv := fn.Signature().Recv()
	if name == "" || recv == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), name)
	_, ok := obj.(*types.Var)
	return ok
}

// runs returns the parameters of fn that it runs on goroutines which nothing
// recovers, itself or by another function.
func (r *Result) runs(fn *types.Func, decl *ast.FuncDecl) (all []Run) {
	seen := make(map[int]bool)
	add := func(params []*types.Var, place string) {
		for _, i := range indexes(fn, params) {
			if !seen[i] {
				seen[i] = true
				all = append(all, Run{Param: i, Place: place})
			}
		}
	}
	for _, run := range r.pooled(fn, decl) {
		if !seen[run.Param] {
			seen[run.Param] = true
			all = append(all, run)
		}
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		for _, g := range r.goroutinesAt(n) {
			if len(g.Params) > 0 && r.drop(n.Pos()) {
				continue
			}
			place := g.Place
			if place == "" {
				place = r.place(n.Pos())
			}
			add(g.Params, place)
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		// Runners of the same package, which goroutinesAt leaves out.
		callee, ok := typeutil.Callee(r.info, call).(*types.Func)
		if !ok || r.decls[callee.Origin()] == nil {
			return true
		}
		for _, run := range r.fact(callee).Runs {
			for _, f := range r.arguments(call, run.Param) {
				add(r.valueExposure(f).Params, run.Place)
			}
		}
		return true
	})
	return all
}

// indexes returns the positions of params among those of fn.
func indexes(fn *types.Func, params []*types.Var) (is []int) {
	list := fn.Signature().Params()
	for _, p := range params {
		for i := range list.Len() {
			if list.At(i) == p {
				is = append(is, i)
			}
		}
	}
	return is
}

// Place names a position for a message in another package:
// "package/file.go:12".
func (r *Result) Place(pos token.Pos) string { return r.place(pos) }

func (r *Result) place(pos token.Pos) string {
	p := suppress.Position(r.pass, pos)
	pkg := r.pass.Pkg.Path()
	if v := path.Base(pkg); len(v) > 1 && v[0] == 'v' && strings.Trim(v[1:], "0123456789") == "" && path.Dir(pkg) != "." {
		pkg = path.Dir(pkg) // pool/v2
	}
	return fmt.Sprintf("%s/%s:%d", path.Base(pkg), filepath.Base(p.Filename), p.Line)
}

// RunsArgument reports whether a function that is given as argument i runs
// before or beside what follows the call: the callee calls it or runs it on a
// goroutine, and does not only keep it.
func (r *Result) RunsArgument(call *ast.CallExpr, i int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	fn, ok := typeutil.Callee(r.info, call).(*types.Func)
	if !ok {
		return false
	}
	if run := r.tables.runs[frameworks.FuncOf(fn)]; run != nil {
		return run.Arg == i
	}
	if r.tables.isHarmless(frameworks.FuncOf(fn)) {
		return true // (*sync.Once).Do
	}
	f := r.fact(fn)
	return slices.Contains(f.Calls, i) || slices.Contains(f.Guarded, i) || slices.ContainsFunc(f.Runs, func(run Run) bool { return run.Param == i })
}

// Dropped reports whether a finding at pos is dropped in this package, so that
// it shall not be carried to others: in a test, in a generated file, or by a
// directive.
func (r *Result) Dropped(pos token.Pos) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.drop(pos)
}

func (r *Result) drop(pos token.Pos) bool {
	if !r.dropped.Suppressed(pos) {
		return false
	}
	r.ignored = append(r.ignored, pos)
	return true
}

// Ignored returns the positions for which Dropped was true so far: the
// directives there have their use.
func (r *Result) Ignored() []token.Pos {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.ignored)
}

// Helpers returns the functions of a package that recover when they are
// deferred and that have neither parameters nor results, by name: all of this
// package's, the exported ones of another's.
func (r *Result) Helpers(pkg *types.Package) (helpers []*types.Func) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, name := range pkg.Scope().Names() {
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		if !ok || pkg != r.pass.Pkg && !fn.Exported() {
			continue
		}
		sig := fn.Signature()
		if sig.TypeParams() == nil && sig.Params().Len() == 0 && sig.Results().Len() == 0 && r.fact(fn).Recovers {
			helpers = append(helpers, fn)
		}
	}
	return helpers
}

// Arguments returns what call gives for parameter i of its callee.
func (r *Result) Arguments(call *ast.CallExpr, i int) []ast.Expr { return r.arguments(call, i) }
