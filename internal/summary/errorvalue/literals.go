package errorvalue

import (
	"go/ast"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// literal returns what a literal makes.
func (b *builder) literal(around ast.Node, lit *ast.CompositeLit) *made {
	t, ok := b.types[frameworks.TypeOf(b.info.TypeOf(lit))]
	if !ok {
		return b.ownLiteral(around, lit)
	}
	m := &made{framework: t.framework, status: response.Status{Param: response.None}}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return nil // all fields, in an order that may differ between versions
		}
		switch id, _ := kv.Key.(*ast.Ident); {
		case id == nil:
		case id.Name == t.Status:
			m.status = b.res.Status(around, kv.Value)
		case id.Name == t.Message:
			m.texts = []text{{"", kv.Value}}
		}
	}
	return m
}

// ownLiteral returns what a literal of a type of the project's own makes. The
// fields of embedded structs count as its own.
func (b *builder) ownLiteral(around ast.Node, lit *ast.CompositeLit) *made {
	name := b.own(b.info.TypeOf(lit))
	if name == nil {
		return nil
	}
	m := &made{typ: name}
	b.fields(around, lit, m)
	return m
}

func (b *builder) fields(around ast.Node, lit *ast.CompositeLit, m *made) {
	st, ok := b.info.TypeOf(lit).Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		var field *types.Var
		value := elt
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			id, _ := kv.Key.(*ast.Ident)
			if id == nil {
				continue
			}
			field, _ = b.info.Uses[id].(*types.Var)
			value = kv.Value
		} else if i < st.NumFields() {
			field = st.Field(i)
		}
		if field != nil {
			b.field(around, field, value, m)
		}
	}
}

func (b *builder) field(around ast.Node, field *types.Var, value ast.Expr, m *made) {
	value = ast.Unparen(value)
	if inner, ok := value.(*ast.CompositeLit); ok && field.Embedded() {
		b.fields(around, inner, m)
		return
	}
	if !isStatus(field.Type()) {
		m.texts = append(m.texts, text{field.Name(), value})
		return
	}
	if sel, ok := value.(*ast.SelectorExpr); ok && b.info.Selections[sel] != nil && b.own(b.info.Selections[sel].Recv()) == m.typ {
		m.copied = true
	}
	m.ints = append(m.ints, Int{field.Name(), b.res.Status(around, value)})
}
