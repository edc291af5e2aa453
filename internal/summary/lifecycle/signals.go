package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// Signal is a call of signal.Notify or signal.NotifyContext.
type Signal struct {
	Cursor  inspector.Cursor
	Call    *ast.CallExpr
	Signals []ast.Expr // the arguments that are signals
	// Interrupt and Terminate: the signals are among them, or all signals are, or
	// what they are is not known.
	Interrupt, Terminate bool
	// Uncatchable are the arguments that no process can handle.
	Uncatchable []ast.Expr
}

// signal returns what a call tells of signals, nil if nothing.
func (r *Result) signal(c inspector.Cursor, call *ast.CallExpr) *Signal {
	switch frameworks.FuncOf(r.callee(call)) {
	case frameworks.Func{Pkg: "os/signal", Name: "Notify"}, frameworks.Func{Pkg: "os/signal", Name: "NotifyContext"}:
	default:
		return nil
	}
	s := &Signal{Cursor: c, Call: call}
	if len(call.Args) > 0 {
		s.Signals = call.Args[1:]
	}
	all := len(s.Signals) == 0 || call.Ellipsis != token.NoPos
	s.Interrupt, s.Terminate = all, all
	for _, e := range s.Signals {
		switch name := r.signalName(e); name {
		case "SIGKILL", "SIGSTOP", "Kill":
			s.Uncatchable = append(s.Uncatchable, e)
		case "SIGINT", "Interrupt":
			s.Interrupt = true
		case "SIGTERM", "":
			s.Terminate = true
		}
	}
	return s
}

// signalName returns the name of a signal of the standard library, "" if e names
// none.
func (r *Result) signalName(e ast.Expr) string {
	obj := expr.Object(r.info, e)
	if obj == nil || obj.Pkg() == nil {
		return ""
	}
	if _, ok := obj.Type().Underlying().(*types.Signature); ok {
		return ""
	}
	switch obj.Pkg().Path() {
	case "syscall", "os", "golang.org/x/sys/unix", "golang.org/x/sys/windows":
		return obj.Name()
	}
	return ""
}
