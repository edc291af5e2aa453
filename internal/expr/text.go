package expr

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// Text returns e as the user wrote it, or alternative if it is no name or is
// too long to be read in a message.
func Text(e ast.Expr, alternative string) string {
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.Ident, *ast.SelectorExpr, *ast.ParenExpr, *ast.StarExpr, *ast.IndexExpr, *ast.BasicLit:
		case *ast.UnaryExpr:
			ok = ok && n.Op == token.AND
		case *ast.CallExpr:
			ok = ok && len(n.Args) == 0
		default:
			ok = false
		}
		return ok
	})
	s := types.ExprString(e)
	if ok && len(s) <= 50 && !strings.Contains(s, "\n") {
		return s
	}
	if sel, isSel := ast.Unparen(e).(*ast.SelectorExpr); isSel {
		if x := Text(sel.X, ""); x != "" {
			return x + "." + sel.Sel.Name
		}
		if call, isCall := ast.Unparen(sel.X).(*ast.CallExpr); isCall {
			if fun := Text(call.Fun, ""); fun != "" && len(fun) <= 50 {
				return fun + "(…)." + sel.Sel.Name
			}
		}
		return sel.Sel.Name
	}
	return alternative
}
