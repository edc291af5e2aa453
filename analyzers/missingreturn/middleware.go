package missingreturn

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// isMiddleware reports whether a framework runs other handlers when f returns:
// f takes the context of such a framework, and runs them itself at another
// place or is registered to run before them.
func (v *visitor) isMiddleware(f *function) bool {
	if !v.chained(f.typ) {
		return false
	}
	if v.before[f.node] {
		return true
	}
	next := false
	ast.Inspect(f.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(v.pass.TypesInfo, n).(*types.Func)
			next = next || frameworks.RunsNext(frameworks.FuncOf(fn))
		}
		return !next
	})
	return next
}

// chained reports whether a function takes the context of a framework whose
// chain goes on by itself.
func (v *visitor) chained(typ *ast.FuncType) bool {
	for _, p := range typ.Params.List {
		if frameworks.ChainGoesOn(frameworks.TypeOf(v.pass.TypesInfo.TypeOf(p.Type))) {
			return true
		}
	}
	return false
}

// callsAbort reports whether a function calls a framework's Abort.
func (v *visitor) callsAbort(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn, _ := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func)
			found = found || frameworks.AbortsChain(frameworks.FuncOf(fn))
		}
		return !found
	})
	return found
}

// registered returns the functions of this package that it registers to run
// before other handlers.
func (v *visitor) registered() map[ast.Node]bool {
	before := make(map[ast.Node]bool)
	params := make(map[*types.Var]bool) // of this package's functions, that they register
	for {
		known := len(before) + len(params)
		for _, f := range v.pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					for _, arg := range append(v.middlewareOf(call), v.handedOn(call, params)...) {
						for _, fn := range v.functionsOf(arg) {
							before[fn] = true
						}
						if p := v.variable(arg); p != nil {
							params[p] = true
						}
					}
				}
				return true
			})
		}
		if len(before)+len(params) == known {
			return before
		}
	}
}

// handedOn returns the arguments of a call of this package's function that are
// for the given parameters.
func (v *visitor) handedOn(call *ast.CallExpr, params map[*types.Var]bool) []ast.Expr {
	fn, _ := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() != v.pass.Pkg {
		return nil
	}
	var all []ast.Expr
	for i := range min(fn.Signature().Params().Len(), len(call.Args)) {
		if params[fn.Origin().Signature().Params().At(i)] {
			all = append(all, call.Args[i])
		}
	}
	return all
}

// middlewareOf returns the arguments of a call that registers handlers which run
// before others: all of them if no route is registered, otherwise all but the
// last.
func (v *visitor) middlewareOf(call *ast.CallExpr) []ast.Expr {
	fn, _ := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Signature().Recv() == nil || !fn.Signature().Variadic() || call.Ellipsis.IsValid() {
		return nil
	}
	params := fn.Signature().Params()
	slice, ok := params.At(params.Len() - 1).Type().(*types.Slice)
	if !ok || !frameworks.IsChainHandler(frameworks.TypeOf(slice.Elem())) || len(call.Args) < params.Len() {
		return nil
	}
	args := call.Args[params.Len()-1:]
	switch fn.Name() {
	case "Use", "Group":
		return args
	}
	return args[:len(args)-1]
}

// functionsOf returns the functions of this package that e is or returns.
func (v *visitor) functionsOf(e ast.Expr) []ast.Node {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return []ast.Node{e}
	case *ast.Ident, *ast.SelectorExpr:
		if fn := expr.Func(v.pass.TypesInfo, e); fn != nil && v.decls[fn.Origin()] != nil {
			return []ast.Node{v.decls[fn.Origin()]}
		}
	case *ast.CallExpr:
		fn, _ := typeutil.Callee(v.pass.TypesInfo, e).(*types.Func)
		if fn == nil || v.decls[fn.Origin()] == nil {
			return nil
		}
		var all []ast.Node
		ast.Inspect(v.decls[fn.Origin()].Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ReturnStmt:
				if len(n.Results) == 1 {
					if lit, ok := ast.Unparen(n.Results[0]).(*ast.FuncLit); ok {
						all = append(all, lit)
					}
				}
			}
			return true
		})
		return all
	}
	return nil
}
