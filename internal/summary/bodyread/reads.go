package bodyread

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// read is a Read with what is read.
type read struct {
	*Read
	origin *origin
}

// reads returns what the function reads to its end: bodies and parameters.
func (f *flow) reads() (list []read) {
	for _, call := range f.calls {
		list = append(list, f.readsOf(call, maxDepth)...)
	}
	return list
}

// readsOf returns what a call reads to its end.
func (f *flow) readsOf(call *ast.CallExpr, depth int) (list []read) {
	id, fn := f.callee(call)
	if row, ok := frameworks.BodyReadOf(id); ok {
		if r, ok := f.row(call, row, depth); ok {
			list = append(list, r)
		}
		return list
	}
	if fn == nil {
		return nil
	}
	for _, p := range f.fact(fn).Reads {
		if p.Index >= len(call.Args) {
			continue
		}
		if o := f.trace(call.Args[p.Index], 0, call.Pos(), depth); o != nil {
			kind := Whole
			if p.Decodes {
				kind = Decoded
			}
			list = append(list, newRead(call, kind, o))
		}
	}
	return list
}

func newRead(call *ast.CallExpr, kind Kind, o *origin) read {
	return read{&Read{Call: call, Kind: kind, Unpacker: o.unpacker, Cut: o.limit}, o}
}

// row returns what a call reads of which the tables have a row.
func (f *flow) row(call *ast.CallExpr, row frameworks.BodyRead, depth int) (read, bool) {
	kind := Whole
	switch {
	case row.Spills:
		kind = Spilled
	case row.Decodes:
		kind = Decoded
	}
	body := receiver(call)
	if row.Body >= 0 {
		if row.Body >= len(call.Args) {
			return read{}, false
		}
		body = call.Args[row.Body]
	}
	switch {
	case body == nil,
		row.ToMemory && !f.isMemory(call.Args[0]),
		row.Binding > 0 && !f.bindsBody(call.Args[row.Binding]),
		row.Pkg != "io" && f.tokens && row.Name == "NewDecoder":
		return read{}, false
	}
	t := f.info.TypeOf(body)
	if t == nil {
		return read{}, false
	}
	if frameworks.IsContext(frameworks.TypeOf(t)) {
		if frameworks.TypeOf(t) == (frameworks.Type{Pkg: pathHTTP, Name: "Request"}) && !f.isServed(body, call.Pos(), depth) {
			return read{}, false
		}
		o := f.at(call.Pos())
		return newRead(call, kind, &o), true
	}
	o := f.trace(body, 0, call.Pos(), depth)
	if o == nil {
		return read{}, false
	}
	return newRead(call, kind, o), true
}

func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// isMemory reports whether e is a writer that keeps in memory what it is given.
func (f *flow) isMemory(e ast.Expr) bool {
	switch frameworks.TypeOf(f.info.TypeOf(e)) {
	case frameworks.Type{Pkg: "bytes", Name: "Buffer"}, frameworks.Type{Pkg: "strings", Name: "Builder"}:
		return true
	}
	return false
}

// bindsBody reports whether e is a binding of gin's that decodes bodies.
func (f *flow) bindsBody(e ast.Expr) bool {
	v := expr.Var(f.info, e)
	if v == nil || v.Pkg() == nil || v.Pkg().Path() != "github.com/gin-gonic/gin/binding" {
		return false
	}
	switch v.Name() {
	case "Query", "Header", "Uri", "Form", "FormPost":
		return false
	}
	return true
}

// requestReads returns the reads of requests' bodies that the function does not
// bound, and those that cut a body short; and the places of the others.
func (f *flow) requestReads() (list []*Read, bounded []token.Pos) {
	for _, r := range f.reads() {
		o := r.origin
		switch {
		case o.param != nil || o.memory && o.unpacker == nil:
			continue
		case o.bounded || o.unpacker == nil && o.limit != nil && !f.misleads(r):
			bounded = append(bounded, r.Call.Pos())
			continue
		case o.unpacker != nil:
			r.Cut = nil
		}
		list = append(list, r.Read)
	}
	return list, bounded
}

// misleads reports whether a read of what a LimitReader ends takes a part of a
// body for the whole: it is decoded, by the read or afterwards, and nobody looks
// whether there was more.
func (f *flow) misleads(r read) bool {
	if r.origin.limited != nil && f.compared[r.origin.limited] {
		return false
	}
	if r.Kind == Decoded {
		return true
	}
	for v, values := range f.assigns {
		for _, a := range values {
			if a.result == 0 && a.value != nil && ast.Unparen(a.value) == ast.Expr(r.Call) {
				return !f.compared[v] && f.unmarshals(v)
			}
		}
	}
	return false
}

// unmarshals reports whether the function decodes the bytes in v.
func (f *flow) unmarshals(v *types.Var) bool {
	for _, call := range f.calls {
		id, _ := f.callee(call)
		if !frameworks.Unmarshals(id) || len(call.Args) == 0 {
			continue
		}
		if arg, ok := ast.Unparen(call.Args[0]).(*ast.Ident); ok && f.info.Uses[arg] == types.Object(v) {
			return true
		}
	}
	return false
}

// handedOn returns the unpacks of requests that the function hands on, and does
// not bound afterwards.
func (f *flow) handedOn() (list []*Unpack) {
	for _, u := range f.unpacks {
		bounded := slices.ContainsFunc(f.bounds, func(b bound) bool { return b.pos > u.pos && b.fn == u.fn && !b.memory })
		if !bounded && f.handsOn(u.fn) {
			list = append(list, &Unpack{u.body, u.unpacker})
		}
	}
	return list
}
