package routing

import (
	"go/ast"
	"go/constant"
	"go/token"
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
		if cmp, ok := n.(*ast.BinaryExpr); ok && p.comparesLength(cmp) {
			kind |= frameworks.MiddlewareBodyLimit
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

// comparesLength reports whether e compares the declared length of a request's
// body with a limit.
func (p *pkg) comparesLength(e *ast.BinaryExpr) bool {
	limit := e.Y
	switch e.Op {
	case token.LSS, token.LEQ:
		limit = e.X
	case token.GTR, token.GEQ:
	default:
		return false
	}
	length := e.X
	if limit == e.X {
		length = e.Y
	}
	v := p.info.Types[limit].Value
	return p.isRequestField(length, "ContentLength") && (v == nil || constant.Sign(constant.ToInt(v)) > 0)
}

// isRequestField reports whether e is that field of a request.
func (p *pkg) isRequestField(e ast.Expr, name string) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	v, ok := p.info.Uses[sel.Sel].(*types.Var)
	return ok && v.IsField() && v.Name() == name && v.Pkg() != nil && v.Pkg().Path() == pathHTTP
}

// isRequestMethod reports whether e is the HTTP method of a request, which
// nearly only those want to know that tell of requests.
func (p *pkg) isRequestMethod(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return p.isRequestField(e, "Method")
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
