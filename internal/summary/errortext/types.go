package errortext

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// own reports whether t is an error type of the project's own: what such an
// error says is for the client to read.
func (b *builder) own(t types.Type) bool {
	if t == nil {
		return false
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil || types.IsInterface(n) {
		return false
	}
	return b.ours(n.Obj().Pkg()) && (expr.IsError(n) || expr.IsError(types.NewPointer(n)))
}

// ours reports whether pkg is of the module that is analysed.
func (b *builder) ours(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	if pkg == b.pass.Pkg {
		return true
	}
	if b.module != "" {
		return pkg.Path() == b.module || strings.HasPrefix(pkg.Path(), b.module+"/")
	}
	first, _, _ := strings.Cut(b.pass.Pkg.Path(), "/")
	other, _, _ := strings.Cut(pkg.Path(), "/")
	return first == other
}

// text reports whether a value of type t can have a text in it.
func text(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Signature, *types.Chan:
		return false
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok {
			return b.Info()&types.IsString != 0 || b.Kind() == types.Byte
		}
	}
	id := frameworks.TypeOf(t)
	return !frameworks.IsContext(id) && id != frameworks.Type{Pkg: "context", Name: "Context"} && id != frameworks.Type{Pkg: "time", Name: "Time"}
}

// hidden reports whether a field of a struct is seen by no encoder and by no
// template.
func hidden(f *types.Var, tag string) bool {
	return !f.Exported() && !f.Embedded() || strings.Contains(tag, `json:"-"`)
}

// element is one value of a composite literal.
type element struct {
	field *types.Var // of a struct
	key   string     // of a map, if it is constant
	value ast.Expr
}

// elements returns the values in a composite literal that can be seen.
func (b *builder) elements(lit *ast.CompositeLit) []element {
	t := b.info.TypeOf(lit)
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok { // &T elided
		t = p.Elem()
	}
	st, isStruct := t.Underlying().(*types.Struct)
	var list []element
	for i, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		switch {
		case !isStruct && ok:
			list = append(list, element{key: b.constant(kv.Key), value: kv.Value})
		case !isStruct:
			list = append(list, element{value: e})
		case ok:
			id, _ := kv.Key.(*ast.Ident)
			if id == nil {
				continue
			}
			for j := range st.NumFields() {
				if f := st.Field(j); f.Name() == id.Name && !hidden(f, st.Tag(j)) {
					list = append(list, element{field: f.Origin(), value: kv.Value})
				}
			}
		case i < st.NumFields() && !hidden(st.Field(i), st.Tag(i)):
			list = append(list, element{field: st.Field(i).Origin(), value: e})
		}
	}
	return list
}
