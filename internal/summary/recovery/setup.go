package recovery

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// makers are the calls whose results a variable or field is set to, also with
// other results; nil among them for anything else.
type makers map[*types.Var][]*ast.CallExpr

// collectMakers finds what the package's variables and fields are set to.
func collectMakers(in *inspector.Inspector, info *types.Info) makers {
	m := make(makers)
	set := func(lhs, rhs ast.Expr) {
		if v := expr.Var(info, lhs); v != nil {
			call, _ := ast.Unparen(rhs).(*ast.CallExpr)
			m[v] = append(m[v], call)
		}
	}
	setAll := func(lhs, rhs []ast.Expr) {
		for i, l := range lhs {
			switch {
			case len(rhs) == len(lhs):
				set(l, rhs[i])
			case len(rhs) == 1:
				set(l, rhs[0])
			}
		}
	}
	for c := range in.Root().Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.CompositeLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.AssignStmt:
			setAll(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			lhs := make([]ast.Expr, len(n.Names))
			for i, id := range n.Names {
				lhs[i] = id
			}
			setAll(lhs, n.Values)
		case *ast.CompositeLit:
			for _, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					if id, ok := kv.Key.(*ast.Ident); ok {
						set(id, kv.Value)
					}
				}
			}
		}
	}
	return m
}

// runnerRecovers reports whether the runner, as it is called here, recovers for
// what it runs. Where its options are not all seen, and could make it recover,
// it does.
func (r *Result) runnerRecovers(run *frameworks.Runner, fn *types.Func, call *ast.CallExpr) bool {
	version := ""
	if len(run.RecoversIn) > 0 {
		version = frameworks.ModuleVersion(r.pass.Fset, fn.Pkg())
	}
	recovers := run.RecoversAt(version) || version == "" && hasField(fn, run.PropagatesIf)
	if len(run.Unless) == 0 {
		return recovers
	}
	changed, known := r.options(run, call.Args)
	if changed {
		return !recovers
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || r.info.Selections[sel] == nil {
		return recovers || !known
	}
	made := r.made(sel.X)
	if len(made) == 0 {
		known = false
	}
	for _, c := range made {
		if c == nil {
			known = false
			continue
		}
		changed, all := r.options(run, c.Args)
		if changed {
			return !recovers
		}
		known = known && all
	}
	return recovers || !known
}

// made returns the calls that make the value of e.
func (r *Result) made(e ast.Expr) []*ast.CallExpr {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		return []*ast.CallExpr{call}
	}
	if v := expr.Var(r.info, e); v != nil && !r.outside(v) {
		return r.makers[v]
	}
	return nil
}

// outside reports whether other packages may set v.
func (r *Result) outside(v *types.Var) bool {
	return v.Pkg() != r.pass.Pkg || v.Exported() && v.Parent() == v.Pkg().Scope()
}

// options looks for an option that changes the runner in the arguments, and in
// theirs. known is false if some of the arguments may be such an option.
func (r *Result) options(run *frameworks.Runner, args []ast.Expr) (changed, known bool) {
	known = true
	for _, a := range args {
		call, ok := r.resolve(a).(*ast.CallExpr)
		if !ok {
			known = known && !r.mayBeOption(run, a)
			continue
		}
		if r.isOption(run, call) {
			return true, true
		}
		changed, all := r.options(run, call.Args)
		if changed {
			return true, true
		}
		known = known && all
	}
	return false, known
}

// isOption reports whether call makes an option that changes the runner.
func (r *Result) isOption(run *frameworks.Runner, call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(r.info, call).(*types.Func)
	for _, o := range run.Unless {
		if fn == nil || o.Func != frameworks.FuncOf(fn) {
			continue
		}
		return !o.IfPanics || len(call.Args) > 0 && r.callsPanic(call.Args[0])
	}
	return false
}

// callsPanic reports whether a function literal or function of the package
// panics on purpose.
func (r *Result) callsPanic(f ast.Expr) bool {
	var body *ast.BlockStmt
	switch x := r.resolve(f).(type) {
	case *ast.FuncLit:
		body = x.Body
	default:
		if fn := r.function(x); fn != nil && r.decls[fn.Origin()] != nil {
			body = r.decls[fn.Origin()].Body
		}
	}
	found := false
	if body != nil {
		ownNodes(body, func(n ast.Node) {
			if call, ok := n.(*ast.CallExpr); ok && r.isBuiltin(call, "panic") {
				found = true
			}
		})
	}
	return found
}

// mayBeOption reports whether an argument that is no call has a type of the
// runner's library, or is a list of such.
func (r *Result) mayBeOption(run *frameworks.Runner, a ast.Expr) bool {
	t := r.info.TypeOf(a)
	if t == nil {
		return false
	}
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	return frameworks.TypeOf(t).Pkg == run.Pkg
}

// fieldGoroutines returns the goroutines for which n, an assignment or a
// composite literal, sets a function: fields that a library calls on a
// goroutine of its own. Only functions that this package shows count.
func (r *Result) fieldGoroutines(n ast.Node) (all []Goroutine) {
	add := func(head ast.Expr, t types.Type, name string, f ast.Expr) {
		known := r.tables.fields[field{frameworks.TypeOf(t), name}]
		if known == nil || r.meansOthers(f, known) {
			return
		}
		switch x := r.resolve(f).(type) {
		case *ast.FuncLit:
		default:
			if fn := r.function(x); fn == nil || r.decls[fn.Origin()] == nil {
				return
			}
		}
		all = append(all, Goroutine{Head: head, Func: f, Exposure: r.valueExposure(f)})
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if sel, ok := lhs.(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) && r.info.TypeOf(sel.X) != nil {
				add(sel, r.info.TypeOf(sel.X), sel.Sel.Name, n.Rhs[i])
			}
		}
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					add(id, r.info.TypeOf(n), id.Name, kv.Value)
				}
			}
		}
	}
	return all
}

// meansOthers reports whether a function literal speaks of constants other than
// the one for which the field runs it on that goroutine, and not of that one.
func (r *Result) meansOthers(f ast.Expr, known *frameworks.RunnerField) bool {
	if known.Only == "" {
		return false
	}
	others, it := false, false
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if c, ok := r.info.Uses[id].(*types.Const); ok && c.Pkg() != nil && c.Pkg().Path() == known.Pkg {
				if c.Name() == known.Only {
					it = true
				} else {
					others = true
				}
			}
		}
		return true
	})
	return others && !it
}
