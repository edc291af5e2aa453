package missingreturn

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// place is where an answer stands.
type place struct {
	stmt ast.Stmt   // the statement that the call is in
	list []ast.Stmt // the statements of the same block
	body bool       // the block is the function's body
}

// returns reports whether the block ends with a return.
func (p place) returns() bool {
	_, ok := p.list[len(p.list)-1].(*ast.ReturnStmt)
	return ok
}

// placeOf finds the innermost list of statements around n.
func (f *function) placeOf(n ast.Node) (p place) {
	ast.Inspect(f.body, func(b ast.Node) bool {
		if b == nil || n.Pos() < b.Pos() || b.End() < n.End() {
			return false
		}
		var list []ast.Stmt
		switch b := b.(type) {
		case *ast.BlockStmt:
			list = b.List
		case *ast.CaseClause:
			list = b.Body
		case *ast.CommClause:
			list = b.Body
		}
		for _, s := range list {
			if s.Pos() <= n.Pos() && n.End() <= s.End() {
				p = place{s, list, b == ast.Node(f.body)}
			}
		}
		return true
	})
	return p
}

// effect reports whether a statement does something that should not be done
// once the request has failed: the function's other error responses are behind
// a return, and one of them comes when all is there that the statement needs,
// so that it is not there to clean up.
func (w *walk) effect(n ast.Node) *ast.CallExpr {
	var call *ast.CallExpr
	switch n := n.(type) {
	case *ast.ExprStmt:
		call, _ = ast.Unparen(n.X).(*ast.CallExpr)
	case *ast.AssignStmt:
		if len(n.Rhs) == 1 {
			call, _ = ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
		}
	}
	if call == nil || w.first.status || w.harmless(call) {
		return nil
	}
	at := w.f.placeOf(w.first.call)
	if at.body || at.stmt == nil || at.returns() || at.list[len(at.list)-1] != at.stmt {
		return nil
	}
	ready := w.ready(call)
	convention := false
	for _, other := range w.f.errors {
		if other == w.first.call {
			continue
		}
		p := w.f.placeOf(other)
		if p.stmt == nil || !p.returns() {
			return nil
		}
		convention = convention || ready < other.Pos() && other.Pos() < w.first.call.Pos()
	}
	if !convention {
		return nil
	}
	return call
}

// ready returns where the last of the function's variables that a call uses is
// declared.
func (w *walk) ready(call *ast.CallExpr) token.Pos {
	last := w.f.body.Pos()
	ast.Inspect(call, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v := w.variable(id); v != nil && !v.IsField() && w.f.body.Pos() < v.Pos() && v.Pos() < w.f.body.End() {
				last = max(last, v.Pos())
			}
		}
		return true
	})
	return last
}

// harmless reports whether a call is one that may follow an error response, as
// far as can be told: it logs, measures, closes or cleans up.
func (w *walk) harmless(call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(w.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() != w.pass.Pkg && frameworks.StandardPath(fn.Pkg().Path(), "") {
		return true
	}
	sig := fn.Signature()
	if sig.Recv() == nil || sig.Params().Len() == 0 && sig.Results().Len() == 1 && expr.IsErrorType(sig.Results().At(0).Type()) {
		return true // Close, Rollback
	}
	for _, arg := range call.Args {
		if v := w.pass.TypesInfo.Types[arg].Value; v != nil && v.Kind() == constant.String {
			return true // a message, the name of a metric
		}
	}
	if n := sig.Results().Len(); n > 0 {
		return !expr.IsErrorType(sig.Results().At(n - 1).Type())
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return true
	}
	v := w.variable(sel.X) // the function's own variable
	return v == nil || v.Pos() < w.f.body.Pos() || w.f.body.End() < v.Pos() || w.response.IsResponse(v.Type())
}
