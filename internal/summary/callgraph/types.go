package callgraph

import (
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/symbols"
)

// declaredType is a concrete type that the package declares, with the functions
// that are its methods, own and promoted ones.
type declaredType struct {
	symbol
	methods []method
}

type method struct {
	key    string
	star   bool   // its receiver is a pointer
	target symbol // of a promoted method; else the zero symbol
	full   symbol
}

// declared collects the package's types and interfaces.
func (b *builder) declared() {
	var cache typeutil.MethodSetCache
	for _, fr := range b.namedTypes() {
		if types.IsInterface(fr) {
			b.use(fr)
			continue
		}
		t := declaredType{symbol: symbols.Type(fr)}
		for _, sel := range typeutil.IntuitiveMethodSet(fr, &cache) {
			fn := sel.Obj().(*types.Func)
			m := method{key: symbols.MethodKey(fn), full: b.implementation(fn)}
			if len(sel.Index()) > 1 {
				m.target = m.full
			} else {
				_, m.star = types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer)
			}
			t.methods = append(t.methods, m)
		}
		if len(t.methods) > 0 {
			b.types = append(b.types, t)
		}
	}
}

// implementation returns the symbol of a method, also of one that comes from an
// embedded interface.
func (b *builder) implementation(fn *types.Func) symbol {
	if recv := fn.Signature().Recv().Type(); types.IsInterface(recv) {
		return b.method(recv, fn.Name())
	}
	return symbols.Func(fn)
}

// namedTypes returns the named types that the package declares, those in
// functions among them, in the order of the source.
func (b *builder) namedTypes() (list []types.Type) {
	for _, f := range b.pass.Files {
		for _, t := range typeNames(f) {
			obj, ok := b.info.Defs[t].(*types.TypeName)
			if !ok || obj.IsAlias() {
				continue
			}
			if n, ok := obj.Type().(*types.Named); ok {
				list = append(list, n)
			}
		}
	}
	return list
}
