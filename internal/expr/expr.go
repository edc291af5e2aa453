// Package expr answers the small questions about expressions and their types
// that every analyzer asks.
package expr

import (
	"go/ast"
	"go/types"
)

// Name returns the identifier by which e names a thing: e itself, or what a
// selector selects; nil if e is neither.
func Name(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

// Object returns what e names, by itself or with a package, a value or a type in
// front; nil if e names nothing.
func Object(info *types.Info, e ast.Expr) types.Object {
	if id := Name(e); id != nil {
		return info.ObjectOf(id)
	}
	return nil
}

// Func returns the function or method that e names, or nil.
func Func(info *types.Info, e ast.Expr) *types.Func {
	fn, _ := Object(info, e).(*types.Func)
	return fn
}

// Var returns the variable or field that e names, or nil.
func Var(info *types.Info, e ast.Expr) *types.Var {
	v, _ := Object(info, e).(*types.Var)
	return v
}

// IsPackageVar reports whether v is a variable of package level.
func IsPackageVar(v *types.Var) bool {
	return !v.IsField() && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

var errorType = types.Universe.Lookup("error").Type()

// IsErrorType reports whether t is the interface error.
func IsErrorType(t types.Type) bool { return t != nil && types.Identical(t, errorType) }

// IsError reports whether values of t are errors: the interface error, or a type
// that implements it.
func IsError(t types.Type) bool {
	if t == nil {
		return false
	}
	if b, ok := t.(*types.Basic); ok && b.Kind() == types.UntypedNil {
		return false
	}
	return types.Implements(t, errorType.Underlying().(*types.Interface))
}

// EachCall calls f for the calls in n that run when n does, in their order: not
// those in function literals, and not those that are started or deferred.
func EachCall(n ast.Node, f func(*ast.CallExpr)) {
	var stack []ast.Node
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil {
			if call, ok := stack[len(stack)-1].(*ast.CallExpr); ok {
				f(call)
			}
			stack = stack[:len(stack)-1]
			return true
		}
		switch n.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		}
		stack = append(stack, n)
		return true
	})
}
