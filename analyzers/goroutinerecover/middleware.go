package goroutinerecover

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// middleware reports what is wrong with how body, a function on the request
// path, answers when it recovers.
func (v *visitor) middleware(typ *ast.FuncType, body *ast.BlockStmt) {
	if v.recovery.CallsRecover(body) {
		v.panicText(body)
	}
	w, ok := v.recovery.Wrapping(typ, body)
	switch {
	case !ok:
	case w.Silent:
		v.report.Report(analysis.Diagnostic{
			Pos: w.Defer.Pos(), End: w.Defer.Call.Fun.End(), Category: "silent-recovery",
			Message: fmt.Sprintf("%s recovers and answers nothing, so the client sees an empty response with status 200; write an error with status 500",
				expr.Text(w.Defer.Call.Fun, "the deferred function")),
		})
	case w.Swallows && v.recovery.Aborts():
		v.report.Report(analysis.Diagnostic{
			Pos: w.Defer.Pos(), End: w.Defer.Call.Fun.End(), Category: "swallowed-abort",
			Message: fmt.Sprintf("%s recovers http.ErrAbortHandler like any other panic, so a response that was cut off looks complete to the client; panic again with it",
				expr.Text(w.Defer.Call.Fun, "the deferred function")),
		})
	}
}

// panicText reports calls in a body that recovers, or that is given what was
// recovered as seeds, which send the client what the panic says.
func (v *visitor) panicText(body *ast.BlockStmt, seeds ...types.Object) {
	texts := v.recovery.Texts(body, seeds...)
	var visit func(n ast.Node)
	visit = func(root ast.Node) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.IfStmt:
				if n.Init != nil {
					visit(n.Init)
				}
				if texts.About(n.Cond) {
					visit(n.Body)
					if n.Else != nil {
						visit(n.Else)
					}
				}
				return false
			case *ast.CallExpr:
				if len(v.responses.Call(n)) == 0 || v.seen[n] || v.texts.At(n) { // errleak reports server errors
					return true
				}
				for _, a := range n.Args {
					if texts.Carries(a) {
						v.seen[n] = true
						v.report.Report(analysis.Diagnostic{
							Pos: n.Pos(), End: n.Fun.End(), Category: "panic-text",
							Message: fmt.Sprintf("%s sends the client what the panic says, so internals such as queries, addresses and paths get out; log it, and send a fixed text",
								expr.Text(n.Fun, "the call")),
						})
						return false
					}
				}
			}
			return true
		})
	}
	visit(body)
}

// recoveries reports what a call that sets up recovery makes wrong.
func (v *visitor) recoveries(call *ast.CallExpr) {
	fn, ok := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func)
	if !ok {
		return
	}
	id := frameworks.FuncOf(fn)
	for _, h := range frameworks.PanicHandlers {
		if id == h.Func && h.Arg < len(call.Args) {
			v.panicHandler(call.Fun, call.Args[h.Arg], h.Value)
		}
	}
	if fn.Name() == "Use" {
		v.textRecovery(call)
	}
}

// panicFields looks at fields that are set to a function which is called with
// what was recovered.
func (v *visitor) panicFields(n ast.Node) {
	set := func(id *ast.Ident, head, f ast.Expr) {
		field, ok := v.pass.TypesInfo.Uses[id].(*types.Var)
		if !ok || !field.IsField() || field.Pkg() == nil {
			return
		}
		for _, known := range frameworks.PanicFields {
			if field.Name() != known.Field || field.Pkg().Path() != known.Pkg {
				continue
			}
			v.panicHandler(head, f, known.Value)
			_, body := v.recovery.Literal(f)
			if body != nil && !v.report.Silent(body.Pos()) && v.recovery.Aborts() && !v.recovery.SpeaksOfAbort(body) && !v.seen[head] {
				v.report.Report(analysis.Diagnostic{
					Pos: head.Pos(), End: head.End(), Category: "swallowed-abort",
					Message: fmt.Sprintf("%s is given http.ErrAbortHandler like any other panic, so a response that was cut off looks complete to the client; panic again with it", expr.Text(head, id.Name)),
				})
			}
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
				set(sel.Sel, sel, n.Rhs[i])
			}
		}
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					set(id, id, kv.Value)
				}
			}
		}
	}
}

