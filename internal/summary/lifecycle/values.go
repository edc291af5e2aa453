package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
)

// value is what a variable is set to: an expression, or one of the results of a
// call.
type value struct {
	expr  ast.Expr // nil if it is not known
	index int      // of the result, -1 if the expression has one value
}

// assignments returns all that variables and fields are set to in the package.
func assignments(in *inspector.Inspector, info *types.Info) map[types.Object][]value {
	values := make(map[types.Object][]value)
	set := func(lhs ast.Expr, v value) {
		if x := expr.Var(info, lhs); x != nil {
			values[x.Origin()] = append(values[x.Origin()], v)
		}
	}
	setAll := func(lhs, rhs []ast.Expr) {
		for i, l := range lhs {
			switch {
			case len(lhs) == len(rhs):
				set(l, value{rhs[i], -1})
			case len(rhs) == 1:
				set(l, value{rhs[0], i})
			}
		}
	}
	for c := range in.Root().Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.CompositeLit)(nil), (*ast.FuncType)(nil)) {
		switch n := c.Node().(type) {
		case *ast.AssignStmt:
			if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
				setAll(n.Lhs, n.Rhs)
			} else {
				set(n.Lhs[0], value{nil, -1})
			}
		case *ast.ValueSpec:
			var lhs []ast.Expr
			for _, id := range n.Names {
				lhs = append(lhs, id)
			}
			setAll(lhs, n.Values)
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil {
					set(e, value{nil, -1})
				}
			}
		case *ast.CompositeLit:
			fields := structOf(info.TypeOf(n))
			for i, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					set(kv.Key, value{kv.Value, -1})
				} else if fields != nil && i < fields.NumFields() {
					f := fields.Field(i).Origin()
					values[f] = append(values[f], value{e, -1})
				}
			}
		case *ast.FuncType:
			for _, f := range n.Params.List {
				for _, id := range f.Names {
					set(id, value{nil, -1})
				}
			}
		}
	}
	return values
}

// structOf returns the struct that t is, or points to; nil if it is none.
func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// Value returns the only expression that the variable which e names is set to,
// and the index of the result if that is a call with several; nil if it is set
// more often, or by somebody else.
func (r *Result) Value(e ast.Expr) (ast.Expr, int) {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil, -1
	}
	v, ok := r.info.ObjectOf(id).(*types.Var)
	if !ok || len(r.values[v]) != 1 {
		return nil, -1
	}
	only := r.values[v][0]
	return only.expr, only.index
}

// literal returns the composite literal that is the server at e, nil if it is
// not seen: the server is made elsewhere.
func (r *Result) literal(e ast.Expr) *ast.CompositeLit {
	for range 4 {
		if lit, ok := unwrap(e).(*ast.CompositeLit); ok {
			return lit
		}
		obj := r.object(e)
		if obj == nil || len(r.values[obj]) != 1 || r.values[obj][0].expr == nil {
			return nil
		}
		e = r.values[obj][0].expr
	}
	return nil
}
