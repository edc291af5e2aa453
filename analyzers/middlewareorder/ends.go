package middlewareorder

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

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
	handler := expr.Func(f.pass.TypesInfo, arg)
	if handler == nil || handler.Pkg() != f.pass.Pkg {
		return nil
	}
	for _, file := range f.pass.Files {
		for _, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && f.pass.TypesInfo.Defs[decl.Name] == types.Object(handler.Origin()) {
				return decl.Body
			}
		}
	}
	return nil
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
	f.add("ends-chain", node{answer}, fmt.Sprintf("%s(…) answers a panic and the chain goes on, so the handlers behind the one that panicked run: what a check that panics should stop is served; %s",
		expr.Text(answer.Fun, "this"), advice), fixes)
}
