package routing

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// kind tells what a middleware with this body is for, from what it calls and from
// the headers and the statuses that it names. Logging counts only beside a clock:
// everything logs its errors, what logs requests measures them. A clock and the
// method of the request as an argument are logging as well, whatever is called.
func (p *pkg) kind(body ast.Node) (kind frameworks.MiddlewareKind) {
	clock, told := false, false
	ast.Inspect(body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if v := p.info.Types[e].Value; v != nil {
			kind |= constantSignal(v)
			return true
		}
		if call, ok := n.(*ast.CallExpr); ok {
			id := frameworks.FuncOf(p.callee(call))
			clock = clock || id == frameworks.Func{Pkg: "time", Name: "Now"} || id == frameworks.Func{Pkg: "time", Name: "Since"}
			kind |= frameworks.CallSignal(id)
			told = told || slices.ContainsFunc(call.Args, p.isRequestMethod)
		}
		return true
	})
	if clock && told {
		kind |= frameworks.MiddlewareLogging
	} else if !clock {
		kind &^= frameworks.MiddlewareLogging
	}
	return kind
}

// isRequestMethod reports whether e is the HTTP method of a request, which
// nearly only those want to know that tell of requests.
func (p *pkg) isRequestMethod(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		v, ok := p.info.Uses[e.Sel].(*types.Var)
		return ok && v.IsField() && v.Name() == "Method" && v.Pkg() != nil && v.Pkg().Path() == pathHTTP
	case *ast.CallExpr:
		fn := p.callee(e)
		return fn != nil && fn.Name() == "Method" && fn.Signature().Recv() != nil && frameworks.IsContext(frameworks.TypeOf(fn.Signature().Recv().Type()))
	}
	return false
}

// constantSignal tells what a constant, the name of a header or a status, says of
// the middleware that names it.
func constantSignal(v constant.Value) frameworks.MiddlewareKind {
	switch v.Kind() {
	case constant.String:
		if s := constant.StringVal(v); len(s) <= maxName && !strings.ContainsAny(s, " \n") {
			return frameworks.HeaderSignal(s)
		}
	case constant.Int:
		if code, ok := constant.Int64Val(v); ok {
			return frameworks.StatusSignal(int(code))
		}
	}
	return 0
}
