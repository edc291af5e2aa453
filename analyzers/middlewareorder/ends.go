package middlewareorder

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// goesOn reports recovery in chains like gin's that answers a panic and does not
// end the chain: when it returns, the handlers behind the one that panicked run.
func (f *findings) goesOn(res *routing.Result) {
	for _, file := range f.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Body != nil {
					f.recoveryGoesOn(res, n.Body)
				}
			case *ast.FuncLit:
				f.recoveryGoesOn(res, n.Body)
			case *ast.CallExpr:
				if body := f.panicHandler(n); body != nil {
					f.answersAndGoesOn(res, body)
				}
			}
			return true
		})
	}
}

// recoveryGoesOn looks at a function with this body, if it runs the rest of a chain
// and defers a literal that recovers.
func (f *findings) recoveryGoesOn(res *routing.Result, body *ast.BlockStmt) {
	var deferred []*ast.BlockStmt
	next := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			if lit, ok := ast.Unparen(n.Call.Fun).(*ast.FuncLit); ok && f.recovers(lit.Body) {
				deferred = append(deferred, lit.Body)
			}
			return false
		case *ast.CallExpr:
			fn := expr.Func(f.pass.TypesInfo, n.Fun)
			next = next || fn != nil && frameworks.RunsNext(frameworks.FuncOf(fn))
		}
		return true
	})
	if next {
		for _, b := range deferred {
			f.answersAndGoesOn(res, b)
		}
	}
}

// recovers reports whether the function with this body calls recover itself.
func (f *findings) recovers(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
				b, ok := f.pass.TypesInfo.Uses[id].(*types.Builtin)
				found = found || ok && b.Name() == "recover"
			}
		}
		_, lit := n.(*ast.FuncLit)
		return !lit
	})
	return found
}

// panicHandler returns the body of the function that call gives to the library's
// recovery to answer with, if it is written in this package; or nil.
func (f *findings) panicHandler(call *ast.CallExpr) *ast.BlockStmt {
	fn := expr.Func(f.pass.TypesInfo, call.Fun)
	if fn == nil {
		return nil
	}
	i := slices.IndexFunc(frameworks.PanicHandlers, func(h frameworks.PanicHandler) bool { return h.Func == frameworks.FuncOf(fn) })
	if i < 0 || frameworks.PanicHandlers[i].Arg >= len(call.Args) {
		return nil
	}
	arg := ast.Unparen(call.Args[frameworks.PanicHandlers[i].Arg])
	if lit, ok := arg.(*ast.FuncLit); ok {
		return lit.Body
	}
	return f.declared(expr.Func(f.pass.TypesInfo, arg))
}

// answersAndGoesOn reports the answer in body, which is run with what was
// recovered, if nothing in it ends the chain.
func (f *findings) answersAndGoesOn(res *routing.Result, body *ast.BlockStmt) {
	if body == nil {
		return
	}
	h := res.Recovering(body)
	if !h.Writes || h.Aborts || h.Panics != "" {
		return
	}
	var answer *ast.CallExpr
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if ok && answer == nil && res.Writes(call) {
			answer = call
		}
		return answer == nil
	})
	if answer == nil {
		return
	}
	advice := "call Abort on the context, too"
	var fixes []analysis.SuggestedFix
	if sel, ok := answer.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "JSON" && len(answer.Args) == 2 && expr.Func(f.pass.TypesInfo, sel) != nil {
		advice = fmt.Sprintf("write %s.AbortWithStatusJSON", expr.Text(sel.X, "c"))
		fixes = []analysis.SuggestedFix{{
			Message:   "Write AbortWithStatusJSON",
			TextEdits: []analysis.TextEdit{{Pos: sel.Sel.Pos(), End: sel.Sel.End(), NewText: []byte("AbortWithStatusJSON")}},
		}}
		if id := frameworks.FuncOf(expr.Func(f.pass.TypesInfo, sel)); id.Recv == "" || !frameworks.ChainGoesOn(frameworks.Type{Pkg: id.Pkg, Name: id.Recv}) {
			advice, fixes = "call Abort on the context, too", nil
		}
	}
	f.add("ends-chain", node{answer}, fmt.Sprintf("%s(…) answers a panic and the chain goes on, so the handlers behind the one that panicked run, even if that was to refuse the request; %s",
		expr.Text(answer.Fun, "this"), advice), fixes)
}

