package recovery

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Middleware reports whether e, which is used as a middleware or a handler,
// recovers the panics of what it wraps: the handler that it is given, or the
// rest of the chain (gin's c.Next). e may be a function, a method value, a
// function literal, a variable, a call that returns a middleware, or a handler
// wrapped by one.
func (r *Result) Middleware(e ast.Expr) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	t := r.info.TypeOf(e)
	return t != nil && (r.isHandler(t) && r.guards(e) == 1 || r.isMiddleware(t) && r.guards(e) == 2)
}

// isHandler reports whether a value of type t serves requests: a function that
// takes a framework's context, or a type with a ServeHTTP method.
func (r *Result) isHandler(t types.Type) bool {
	if sig, ok := t.Underlying().(*types.Signature); ok && r.takesContext(sig) {
		return true
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	_, ok := obj.(*types.Func)
	return ok
}

// isMiddleware reports whether t is a function from a handler to a handler.
func (r *Result) isMiddleware(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Results().Len() != 1 || !r.isHandler(sig.Results().At(0).Type()) {
		return false
	}
	for v := range sig.Params().Variables() {
		if r.isHandler(v.Type()) {
			return true
		}
	}
	return false
}

// maxLayers bounds the calls between a function and the handler it makes:
// options → middleware → handler.
const maxLayers = 4

// layers returns how often a value of type t must be called before a request
// is served by it: 0 for a handler, 1 for a function that returns a handler.
// A middleware of type func(http.Handler) http.Handler has 1, as has a
// constructor of a handler.
func (r *Result) layers(t types.Type) int {
	for n := range maxLayers {
		sig, ok := t.Underlying().(*types.Signature)
		if !ok || sig.Results().Len() != 1 || r.takesContext(sig) {
			return n
		}
		t = sig.Results().At(0).Type()
	}
	return maxLayers
}

// takesContext reports whether a function runs while a request is served: one
// of its parameters is a framework's context.
func (r *Result) takesContext(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if frameworks.IsContext(frameworks.TypeOf(v.Type())) {
			return true
		}
	}
	return false
}

// guards returns for a value what Fact.Guards is for a function: 0, or 1 + the
// number of calls after which a recover is in place. The value stands within
// the bodies of functions that are being looked at.
func (r *Result) guards(e ast.Expr, within ...*ast.BlockStmt) int {
	switch x := r.resolve(e).(type) {
	case *ast.FuncLit:
		if slices.Contains(within, x.Body) {
			return 0 // it calls itself through its variable
		}
		return r.guardsBody(x.Type, x.Body, within...)
	case *ast.CallExpr:
		if fn := r.function(r.resolve(x.Fun)); fn != nil && r.tables.recovery[frameworks.FuncOf(fn)] {
			return 1 + r.layers(r.info.TypeOf(x)) // as the table says: whatever it returns is one
		}
		return max(r.guards(x.Fun, within...)-1, 0)
	case *ast.UnaryExpr, *ast.CompositeLit: // a handler of a type with ServeHTTP
		return r.guardsType(r.info.TypeOf(x))
	default:
		fn := r.function(x)
		if fn == nil {
			return 0
		}
		if r.tables.recovery[frameworks.FuncOf(fn)] {
			return 1 + r.layers(fn.Type())
		}
		return r.fact(fn).Guards
	}
}

// guardsType is guards for a value of a type with a ServeHTTP method.
func (r *Result) guardsType(t types.Type) int {
	if t == nil {
		return 0
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, r.pass.Pkg, "ServeHTTP")
	if fn, ok := obj.(*types.Func); ok {
		return r.fact(fn).Guards
	}
	return 0
}

// guardsBody is guards for a function with that type and body.
func (r *Result) guardsBody(typ *ast.FuncType, body *ast.BlockStmt, within ...*ast.BlockStmt) int {
	if r.wraps(body) {
		return 1
	}
	within = append(slices.Clip(within), body)
	depth := 0
	r.returned(typ, body, func(e ast.Expr) {
		if d := r.guards(e, within...); d > 0 {
			depth = d + 1
		}
	})
	if depth > maxLayers {
		return 0
	}
	return depth
}

// wraps reports whether the body defers a recover and then runs the next
// handler: by itself, in a function literal that it calls at once, or in one
// that it gives to a function which calls it with a recover in place.
func (r *Result) wraps(body *ast.BlockStmt) bool {
	found := false
	r.ownCalls(body, func(call *ast.CallExpr, recovering bool) {
		if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
			found = found || r.wraps(lit.Body)
		}
		found = found || recovering && r.callsNext(call)
		if fn, ok := typeutil.Callee(r.info, call).(*types.Func); ok {
			for _, i := range r.fact(fn).Guarded {
				for _, a := range r.arguments(call, i) {
					found = found || r.runsNext(a)
				}
			}
		}
	})
	return found
}

// runsNext reports whether e is a function literal that runs the next handler.
func (r *Result) runsNext(e ast.Expr) bool {
	lit, ok := r.resolve(e).(*ast.FuncLit)
	if !ok {
		return false
	}
	found := false
	r.ownCalls(lit.Body, func(call *ast.CallExpr, _ bool) { found = found || r.callsNext(call) })
	return found
}

// guarded returns the parameters that the body calls after it has deferred a
// recover.
func (r *Result) guarded(body *ast.BlockStmt) (params []*types.Var) {
	r.ownCalls(body, func(call *ast.CallExpr, recovering bool) {
		if p := r.param(call.Fun); p != nil && recovering {
			params = append(params, p)
		}
	})
	return params
}

// ownCalls calls f for the calls of the body's own frame, and tells whether a
// recover is in place.
func (r *Result) ownCalls(body *ast.BlockStmt, f func(call *ast.CallExpr, recovering bool)) {
	recovering := false
	ownNodes(body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.DeferStmt:
			recovering = recovering || r.deferred(n.Call) == Yes
		case *ast.CallExpr:
			f(n, recovering)
		}
	})
}

// callsNext reports whether call hands the request on: gin's Next, a ServeHTTP,
// or a function value that takes the request.
func (r *Result) callsNext(call *ast.CallExpr) bool {
	switch callee := typeutil.Callee(r.info, call).(type) {
	case *types.Func:
		return callee.Name() == "ServeHTTP" && callee.Signature().Recv() != nil || frameworks.RunsNext(frameworks.FuncOf(callee))
	case *types.Var:
		sig, ok := callee.Type().Underlying().(*types.Signature)
		return ok && r.takesContext(sig)
	}
	return false
}
