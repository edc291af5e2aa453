package processexit

import (
	"go/ast"
	"go/types"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// kills reports whether call sends the process itself a signal that ends it
// without another word. The others are requests, which a service that sends
// them to itself handles.
func (r *Result) kills(fn *types.Func, call *ast.CallExpr) bool {
	switch frameworks.FuncOf(fn) {
	case frameworks.Func{Pkg: "syscall", Name: "Kill"}, frameworks.Func{Pkg: "golang.org/x/sys/unix", Name: "Kill"}:
		return len(call.Args) == 2 && r.isOwnPid(call.Args[0]) && r.isDeadly(call.Args[1])
	case frameworks.Func{Pkg: "os", Recv: "Process", Name: "Kill"}:
		return r.isOwnProcess(r.receiver(call.Fun))
	case frameworks.Func{Pkg: "os", Recv: "Process", Name: "Signal"}:
		return len(call.Args) == 1 && r.isDeadly(call.Args[0]) && r.isOwnProcess(r.receiver(call.Fun))
	}
	return false
}

// isOwnPid reports whether e is the number of the process.
func (r *Result) isOwnPid(e ast.Expr) bool {
	call, ok := r.resolve(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	switch frameworks.FuncOf(r.function(call.Fun)) {
	case frameworks.Func{Pkg: "os", Name: "Getpid"}, frameworks.Func{Pkg: "syscall", Name: "Getpid"},
		frameworks.Func{Pkg: "golang.org/x/sys/unix", Name: "Getpid"}:
		return true
	}
	return false
}

// isOwnProcess reports whether e is the process as os.FindProcess finds it.
func (r *Result) isOwnProcess(e ast.Expr) bool {
	if e == nil {
		return false
	}
	call, ok := r.resolve(e).(*ast.CallExpr)
	return ok && frameworks.FuncOf(r.function(call.Fun)) == frameworks.Func{Pkg: "os", Name: "FindProcess"} &&
		len(call.Args) == 1 && r.isOwnPid(call.Args[0])
}

// isDeadly reports whether e is SIGKILL, which no process can handle, or
// SIGABRT or SIGQUIT, which end it with the stacks of all goroutines.
func (r *Result) isDeadly(e ast.Expr) bool {
	obj := expr.Object(r.info, r.resolve(e))
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	switch obj.Pkg().Path() {
	case "syscall", "golang.org/x/sys/unix":
		return obj.Name() == "SIGKILL" || obj.Name() == "SIGABRT" || obj.Name() == "SIGQUIT"
	case "os":
		return obj.Name() == "Kill"
	}
	return false
}
