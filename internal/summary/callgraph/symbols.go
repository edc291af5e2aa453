package callgraph

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// symbol names a function, a place that holds functions, a type or an
// interface; see [link.Package]. The zero symbol is none.
type symbol struct{ pkg, name string }

// pkgPath returns the path of p as its users write it, also if p is compiled
// for a test.
func pkgPath(p *types.Package) string {
	path, _, _ := strings.Cut(p.Path(), " ")
	return path
}

// funcSymbol returns the symbol of a function, a method, or the method of an
// interface.
func funcSymbol(fn *types.Func) symbol {
	fn = fn.Origin()
	if fn.Pkg() == nil {
		return symbol{} // error.Error
	}
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		t := types.Unalias(recv.Type())
		if types.IsInterface(t) {
			return methodSymbol(t, fn.Name())
		}
		star := ""
		if p, ok := t.(*types.Pointer); ok {
			t, star = types.Unalias(p.Elem()), "*"
		}
		n, ok := t.(*types.Named)
		if !ok {
			return symbol{}
		}
		name = fmt.Sprintf("(%s%s).%s", star, n.Obj().Name(), fn.Name())
	}
	return symbol{pkgPath(fn.Pkg()), name}
}

// methodSymbol returns the symbol of a method of an interface.
func methodSymbol(iface types.Type, method string) symbol {
	s := interfaceSymbol(iface)
	if s.name != "" {
		s.name += "." + method
	}
	return s
}

// interfaceSymbol returns the symbol of an interface; of one without a name it
// is made of its methods. It is the zero symbol for those without methods and
// for error.
func interfaceSymbol(t types.Type) symbol {
	t = types.Unalias(t)
	if p, ok := t.(*types.TypeParam); ok {
		t = types.Unalias(p.Constraint())
	}
	i, ok := t.Underlying().(*types.Interface)
	if !ok || i.NumMethods() == 0 {
		return symbol{}
	}
	if n, ok := t.(*types.Named); ok {
		if n.Obj().Pkg() == nil {
			return symbol{}
		}
		return symbol{pkgPath(n.Obj().Pkg()), n.Obj().Name()}
	}
	return symbol{name: "{" + strings.Join(methodKeys(i), ",") + "}"}
}

// methodKeys returns the methods of an interface as the format writes them.
func methodKeys(i *types.Interface) (keys []string) {
	for m := range i.Methods() {
		keys = append(keys, methodKey(m))
	}
	slices.Sort(keys)
	return keys
}

// methodKey tells methods of one name apart by how much they take and return,
// which is nearly always enough.
func methodKey(m *types.Func) string {
	return fmt.Sprintf("%s%d%d", m.Name(), m.Signature().Params().Len(), m.Signature().Results().Len())
}

// typeSymbol returns the symbol of a concrete named type or of what t points
// to.
func typeSymbol(t types.Type) symbol {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil || types.IsInterface(n) {
		return symbol{}
	}
	return symbol{pkgPath(n.Obj().Pkg()), n.Obj().Name()}
}

// holdsFuncs reports whether values of type t are functions, or lists, maps,
// channels or pointers of them.
func holdsFuncs(t types.Type) bool {
	for range 4 {
		if t == nil {
			return false
		}
		switch u := t.Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		case *types.Chan:
			t = u.Elem()
		case *types.Pointer:
			t = u.Elem()
		default:
			return false
		}
	}
	return false
}
