package values

import (
	"go/ast"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// FromRequest reports whether e has to do with a request that is being served:
// whether it, or what its variables were made from, mentions a request, a
// response or a framework's context.
func (r *Result) FromRequest(e ast.Expr) bool {
	return r.Mentions(e, func(e ast.Expr) bool {
		t := r.info.TypeOf(e)
		return t != nil && frameworks.IsContext(frameworks.TypeOf(t))
	})
}

// Mentions reports whether yes holds for e, for an expression in e, or for one
// in what was ever assigned to the local variables of those.
func (r *Result) Mentions(e ast.Expr, yes func(ast.Expr) bool) bool {
	return r.mentions(e, yes, make(map[types.Object]bool))
}

func (r *Result) mentions(e ast.Expr, yes func(ast.Expr) bool, seen map[types.Object]bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if found || !ok {
			return !found
		}
		if _, ok := e.(*ast.FuncLit); ok {
			return false // what it mentions is not what it is
		}
		if yes(e) {
			found = true
			return false
		}
		id, ok := e.(*ast.Ident)
		if !ok {
			return true
		}
		obj, ok := r.info.Uses[id].(*types.Var)
		if !ok || seen[obj] || obj.IsField() {
			return true
		}
		seen[obj] = true
		for _, w := range r.index().writes[obj] {
			if w.value != nil && r.mentions(w.value, yes, seen) || w.from != nil && r.mentions(w.from, yes, seen) {
				found = true
			}
		}
		return !found
	})
	return found
}
