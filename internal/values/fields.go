package values

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
)

// ofSelector returns the values of x.f: of the field of x if the package knows
// it, of what the configuration says, of the field of any variable otherwise.
func (v *View) ofSelector(n *ast.SelectorExpr, at []inspector.Cursor) []Value {
	unknown := []Value{{Expr: n, At: at}}
	sel := v.info.Selections[n]
	if sel == nil {
		obj, ok := v.info.Uses[n.Sel].(*types.Var)
		switch {
		case ok && obj.Pkg() == v.pkg && !obj.IsField():
			return v.ofVariable(n.Sel, obj, "", at)
		case ok:
			return v.ofForeign(n, obj, at)
		}
		return unknown
	}
	if sel.Kind() != types.FieldVal {
		return unknown
	}
	f := sel.Obj().(*types.Var)
	vals := v.field(n.X, f.Name(), at)
	if !slices.ContainsFunc(vals, func(val Value) bool { return val.Whole }) {
		return vals
	}
	if vals, ok := v.configuredField(n, at); ok {
		return vals
	}
	if f.Pkg() == v.pkg {
		if vals := v.anywhere(f, at, v.sources, nil); vals != nil {
			return vals
		}
	}
	if f.Pkg() != v.pkg {
		if vals, ok := v.writtenElsewhere(n, f, at); ok {
			return vals
		}
	}
	if vals, ok := v.defaultOfField(n, at); ok {
		return vals
	}
	return unknown
}

// ofEmbedded returns the values of a field of x.f, where f is embedded, as those
// of the field that is promoted to x; ok is false if they are not known.
func (v *View) ofEmbedded(n *ast.SelectorExpr, name string, at []inspector.Cursor) (vals []Value, ok bool) {
	sel := v.info.Selections[n]
	if sel == nil || sel.Kind() != types.FieldVal || !sel.Obj().(*types.Var).Embedded() || len(sel.Index()) != 1 {
		return nil, false
	}
	f, index, _ := types.LookupFieldOrMethod(sel.Recv(), true, v.pkg, name)
	if _, isField := f.(*types.Var); !isField || len(index) != 2 || index[0] != sel.Index()[0] {
		return nil, false
	}
	vals = v.field(n.X, name, at)
	return vals, !slices.ContainsFunc(vals, func(val Value) bool { return val.Whole })
}

// fieldOf returns the field of this package that n selects, or nil.
func (v *View) fieldOf(n *ast.SelectorExpr) *types.Var {
	sel := v.info.Selections[n]
	if sel == nil || sel.Kind() != types.FieldVal {
		return nil
	}
	f := sel.Obj().(*types.Var)
	if f.Pkg() != v.pkg {
		return nil
	}
	return f
}

// anywhere returns the values that the package writes to a field of any
// variable, if nothing else is known to write to it: nobody has its address,
// and it has no tag by which it could be read from a configuration. By default
// it is not read, but a field that is not written has the default of its tag.
func (v *View) anywhere(f *types.Var, at []inspector.Cursor, resolve func(ast.Expr, []inspector.Cursor) []Value, unknown []Value) (vals []Value) {
	x := v.index()
	if !v.harmlessEscapes(f) || len(x.fields[f]) == 0 {
		return unknown
	}
	ok := true
	v.inFrame(nil, func() {
		for _, w := range x.fields[f] {
			switch {
			case v.Skipped(w.at):
			case w.setting != "":
				vals = append(vals, v.bySetting(w, with(at, w.at), unknown)...)
			case w.value == nil || w.index != nil:
				ok = false
			default:
				vals = append(vals, resolve(w.value, with(at, w.at))...)
			}
		}
		ok = v.omitted(f, at, &vals) && ok
	})
	if !ok || len(vals) == 0 {
		return unknown
	}
	vals = preferSettings(vals, x.fields[f])
	setDefault(vals)
	return vals
}

// omitted adds the values that a field has in the literals that leave it out.
func (v *View) omitted(f *types.Var, at []inspector.Cursor, vals *[]Value) (ok bool) {
	for _, lit := range v.index().literals {
		n := lit.Node().(*ast.CompositeLit)
		st, _ := structOf(v.info.TypeOf(n))
		i := fieldIndex(st, f)
		if i < 0 || v.Skipped(lit) {
			continue
		}
		_, has := element(n, f.Name(), i)
		switch {
		case st.Tag(i) != "" && (!v.byDefault || !has && !v.inFailedReturn(lit)):
			return false
		case !has && st.Tag(i) == "":
			*vals = append(*vals, Value{At: with(at, lit)})
		}
	}
	return true
}

// inFailedReturn reports whether a literal is returned beside an error.
func (v *View) inFailedReturn(lit inspector.Cursor) bool {
	for c := range lit.Enclosing((*ast.ReturnStmt)(nil)) {
		results := c.Node().(*ast.ReturnStmt).Results
		n := len(results)
		return n > 1 && expr.IsErrorType(v.info.TypeOf(results[n-1])) && !v.info.Types[results[n-1]].IsNil()
	}
	return false
}

func fieldIndex(st *types.Struct, f *types.Var) int {
	for i := range st.NumFields() {
		if st.Field(i) == f {
			return i
		}
	}
	return -1
}

// element returns the value that a struct literal gives to a field.
func element(lit *ast.CompositeLit, name string, i int) (ast.Expr, bool) {
	for j, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			if i == j {
				return elt, true
			}
			continue
		}
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == name {
			return kv.Value, true
		}
	}
	return nil, false
}

// ofLiteral returns the values of a field of a struct literal, or of a field
// that is promoted to it.
func (v *View) ofLiteral(lit *ast.CompositeLit, name string, at []inspector.Cursor) []Value {
	unknown := []Value{{Expr: lit, Whole: true, At: at}}
	t := v.info.TypeOf(lit)
	st, ok := structOf(t)
	if !ok {
		return unknown
	}
	_, index, _ := types.LookupFieldOrMethod(t, true, v.pkg, name)
	if len(index) == 0 {
		return unknown
	}
	outer := st.Field(index[0])
	value, has := element(lit, outer.Name(), index[0])
	switch {
	case !has:
		return []Value{{At: at}}
	case len(index) > 1:
		return v.field(value, name, at)
	}
	return v.sources(value, at)
}
