package recovery

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// singleValues returns the expressions of the variables that are set exactly
// once in the package, other than exported ones of package level, which other
// packages may set. A variable that is set more than once, by a range clause
// or by a call with several results, maps to nil.
func singleValues(in *inspector.Inspector, info *types.Info) map[*types.Var]ast.Expr {
	values := make(map[*types.Var]ast.Expr)
	set := func(lhs, rhs ast.Expr) {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		if !ok {
			return
		}
		v, ok := info.ObjectOf(id).(*types.Var)
		if !ok || v.Pkg() == nil {
			return
		}
		if _, again := values[v]; again || v.Exported() && v.Parent() == v.Pkg().Scope() {
			rhs = nil
		}
		values[v] = rhs
	}
	setAll := func(lhs, rhs []ast.Expr) {
		for i := range lhs {
			if len(lhs) == len(rhs) {
				set(lhs[i], rhs[i])
			} else {
				set(lhs[i], nil)
			}
		}
	}
	for c := range in.Root().Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.Field)(nil)) {
		switch n := c.Node().(type) {
		case *ast.Field:
			for _, id := range n.Names {
				set(id, nil) // a parameter is set by the caller
			}
		case *ast.AssignStmt:
			setAll(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			if len(n.Values) == 0 {
				continue // declared, to be set later
			}
			lhs := make([]ast.Expr, len(n.Names))
			for i, id := range n.Names {
				lhs[i] = id
			}
			setAll(lhs, n.Values)
		case *ast.RangeStmt:
			setAll([]ast.Expr{n.Key, n.Value}, nil)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				set(n.X, nil) // may be set through the pointer
			}
		}
	}
	return values
}

// collect finds the parameters that are functions or lists of them, and the
// variables of range clauses.
func (r *Result) collect(in *inspector.Inspector) {
	for c := range in.Root().Preorder((*ast.FuncType)(nil), (*ast.RangeStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.FuncType:
			for _, field := range n.Params.List {
				for _, id := range field.Names {
					if v, ok := r.info.Defs[id].(*types.Var); ok && isFunction(v.Type()) {
						r.params[v] = true
					}
				}
			}
		case *ast.RangeStmt:
			if id, ok := n.Key.(*ast.Ident); ok && id.Name != "_" {
				r.rangeKeys[r.info.ObjectOf(id)] = true
			}
			if id, ok := n.Value.(*ast.Ident); ok {
				if v, ok := r.info.ObjectOf(id).(*types.Var); ok {
					r.elements[v] = n.X
				}
			}
		}
	}
}

// isFunction reports whether t is a function type or a slice of one.
func isFunction(t types.Type) bool {
	t = t.Underlying()
	if s, ok := t.(*types.Slice); ok {
		t = s.Elem().Underlying()
	}
	_, ok := t.(*types.Signature)
	return ok
}

// resolve follows parentheses, conversions to a function type, instantiations
// and variables that are set once, to a function literal, a use of a function
// or whatever else e stands for.
func (r *Result) resolve(e ast.Expr) ast.Expr {
	for range 8 { // a chain of variables is short, and never a circle in code that does something
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			if !r.info.Types[x.Fun].IsType() || len(x.Args) != 1 {
				return x
			}
			e = x.Args[0]
		case *ast.IndexExpr:
			if _, ok := r.info.TypeOf(x.X).(*types.Signature); !ok {
				return x
			}
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.Ident:
			v, ok := r.info.ObjectOf(x).(*types.Var)
			if !ok || r.values[v] == nil {
				return x
			}
			e = r.values[v]
		default:
			return x
		}
	}
	return e
}

// function returns the declared function or method that a resolved expression
// names, or nil.
func (r *Result) function(e ast.Expr) *types.Func {
	var id *ast.Ident
	switch x := e.(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	default:
		return nil
	}
	fn, _ := r.info.Uses[id].(*types.Func)
	return fn
}

// isBuiltin reports whether call calls the predeclared function of that name.
func (r *Result) isBuiltin(call *ast.CallExpr, name string) bool {
	b, ok := typeutil.Callee(r.info, call).(*types.Builtin)
	return ok && b.Name() == name
}

// isAnyBuiltin reports whether call calls a predeclared function.
func (r *Result) isAnyBuiltin(call *ast.CallExpr) bool {
	_, ok := typeutil.Callee(r.info, call).(*types.Builtin)
	return ok
}

// ownNodes calls f for the nodes below n that run in the frame of n's function:
// all but the inside of function literals.
func ownNodes(n ast.Node, f func(ast.Node)) {
	ast.Inspect(n, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok || n == nil {
			return false
		}
		f(n)
		return true
	})
}

// trueVars returns the package's variables that are declared with the value
// true.
func trueVars(pass *analysis.Pass) map[*types.Var]bool {
	vars := make(map[*types.Var]bool)
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, spec := range gen.Specs {
				spec := spec.(*ast.ValueSpec)
				for i, id := range spec.Names {
					if len(spec.Values) != len(spec.Names) {
						continue
					}
					v, ok := pass.TypesInfo.Defs[id].(*types.Var)
					if val := pass.TypesInfo.Types[spec.Values[i]].Value; ok && val != nil && val.Kind() == constant.Bool && constant.BoolVal(val) {
						vars[v] = true
					}
				}
			}
		}
	}
	return vars
}
