package processexit

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// singleValues returns what variables and fields are set to, if the package
// sets them once; nil for those that it sets more often, or that somebody else
// sets: parameters, and what a pointer is taken of. What tests set does not
// count. A variable that is set together with others has the call that all come
// from.
func singleValues(in *inspector.Inspector, pass *analysis.Pass) map[*types.Var]ast.Expr {
	values := make(map[*types.Var]ast.Expr)
	set := func(lhs, rhs ast.Expr) {
		if v := expr.Var(pass.TypesInfo, lhs); v != nil {
			if _, again := values[v]; again {
				rhs = nil
			}
			values[v] = rhs
		}
	}
	setAll := func(lhs, rhs []ast.Expr) {
		for i := range lhs {
			switch {
			case len(lhs) == len(rhs):
				set(lhs[i], rhs[i])
			case len(rhs) == 1:
				set(lhs[i], rhs[0])
			}
		}
	}
	for file := range in.Root().Preorder((*ast.File)(nil)) {
		if strings.HasSuffix(pass.Fset.File(file.Node().Pos()).Name(), "_test.go") {
			continue
		}
		for c := range file.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.FuncType)(nil), (*ast.KeyValueExpr)(nil)) {
			switch n := c.Node().(type) {
			case *ast.FuncType:
				for _, field := range n.Params.List {
					for _, id := range field.Names {
						set(id, nil)
					}
				}
			case *ast.AssignStmt:
				setAll(n.Lhs, n.Rhs)
			case *ast.ValueSpec:
				lhs := make([]ast.Expr, len(n.Names))
				for i, id := range n.Names {
					lhs[i] = id
				}
				setAll(lhs, n.Values)
			case *ast.RangeStmt:
				setAll([]ast.Expr{n.Key, n.Value}, []ast.Expr{nil, nil})
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					set(n.X, nil) // may be set through the pointer
				}
			case *ast.KeyValueExpr:
				if _, ok := c.Parent().Node().(*ast.CompositeLit); ok {
					set(n.Key, n.Value)
				}
			}
		}
	}
	return values
}

// resolve follows parentheses, instantiations, conversions and variables that
// are set once.
func (r *Result) resolve(e ast.Expr) ast.Expr {
	for range 8 { // a chain of variables is short
		e = ast.Unparen(e)
		switch x := e.(type) {
		case *ast.CallExpr:
			if !r.info.Types[x.Fun].IsType() || len(x.Args) != 1 {
				return x
			}
			e = x.Args[0]
			continue
		case *ast.IndexExpr:
			if _, ok := r.info.TypeOf(x.X).(*types.Signature); !ok {
				return x
			}
			e = x.X
			continue
		case *ast.IndexListExpr:
			e = x.X
			continue
		}
		v := expr.Var(r.info, e)
		if v == nil || r.values[v] == nil {
			return e
		}
		e = r.values[v]
	}
	return e
}

// function returns the function or method that e names, nil if it names none.
func (r *Result) function(e ast.Expr) *types.Func {
	return expr.Func(r.info, r.resolve(e))
}

// receiver returns the receiver of the method that e names, nil if e names a
// function or the method expression of a type.
func (r *Result) receiver(e ast.Expr) ast.Expr {
	sel, ok := r.resolve(e).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	if s := r.info.Selections[sel]; s == nil || s.Kind() != types.MethodVal {
		return nil
	}
	return sel.X
}

// hooked returns the packages of which pass uses something that makes their
// functions do something else than to end the process.
func hooked(pass *analysis.Pass) map[string]bool {
	var used map[string]bool
	imports := false
	for _, p := range pass.Pkg.Imports() {
		imports = imports || len(frameworks.ExitHooks(p.Path())) > 0
	}
	if !imports {
		return nil
	}
	for id, obj := range pass.TypesInfo.Uses {
		if obj.Pkg() == nil || strings.HasSuffix(pass.Fset.File(id.Pos()).Name(), "_test.go") {
			continue
		}
		for _, h := range frameworks.ExitHooks(obj.Pkg().Path()) {
			if h.Pkg == obj.Pkg().Path() && h.Name == obj.Name() {
				if used == nil {
					used = make(map[string]bool)
				}
				used[h.Pkg] = true
			}
		}
	}
	return used
}