// notLast reports a handler for unknown routes at the end of a router of fiber that
// answers and hands on: nothing comes behind it, and the framework's own answer
// takes the place of its.
func (f *findings) notLast(o *order) {
	for i, use := range o.Events {
		if use.Op != routing.Use || use.ForPath || use.From() != "" || !o.Positional(use.Router) || o.Routers[use.Router].Origin != routing.Made || len(use.Middleware) != 1 || o.Returned(use.Router) {
			continue
		}
		more := func(e routing.Event) bool {
			return o.Root(e.Router) == use.Router && (e.Op == routing.Use || e.Op == routing.Route || e.Op == routing.Mount || e.Op == routing.Derive || e.Op == routing.Escape || e.Op == routing.Store)
		}
		before := slices.ContainsFunc(o.Events[:i], func(e routing.Event) bool { return e.Op == routing.Route && o.Root(e.Router) == use.Router })
		if !before || slices.ContainsFunc(o.Events[i+1:], more) {
			continue
		}
		body := f.body(use.Middleware[0])
		if body == nil || !f.sets404(body) {
			continue
		}
		if next := f.returnsNext(body); next != nil {
			name := expr.Text(next.Fun, "this")
			f.add("ends-chain", node{next}, fmt.Sprintf("%s() is called by the last handler, so %s makes its error for unknown routes, whose answer replaces what was written; return nil", name, o.Framework(use.Router)), nil)
		}
	}
}

// body returns the body of the function that m is, if it is written in this
// package; or nil.
func (f *findings) body(m routing.Middleware) *ast.BlockStmt {
	file := f.file(m.Pos())
	if file == nil {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(file, m.Pos(), m.End())
	if len(path) == 0 {
		return nil
	}
	switch e := path[0].(type) {
	case *ast.FuncLit:
		return e.Body
	case ast.Expr:
		return f.declared(expr.Func(f.pass.TypesInfo, e))
	}
	return nil
}

// declared returns the body of fn, a function of this package; or nil.
func (f *findings) declared(fn *types.Func) *ast.BlockStmt {
	if fn == nil {
		return nil
	}
	for _, file := range f.pass.Files {
		for _, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && f.pass.TypesInfo.Defs[decl.Name] == types.Object(fn.Origin()) {
				return decl.Body
			}
		}
	}
	return nil
}

// sets404 reports whether the statements of body themselves, not those under a
// condition, send the status 404.
func (f *findings) sets404(body *ast.BlockStmt) bool {
	found := false
	for _, s := range body.List {
		switch s.(type) {
		case *ast.ExprStmt, *ast.AssignStmt:
		default:
			continue
		}
		expr.EachCall(s, func(call *ast.CallExpr) {
			fn := expr.Func(f.pass.TypesInfo, call.Fun)
			if fn == nil || len(call.Args) == 0 || fn.Name() != "Status" && fn.Name() != "SendStatus" {
				return
			}
			v := f.pass.TypesInfo.Types[call.Args[0]].Value
			found = found || v != nil && v.ExactString() == "404"
		})
	}
	return found
}

// returnsNext returns the call of the next handler that body ends with, or nil.
func (f *findings) returnsNext(body *ast.BlockStmt) *ast.CallExpr {
	if len(body.List) == 0 {
		return nil
	}
	ret, ok := body.List[len(body.List)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return nil
	}
	call, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn := expr.Func(f.pass.TypesInfo, call.Fun)
	if fn == nil || !frameworks.RunsNext(frameworks.FuncOf(fn)) {
		return nil
	}
	return call
}
