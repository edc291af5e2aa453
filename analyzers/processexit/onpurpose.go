package processexit

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// putOff reports whether call, an exit, is what a function literal ends with
// that waits before, so that the response is sent: the handler was asked to
// stop or to restart the service.
//
//	time.AfterFunc(time.Second, func() { os.Exit(0) })
//	go func() { time.Sleep(time.Second); os.Exit(0) }()
func (v *visitor) putOff(call *ast.CallExpr, stack []ast.Node) bool {
	for i := len(stack) - 1; i >= 2; i-- {
		lit, ok := stack[i].(*ast.FuncLit)
		if !ok {
			continue
		}
		outer, ok := stack[i-1].(*ast.CallExpr)
		if !ok {
			return false
		}
		waits := v.isCalled(outer, frameworks.Func{Pkg: "time", Name: "AfterFunc"})
		if _, isGo := stack[i-2].(*ast.GoStmt); !waits && !isGo {
			return false
		}
		for _, s := range lit.Body.List {
			if e, ok := s.(*ast.ExprStmt); ok && e.X == ast.Expr(call) {
				return waits
			}
			waits = waits || v.waits(s)
		}
		return false
	}
	return false
}

// asked reports whether call, an exit, is what a handler itself ends with, with a
// code that it found out: that is what the client asks of it.
func (v *visitor) asked(call *ast.CallExpr, stack []ast.Node) bool {
	if len(stack) != 2 || len(call.Args) != 1 || !v.isCalled(call, frameworks.Func{Pkg: "os", Name: "Exit"}) {
		return false
	}
	body, ok := stack[0].(*ast.BlockStmt)
	if !ok || len(body.List) == 0 || body.List[len(body.List)-1] != stack[1] {
		return false
	}
	entry, _ := v.path.Entry(call.Pos())
	code := expr.Var(v.pass.TypesInfo, call.Args[0])
	return entry.Own && code != nil && body.Pos() <= code.Pos() && code.Pos() < body.End()
}

// waits reports whether a statement waits for a while, or for a server to shut
// down.
func (v *visitor) waits(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			found = found || v.isCalled(n, frameworks.Func{Pkg: "time", Name: "Sleep"}) ||
				v.isCalled(n, frameworks.Func{Pkg: "net/http", Recv: "Server", Name: "Shutdown"})
		}
		return true
	})
	return found
}

func (v *visitor) isCalled(call *ast.CallExpr, f frameworks.Func) bool {
	fn, _ := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func)
	return frameworks.FuncOf(fn) == f
}