// panicHandler looks at the function f that is called with what was recovered,
// as its parameter with the index value. head is what it is given to.
func (v *visitor) panicHandler(head, f ast.Expr, value int) {
	typ, body := v.recovery.Literal(f)
	if body == nil || v.report.Silent(body.Pos()) {
		return
	}
	var params []*ast.Ident
	for _, field := range typ.Params.List {
		if len(field.Names) == 0 {
			params = append(params, nil)
		}
		params = append(params, field.Names...)
	}
	if value < len(params) && params[value] != nil {
		if obj := v.pass.TypesInfo.Defs[params[value]]; obj != nil {
			v.panicText(body, obj)
		}
	}
	if v.mayAnswer(body, params, value) {
		return
	}
	v.seen[head] = true
	v.report.Report(analysis.Diagnostic{
		Pos: head.Pos(), End: head.End(), Category: "silent-recovery",
		Message: fmt.Sprintf("%s is given a function that answers nothing, so the client sees an empty response with status 200; write an error with status 500", expr.Text(head, "the call")),
	})
}

// mayAnswer reports whether a body panics again, or uses one of the parameters
// other than that with the recovered value and the request.
func (v *visitor) mayAnswer(body *ast.BlockStmt, params []*ast.Ident, value int) bool {
	answers := make(map[types.Object]bool)
	for i, p := range params {
		if i == value || p == nil {
			continue
		}
		if obj := v.pass.TypesInfo.Defs[p]; obj != nil && frameworks.TypeOf(obj.Type()) != (frameworks.Type{Pkg: "net/http", Name: "Request"}) {
			answers[obj] = true
		}
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			use := v.pass.TypesInfo.Uses[id]
			b, isBuiltin := use.(*types.Builtin)
			found = found || answers[use] || isBuiltin && b.Name() == "panic"
		}
		return !found
	})
	return found
}

// textRecovery looks at a call of Use with a recovery middleware whose panics
// the framework's own error handler sends.
func (v *visitor) textRecovery(call *ast.CallExpr) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	for _, a := range call.Args {
		mw, ok := ast.Unparen(a).(*ast.CallExpr)
		if !ok {
			continue
		}
		fn, _ := typeutil.Callee(v.pass.TypesInfo, mw).(*types.Func)
		for _, known := range frameworks.TextRecoveries {
			if frameworks.FuncOf(fn) == known.Func && v.ownHandlerMissing(sel.X, known) {
				v.report.Report(analysis.Diagnostic{
					Pos: mw.Pos(), End: mw.Fun.End(), Category: "panic-text",
					Message: fmt.Sprintf("%s hands panics to the default error handler of %s, which sends the client what they say, so internals such as queries, addresses and paths get out; set %s in its %s",
						expr.Text(mw.Fun, "the recovery"), expr.Text(sel.X, "the application"), known.Handler, known.Config),
				})
			}
		}
	}
}

// ownHandlerMissing reports whether all that makes the application leaves the
// error handler out.
func (v *visitor) ownHandlerMissing(app ast.Expr, known frameworks.TextRecovery) bool {
	made := v.recovery.MadeBy(app)
	for _, c := range made {
		if c == nil {
			return false
		}
		if fn, _ := typeutil.Callee(v.pass.TypesInfo, c).(*types.Func); frameworks.FuncOf(fn) != known.New {
			return false
		}
		for _, a := range c.Args {
			lit, ok := ast.Unparen(a).(*ast.CompositeLit)
			if !ok {
				return false
			}
			for _, e := range lit.Elts {
				kv, ok := e.(*ast.KeyValueExpr)
				if !ok {
					return false
				}
				if id, ok := kv.Key.(*ast.Ident); ok && id.Name == known.Handler {
					return false
				}
			}
		}
	}
	return len(made) > 0
}
