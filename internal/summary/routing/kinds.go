package routing

import (
	"go/ast"
	"go/constant"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// kind tells what a middleware with this body is for, from what it calls and from
// the headers and the statuses that it names. Logging counts only beside a clock:
// everything logs its errors, what logs requests measures them.
func (p *pkg) kind(body ast.Node) (kind frameworks.MiddlewareKind) {
	clock := false
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
		}
		return true
	})
	if !clock {
		kind &^= frameworks.MiddlewareLogging
	}
	return kind
}

// constantSignal tells what a constant, the name of a header or a status, says of
// the middleware that names it.
func constantSignal(v constant.Value) frameworks.MiddlewareKind {
	switch v.Kind() {
	case constant.String:
		return frameworks.HeaderSignal(constant.StringVal(v))
	case constant.Int:
		if code, ok := constant.Int64Val(v); ok {
			return frameworks.StatusSignal(int(code))
		}
	}
	return 0
}
