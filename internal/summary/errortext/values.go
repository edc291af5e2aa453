package errortext

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// typeSet is a set of types of error values of which responses are made.
type typeSet map[frameworks.Type]bool

// answers reports whether a value of type t is one of which a response is made: a
// framework's, or one of which the package makes responses.
func (b *builder) answers(t types.Type) bool {
	id := frameworks.TypeOf(t)
	_, ok := b.made[id]
	return ok || b.senders[id]
}

// handlers finds out what the functions that make responses of error values do
// with the values' texts.
func (b *builder) handlers() {
	for _, p := range b.pass.Pkg.Imports() {
		fact := new(Package)
		if b.pass.ImportPackageFact(p, fact) {
			for _, t := range fact.Shows {
				b.shows[t] = true
			}
			for _, t := range fact.Hides {
				b.hides[t] = true
			}
		}
	}
	for _, node := range b.order {
		f := b.funcs[node]
		if len(f.shows) == 0 && !f.hides {
			continue
		}
		for _, v := range b.valuesIn(f) {
			t := frameworks.TypeOf(v.Type())
			name := b.typeName(v.Type())
			switch {
			case name == nil:
			case slices.Contains(f.shows, v):
				b.shows[t] = true
				b.result.Shows = append(b.result.Shows, name)
			case f.hides:
				b.hides[t] = true
				b.result.Hides = append(b.result.Hides, name)
			}
		}
	}
}

// valuesIn returns the variables and parameters of f with error values of which
// responses are made.
func (b *builder) valuesIn(f *function) (vars []*types.Var) {
	ast.Inspect(f.node, func(n ast.Node) bool {
		if n == f.node {
			return true
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.Ident:
			if v, ok := b.info.ObjectOf(n).(*types.Var); ok && !v.IsField() && b.answers(v.Type()) && !slices.Contains(vars, v) {
				vars = append(vars, v)
			}
		}
		return true
	})
	return vars
}

func (b *builder) typeName(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// typeNamed returns the type with that identity, of this package or of one below
// it; nil if there is none.
func (b *builder) typeNamed(t frameworks.Type) *types.TypeName {
	if t == (frameworks.Type{}) {
		return nil
	}
	seen := make(map[*types.Package]bool)
	var find func(p *types.Package) *types.TypeName
	find = func(p *types.Package) *types.TypeName {
		if seen[p] {
			return nil
		}
		seen[p] = true
		if p.Path() == t.Pkg {
			name, _ := p.Scope().Lookup(t.Name).(*types.TypeName)
			return name
		}
		for _, imp := range p.Imports() {
			if name := find(imp); name != nil {
				return name
			}
		}
		return nil
	}
	return find(b.pass.Pkg)
}

// export tells the packages that import this one what becomes of error values.
func (b *builder) export() {
	if len(b.shows)+len(b.hides) == 0 {
		return
	}
	b.pass.ExportPackageFact(&Package{Shows: b.shows.list(), Hides: b.hides.list()})
}

func (s typeSet) list() []frameworks.Type {
	var list []frameworks.Type
	for t := range s {
		list = append(list, t)
	}
	slices.SortFunc(list, func(x, y frameworks.Type) int {
		return cmp.Or(cmp.Compare(x.Pkg, y.Pkg), cmp.Compare(x.Name, y.Name))
	})
	return list
}

// isSent reports whether the text of a leak gets to the client, as far as is
// known.
func (b *builder) isSent(l *Leak) bool {
	switch {
	case l.Carrier != nil:
		t := frameworks.TypeOf(l.Carrier.Type())
		l.Known = b.known[t] || b.senders[t]
		return !b.hides[t] || b.shows[t]
	case l.Framework != "":
		own := b.central[l.Framework]
		l.Known = own || b.pass.Pkg.Name() == "main"
		if !own || l.Returned {
			return !own // the default handler sends it
		}
		for t, name := range b.names {
			if name == l.Framework && b.shows[t] {
				return true
			}
		}
		return false
	}
	return true
}

// Framework returns the name of the framework that a type of error values is of,
// or "".
func (r *Result) Framework(t *types.TypeName) string { return r.names[frameworks.TypeOf(t.Type())] }
