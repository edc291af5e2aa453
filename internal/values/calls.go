package values

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
)

// builtin returns the name of the builtin function that is called, or "".
func (v *View) builtin(call *ast.CallExpr) string {
	if b, ok := typeutil.Callee(v.info, call).(*types.Builtin); ok {
		return b.Name()
	}
	return ""
}

// ofCall returns the values of one of the results of a function of this package,
// or of a field of it.
func (v *View) ofCall(call *ast.CallExpr, result int, field string, at []inspector.Cursor) []Value {
	unknown := []Value{{Expr: call, Whole: field != "", At: at}}
	body, sig, ok := v.callee(call)
	if !ok || result >= sig.Results().Len() {
		return unknown
	}
	var vals []Value
	ok = v.inCall(sig, call, func() { vals, ok = v.ofReturns(body, sig, result, field, at) }) && ok
	if !ok || len(vals) == 0 {
		return unknown
	}
	return vals
}

// ofReturns returns the values of a result of the function at hand, or of a field
// of it.
func (v *View) ofReturns(fn inspector.Cursor, sig *types.Signature, result int, field string, at []inspector.Cursor) (vals []Value, ok bool) {
	for _, ret := range v.returnsOf(fn) {
		results := ret.Node().(*ast.ReturnStmt).Results
		at := with(at, ret)
		switch {
		case v.Skipped(ret) || v.failed(results, sig):
		case len(results) == 0: // the results have names
			unknown := []Value{{Expr: ast.NewIdent(sig.Results().At(result).Name()), Whole: field != "", At: at}}
			own, ok := v.variableAt(sig.Results().At(result), field, ret, false, at, unknown)
			if !ok {
				return nil, false
			}
			vals = append(vals, own...)
		case len(results) == sig.Results().Len():
			vals = append(vals, v.resolver(field)(results[result], at)...)
		default: // a call with as many results
			call, isCall := ast.Unparen(results[0]).(*ast.CallExpr)
			if !isCall {
				return nil, false
			}
			vals = append(vals, v.ofCall(call, result, field, at)...)
		}
	}
	return vals, true
}

// failed reports whether a return statement returns an error and nothing else.
func (v *View) failed(results []ast.Expr, sig *types.Signature) bool {
	n := len(results)
	if n < 2 || n != sig.Results().Len() || !expr.IsErrorType(sig.Results().At(n-1).Type()) || v.info.Types[results[n-1]].IsNil() {
		return false
	}
	return !slices.ContainsFunc(results[:n-1], func(e ast.Expr) bool {
		if lit, ok := bare(e).(*ast.CompositeLit); ok {
			return len(lit.Elts) > 0
		}
		return !v.info.Types[e].IsNil() && v.constant(e) == nil
	})
}

// returnsOf returns the return statements of a function.
func (v *View) returnsOf(fn inspector.Cursor) (returns []inspector.Cursor) {
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ReturnStmt)(nil)}, func(c inspector.Cursor) bool {
		switch c.Node().(type) {
		case *ast.FuncLit:
			return c == fn
		case *ast.ReturnStmt:
			returns = append(returns, c)
		}
		return true
	})
	return returns
}

// Returns returns the return statements of a function of this package that has
// one result and names it in each of them, without those that this
// view skips.
func (v *View) Returns(fn *types.Func) ([]inspector.Cursor, bool) {
	if fn == nil || fn.Signature().Results().Len() != 1 {
		return nil, false
	}
	decl, ok := v.index().decls[fn.Origin()]
	if !ok || decl.Node().(*ast.FuncDecl).Body == nil {
		return nil, false
	}
	return v.ReturnsIn(decl)
}

// ReturnsIn is Returns for the cursor of a function declaration or literal,
// with any number of results.
func (v *View) ReturnsIn(fn inspector.Cursor) (returns []inspector.Cursor, ok bool) {
	for _, ret := range v.returnsOf(fn) {
		if len(ret.Node().(*ast.ReturnStmt).Results) == 0 {
			return nil, false
		}
		if !v.Skipped(ret) {
			returns = append(returns, ret)
		}
	}
	return returns, true
}

// Declaration returns the cursor of fn's declaration, if it stands in this
// package and not in a test.
func (r *Result) Declaration(fn *types.Func) (inspector.Cursor, bool) {
	if fn == nil {
		return inspector.Cursor{}, false
	}
	c, ok := r.index().decls[fn.Origin()]
	return c, ok
}
