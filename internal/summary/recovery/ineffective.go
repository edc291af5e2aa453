package recovery

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// Ineffective is a deferred call that was written to recover and does not.
type Ineffective struct {
	Defer *ast.DeferStmt
	Why   Why
	// Inner is the call that would recover if it were deferred itself, for
	// NestedCall; the call that is given what recovers, for HandedOn.
	Inner *ast.CallExpr
}

// Why says why a deferred call that looks like recovery does not recover.
type Why int

const (
	DeferredBuiltin  Why = iota + 1 // defer recover()
	NestedCall                      // defer func() { helper() }(), defer func() { func() { recover() }() }()
	ArgumentRecover                 // defer log.Print(recover())
	ReturnsRecoverer                // defer Recover(logger), where Recover returns the function to defer
	PanicsAgain                     // defer func() { panic(recover()) }()
	TooLate                         // everything that can panic comes before it
	RunsLater                       // defer boom() before the recover, so that boom runs after it
	SomePaths                       // a branch or a loop, and what can panic runs on other paths too
	HandedOn                        // defer once.Do(func() { recover() }): called, but not by the panic
)

// ineffective returns the first defer of the body that was written to recover
// and does not.
func (r *Result) ineffective(body *ast.BlockStmt) (found Ineffective) {
	ownNodes(body, func(n ast.Node) {
		if d, ok := n.(*ast.DeferStmt); ok && found.Defer == nil && r.deferred(d.Call) == No {
			if why, inner := r.whyNot(d.Call); why != 0 {
				found = Ineffective{d, why, inner}
			}
		}
	})
	return found
}

// whyNot says why a deferred call that does not recover looks as if it did.
func (r *Result) whyNot(call *ast.CallExpr) (Why, *ast.CallExpr) {
	if r.isBuiltin(call, "recover") {
		return DeferredBuiltin, nil
	}
	for _, a := range call.Args {
		if r.mentionsRecover(a) {
			return ArgumentRecover, nil
		}
	}
	if on := r.handsOn(call); on != nil {
		return HandedOn, on
	}
	var body *ast.BlockStmt
	switch f := r.resolve(call.Fun).(type) {
	case *ast.FuncLit:
		body = f.Body
	default:
		fn := r.function(f)
		if fn == nil {
			return 0, nil
		}
		if r.recovers(fn).Returns {
			return ReturnsRecoverer, nil
		}
		decl := r.decls[fn.Origin()]
		if decl == nil {
			if r.recovers(fn).PanicsAgain {
				return PanicsAgain, nil
			}
			return 0, nil
		}
		body = decl.Body
	}
	if r.callsRecover(body) {
		return PanicsAgain, nil
	}
	if inner := r.callsRecoverer(body); inner != nil {
		return NestedCall, inner
	}
	var on *ast.CallExpr
	ownNodes(body, func(n ast.Node) {
		if c, ok := n.(*ast.CallExpr); ok && on == nil {
			on = r.handsOn(c)
		}
	})
	if on != nil {
		return HandedOn, on
	}
	return 0, nil
}

// handsOn returns the call, in call or in what it calls, that is given a
// function which would recover if it were deferred itself.
func (r *Result) handsOn(call *ast.CallExpr) *ast.CallExpr {
	for _, a := range call.Args {
		switch f := r.resolve(a).(type) {
		case *ast.FuncLit:
			if r.bodyRecovers(f.Body) {
				return call
			}
		default:
			if fn := r.function(f); fn != nil && r.funcRecovers(fn) == Yes {
				return call
			}
		}
	}
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.CallExpr: // sync.OnceFunc(func() { recover() })()
		return r.handsOn(f)
	case *ast.SelectorExpr: // reflect.ValueOf(helper).Call(nil)
		if c, ok := ast.Unparen(f.X).(*ast.CallExpr); ok {
			return r.handsOn(c)
		}
	}
	return nil
}

// mentionsRecover reports whether the builtin is called when n is evaluated.
func (r *Result) mentionsRecover(n ast.Node) bool {
	found := false
	ownNodes(n, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && r.isBuiltin(call, "recover") {
			found = true
		}
	})
	return found
}

// callsRecoverer returns the call by which the body of a deferred function
// calls, or defers, one that would recover if it were deferred in its place.
func (r *Result) callsRecoverer(body *ast.BlockStmt) (found *ast.CallExpr) {
	ownNodes(body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || found != nil {
			return
		}
		switch f := ast.Unparen(call.Fun).(type) {
		case *ast.FuncLit:
			if r.bodyRecovers(f.Body) || r.callsRecoverer(f.Body) != nil {
				found = call
			}
		default:
			if lit, ok := r.resolve(f).(*ast.FuncLit); ok { // of a variable
				if r.bodyRecovers(lit.Body) {
					found = call
				}
				return
			}
			fn, _ := typeutil.Callee(r.info, call).(*types.Func)
			if fn != nil && r.funcRecovers(fn) == Yes {
				found = call
			}
		}
	})
	return found
}
