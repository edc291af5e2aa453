package response

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// isResponse reports whether t is a response that goes to the client: it has
// the methods of http.ResponseWriter or is a framework's context that can
// write. A recorder's response goes elsewhere.
func (b *builder) isResponse(t types.Type) bool {
	if t == nil {
		return false
	}
	is, known := b.isWriter[t]
	if !known {
		is = b.carries(t) || hasWriterMethods(t)
		b.isWriter[t] = is
	}
	return is
}

// hasWriterMethods reports whether t has the methods of http.ResponseWriter.
func hasWriterMethods(t types.Type) bool {
	if frameworks.TypeOf(t) == (frameworks.Type{Pkg: "net/http/httptest", Name: "ResponseRecorder"}) {
		return false
	}
	method := func(name string) *types.Signature {
		obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
		fn, ok := obj.(*types.Func)
		if !ok {
			return nil
		}
		return fn.Signature()
	}
	header := method("Header")
	if header == nil || header.Results().Len() != 1 || frameworks.TypeOf(header.Results().At(0).Type()) != (frameworks.Type{Pkg: "net/http", Name: "Header"}) {
		return false
	}
	w := method("WriteHeader")
	return w != nil && w.Params().Len() == 1 && w.Results().Len() == 0 && method("Write") != nil
}

// carries reports whether t is a type of the tables by which responses are
// written, or a project's own around one: a struct or an interface that embeds
// it. The methods of the latter are helpers, not a response writer's.
func (b *builder) carries(t types.Type) bool { return b.embeds(t, 0) }

// embeds gives up on types that embed each other more deeply than any real ones
// do.
func (b *builder) embeds(t types.Type, depth int) bool {
	if b.responses[frameworks.TypeOf(t)] {
		return true
	}
	if depth > 4 {
		return false
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for i := range u.NumFields() {
			if u.Field(i).Embedded() && b.embeds(u.Field(i).Type(), depth+1) {
				return true
			}
		}
	case *types.Interface:
		for i := range u.NumEmbeddeds() {
			if b.embeds(u.EmbeddedType(i), depth+1) {
				return true
			}
		}
	}
	return false
}

// writesTo reports whether what is written to e goes to a client: e is a
// response, or the writer of its body.
func (b *builder) writesTo(e ast.Expr) bool {
	if b.isResponse(b.info.TypeOf(e)) {
		return true
	}
	e = ast.Unparen(e)
	if v := b.variable(e); v != nil {
		s, ok := b.only(v)
		if !ok || s.index != 0 {
			return false
		}
		e = ast.Unparen(s.expr)
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := b.target(call)
	return b.bodies[frameworks.FuncOf(fn)] && b.partOf(b.receiver(call))
}

// partOf reports whether e is got from a response by its fields and methods
// (ctx.Response.Header), or is one.
func (b *builder) partOf(e ast.Expr) bool {
	for e != nil {
		e = ast.Unparen(e)
		if b.isResponse(b.info.TypeOf(e)) {
			return true
		}
		switch x := e.(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.CallExpr:
			e = b.receiver(x)
		case *ast.UnaryExpr:
			e = x.X
		case *ast.Ident:
			v := b.variable(x)
			if v == nil {
				return false
			}
			s, ok := b.only(v)
			if !ok || s.index != 0 {
				return false
			}
			e = s.expr
		default:
			return false
		}
	}
	return false
}

// isHandler reports whether sig is that of a function which a framework calls
// with a response, and nobody else: one of those of the tables, or a method
// without parameters of a type that carries its response.
func (b *builder) isHandler(sig *types.Signature) bool {
	if recv := sig.Recv(); recv != nil && sig.Params().Len() == 0 && sig.Results().Len() == 0 {
		return b.carries(recv.Type())
	}
	for _, f := range frameworks.All() {
		if slices.ContainsFunc(f.Handlers, func(params []frameworks.Type) bool { return b.takes(sig.Params(), params) }) {
			return true
		}
	}
	return false
}

// takes reports whether the parameters are of the types, each response one of
// the project's own perhaps.
func (b *builder) takes(params *types.Tuple, want []frameworks.Type) bool {
	if params.Len() != len(want) {
		return false
	}
	for i, w := range want {
		t := params.At(i).Type()
		switch got := kindOfParam(t); {
		case got == w:
		case b.responses[w] && b.carries(t), w == frameworks.Type{Pkg: "net/http", Name: "ResponseWriter"} && hasWriterMethods(t):
		default:
			return false
		}
	}
	return true
}

// kindOfParam returns what the tables call the type of a handler's parameter.
func kindOfParam(t types.Type) frameworks.Type {
	if id := frameworks.TypeOf(t); id != (frameworks.Type{}) && !isFunc(t) {
		return id
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return frameworks.Type{Name: "func"}
	case *types.Interface:
		if u.Empty() {
			return frameworks.Type{Name: "any"}
		}
		if types.Identical(t, types.Universe.Lookup("error").Type()) {
			return frameworks.Type{Name: "error"}
		}
	case *types.Slice:
		return frameworks.Type{Name: "bytes"}
	}
	return frameworks.Type{}
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}
