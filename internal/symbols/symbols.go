// Package symbols names functions, places that hold functions, types and
// interfaces as the summaries of the link step write them; see [link.Package].
package symbols

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// Symbol names a function, a place that holds functions, a type or an
// interface. The zero Symbol is none.
type Symbol struct {
	Pkg  string // the path of the package; "" for an interface without a name
	Name string
}

// PackagePath returns the path of p as its users write it, also if p is compiled
// for a test.
func PackagePath(p *types.Package) string {
	path, _, _ := strings.Cut(p.Path(), " ")
	return path
}

// Func returns the symbol of a function, a method, or the method of an
// interface.
func Func(fn *types.Func) Symbol {
	fn = fn.Origin()
	if fn.Pkg() == nil {
		return Symbol{} // error.Error
	}
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		t := types.Unalias(recv.Type())
		if types.IsInterface(t) {
			return Method(t, fn.Name())
		}
		star := ""
		if p, ok := t.(*types.Pointer); ok {
			t, star = types.Unalias(p.Elem()), "*"
		}
		n, ok := t.(*types.Named)
		if !ok {
			return Symbol{}
		}
		name = fmt.Sprintf("(%s%s).%s", star, n.Obj().Name(), fn.Name())
	}
	return Symbol{PackagePath(fn.Pkg()), name}
}

// Method returns the symbol of a method of an interface.
func Method(iface types.Type, method string) Symbol {
	s := Interface(iface)
	if s.Name != "" {
		s.Name += "." + method
	}
	return s
}

// Interface returns the symbol of an interface; of one without a name it
// is made of its methods. It is the zero symbol for those without methods and
// for error.
func Interface(t types.Type) Symbol {
	t = types.Unalias(t)
	if p, ok := t.(*types.TypeParam); ok {
		t = types.Unalias(p.Constraint())
	}
	i, ok := t.Underlying().(*types.Interface)
	if !ok || i.NumMethods() == 0 {
		return Symbol{}
	}
	if n, ok := t.(*types.Named); ok {
		if n.Obj().Pkg() == nil {
			return Symbol{}
		}
		return Symbol{PackagePath(n.Obj().Pkg()), n.Obj().Name()}
	}
	return Symbol{Name: "{" + strings.Join(MethodKeys(i), ",") + "}"}
}

// MethodKeys returns the methods of an interface as the format writes them.
func MethodKeys(i *types.Interface) (keys []string) {
	for m := range i.Methods() {
		keys = append(keys, MethodKey(m))
	}
	slices.Sort(keys)
	return keys
}

// MethodKey tells methods of one name apart by how much they take and return,
// which is nearly always enough.
func MethodKey(m *types.Func) string {
	return fmt.Sprintf("%s%d%d", m.Name(), m.Signature().Params().Len(), m.Signature().Results().Len())
}

// Type returns the symbol of a concrete named type or of what t points
// to.
func Type(t types.Type) Symbol {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil || types.IsInterface(n) {
		return Symbol{}
	}
	return Symbol{PackagePath(n.Obj().Pkg()), n.Obj().Name()}
}

// Results returns the symbol of what f returns.
func Results(f Symbol) Symbol { return Symbol{f.Pkg, f.Name + "="} }

// Init is the name of the function in which the initializers of a package's
// variables lie.
const Init = "init"

// Literals names the function literals of a package: "NewRouter$2" is the second
// in NewRouter, in the order of the source.
func Literals(pkg *types.Package, files []*ast.File, info *types.Info) map[*ast.FuncLit]Symbol {
	path, number := PackagePath(pkg), make(map[string]int)
	names := make(map[*ast.FuncLit]Symbol)
	for _, f := range files {
		for _, d := range f.Decls {
			declared := Init
			if d, ok := d.(*ast.FuncDecl); ok {
				if fn, ok := info.Defs[d.Name].(*types.Func); ok {
					declared = Func(fn).Name
				}
			}
			ast.Inspect(d, func(n ast.Node) bool {
				if lit, ok := n.(*ast.FuncLit); ok {
					number[declared]++
					names[lit] = Symbol{path, fmt.Sprint(declared, "$", number[declared])}
				}
				return true
			})
		}
	}
	return names
}
