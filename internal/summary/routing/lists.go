package routing

import (
	"go/ast"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// then walks a call that runs a list of middleware around the handler that it is
// given (alice's Then), and returns the handler if that is, or holds, a router.
func (w *walker) then(call *ast.CallExpr) int {
	r := None
	for _, arg := range w.args(call) {
		if arg != None {
			r = arg
		}
	}
	if r == None {
		return None
	}
	list := w.p.listAround(call)
	child := w.reg.add(Router{Origin: Derived, Parent: r, Param: None, Name: callName(call), site: siteOf(call)})
	w.event(Event{Op: Wrap, Router: r, Child: child, Middleware: list, Name: callName(call), site: siteOf(call)})
	return child
}

// listAround returns the middleware that call, of a list's method like alice's
// Then, runs around the handler that it is given; outermost first.
func (p *pkg) listAround(call *ast.CallExpr) []Middleware {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	return p.list(sel.X, 0)
}

// maxLists bounds how many calls the making of a list is followed through.
const maxLists = 20

// list returns the middleware of the list that e is.
func (p *pkg) list(e ast.Expr, depth int) []Middleware {
	unknown := []Middleware{{Name: exprName(e), Unknown: true, site: siteOf(e)}}
	if depth > maxLists {
		return unknown
	}
	if v := expr.Var(p.info, e); v != nil {
		if init := p.only(v); init != nil {
			return p.list(init, depth+1)
		}
		return unknown
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return unknown
	}
	fn := p.callee(call)
	if fn == nil {
		return unknown
	}
	var before []Middleware
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && p.info.Selections[sel] != nil {
		before = p.list(sel.X, depth+1)
	}
	switch frameworks.ListOpOf(fn) {
	case frameworks.ListNew, frameworks.ListAppend:
		return append(before, p.middlewares(call, 0)...)
	case frameworks.ListExtend:
		for _, a := range call.Args {
			before = append(before, p.list(a, depth+1)...)
		}
		return before
	}
	return unknown
}
