package goroutinerecover

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/goroutine"
	"github.com/prodvet/prodvet/internal/summary/recovery"
)

const ends = "so a panic in it ends the process"

// unrecovered is the message about a goroutine without a recover. by, which may
// be nil, is a function that it calls and that other packages give.
func unrecovered(g recovery.Goroutine, by *goroutine.Gift) string {
	_, isLit := ast.Unparen(g.Func).(*ast.FuncLit)
	does := "" // "calls send", of a function literal
	if isLit {
		does = risk(g.Risk)
		if g.Risk == nil {
			does = "calls " + g.Params[0].Name() // a parameter: the callers give what can panic
		}
	}
	given, mend := "", "defer a recover in it"
	if by != nil {
		given = fmt.Sprintf(", which %s is given,", short(by.To))
		switch {
		case isLit:
			does = "calls " + by.Param.Name()
		case by.Within:
			given = fmt.Sprintf(", which calls %s, which %s is given,", by.Param.Name(), short(by.To))
		default:
			mend = "run it in a function that defers a recover"
		}
	}
	where := ""
	if g.Place != "" {
		where = fmt.Sprintf(" (%s)", g.Place)
	}
	runner := ""
	if g.Runner != nil {
		runner = g.Runner.Name()
	} else if g.Call == nil {
		runner = "the field"
	}
	switch {
	case runner == "" && isLit:
		return fmt.Sprintf("goroutine %s%s and nothing recovers it, %s; defer a recover as its first statement", does, given, ends)
	case runner == "":
		return fmt.Sprintf("goroutine runs %s%s and nothing recovers it, %s; %s", expr.Text(g.Func, "a function"), given, ends, mend)
	case isLit:
		return fmt.Sprintf("%s runs a function that %s%s on a goroutine that nothing recovers%s, %s; defer a recover as its first statement",
			expr.Text(g.Head, runner), does, given, where, ends)
	default:
		return fmt.Sprintf("%s runs %s%s on a goroutine that nothing recovers%s, %s; %s",
			expr.Text(g.Head, runner), expr.Text(g.Func, "a function"), given, where, ends, mend)
	}
}

// short returns a function's name as its package says it: "(*Pool).Go".
func short(fn *types.Func) string {
	id := frameworks.FuncOf(fn)
	switch {
	case id.Recv == "":
		return id.Name
	case isPointer(fn.Signature().Recv().Type()):
		return fmt.Sprintf("(*%s).%s", id.Recv, id.Name)
	}
	return fmt.Sprintf("(%s).%s", id.Recv, id.Name)
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// called is the message about a call that starts goroutines elsewhere.
func called(callee string, places []string) string {
	if len(places) == 1 {
		return fmt.Sprintf("%s starts a goroutine that nothing recovers (%s), %s; defer a recover there", callee, places[0], ends)
	}
	shown := strings.Join(places[:min(3, len(places))], ", ")
	if len(places) > 3 {
		shown += ", …"
	}
	return fmt.Sprintf("%s starts %d goroutines that nothing recovers (%s), so a panic in one of them ends the process; defer a recover there",
		callee, len(places), shown)
}

// ineffective is the message about a defer that does not recover.
func ineffective(x recovery.Exposure) string {
	const ends = "so a panic in this goroutine ends the process"
	fun := expr.Text(x.Defer.Call.Fun, "the deferred function")
	switch x.Why {
	case recovery.DeferredBuiltin:
		return "recover is itself the deferred call, which recovers nothing, " + ends + "; call it in a deferred function"
	case recovery.ArgumentRecover:
		return "recover is called when the defer statement runs, not when the goroutine panics, " + ends + "; call it in the deferred function"
	case recovery.ReturnsRecoverer:
		return fmt.Sprintf("%s is deferred instead of the function that it returns, which recovers, %s; call it, and defer its result", fun, ends)
	case recovery.PanicsAgain:
		return fmt.Sprintf("%s panics again with what it recovers, %s; handle the panic there", fun, ends)
	case recovery.TooLate:
		return fmt.Sprintf("%s is deferred after all that can panic (the goroutine first %s), so a panic there ends the process; defer it as the first statement", fun, risk(x.Risk))
	case recovery.RunsLater:
		return fmt.Sprintf("%s is deferred before the recover and so runs after it, and its panic ends the process; defer the recover first", strings.TrimPrefix(risk(x.Risk), "calls "))
	case recovery.SomePaths:
		return fmt.Sprintf("%s is deferred on some paths only, and the goroutine %s on others too, so a panic there ends the process; defer it as the first statement", fun, risk(x.Risk))
	case recovery.HandedOn:
		return fmt.Sprintf("%s is given the function that recovers, which recovers only when it is itself deferred, %s; defer it directly", expr.Text(x.Inner.Fun, "a function"), ends)
	default: // NestedCall
		return fmt.Sprintf("%s calls %s, which recovers only when it is itself deferred, %s; defer %[2]s directly", fun, expr.Text(x.Inner.Fun, "a function"), ends)
	}
}

// risk says what a goroutine does that can panic.
func risk(n ast.Node) string {
	switch n := n.(type) {
	case *ast.CallExpr:
		if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && id.Name == "panic" {
			return "panics"
		}
		return "calls " + expr.Text(n.Fun, "a function")
	case *ast.IndexExpr:
		return "indexes " + expr.Text(n.X, "a list")
	case *ast.SliceExpr:
		return "slices " + expr.Text(n.X, "a list")
	case *ast.TypeAssertExpr:
		return "asserts the type of " + expr.Text(n.X, "a value")
	case *ast.BinaryExpr:
		return "divides by " + expr.Text(n.Y, "a number")
	case *ast.RangeStmt:
		return "ranges over " + expr.Text(n.X, "an iterator")
	case *ast.Ident, *ast.SelectorExpr: // a function that is given to it
		return "calls " + expr.Text(n.(ast.Expr), "a function")
	default:
		return "can panic"
	}
}
