package bodyread

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// origin is what a reader reads: the body of a request, or a reader that the
// function is given.
type origin struct {
	param    *types.Var    // the parameter, nil if it is a request's body
	bounded  bool          // no more than a bound comes of it, and an error if there is more
	memory   bool          // it was read before
	unpacker *ast.CallExpr // decompresses it
	limit    ast.Node      // the io.LimitReader that ends it
	limited  *types.Var    // the variable with the io.LimitedReader
}

// plain reports whether as much comes of it as a client sends.
func (o *origin) plain() bool {
	return !o.bounded && !o.memory && o.unpacker == nil && o.limit == nil
}

// maxDepth bounds the steps from a read back to the body.
const maxDepth = 12

// source returns what e, or the result-th result of the call e, reads at pos; nil
// if that is not known, or nothing of a request.
func (f *flow) source(e ast.Expr, result int, pos token.Pos) *origin {
	return f.trace(e, result, pos, maxDepth)
}

func (f *flow) trace(e ast.Expr, result int, pos token.Pos, depth int) *origin {
	if depth == 0 || e == nil {
		return nil
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return f.variable(e, pos, depth)
	case *ast.SelectorExpr:
		return f.body(e, pos, depth)
	case *ast.UnaryExpr:
		if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok && e.Op == token.AND {
			return f.limitedReader(lit, pos, depth)
		}
	case *ast.CallExpr:
		if result == 0 {
			return f.wrapper(e, pos, depth)
		}
	}
	return nil
}

// body returns the origin of a request's Body.
func (f *flow) body(sel *ast.SelectorExpr, pos token.Pos, depth int) *origin {
	if !f.isBody(sel) || !f.isServed(sel.X, pos, depth) {
		return nil
	}
	o := f.at(pos)
	if !o.plain() {
		return &o
	}
	for i := len(f.bodies) - 1; i >= 0; i-- { // r.Body = gz
		if b := f.bodies[i]; b.pos <= pos && b.fn.Pos() <= pos && pos < b.fn.End() {
			if s := f.trace(b.value, b.result, b.pos-1, depth-1); s != nil && s.unpacker != nil {
				return s
			}
		}
	}
	return &o
}

// isServed reports whether e is a request that the process serves: a parameter,
// the request of a framework's context, or a copy of one.
func (f *flow) isServed(e ast.Expr, pos token.Pos, depth int) bool {
	if depth == 0 {
		return false
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := f.info.Uses[e].(*types.Var)
		if !ok {
			return false
		}
		if values := f.values(v, pos); len(values) > 0 {
			for _, a := range values {
				if a.value == nil || a.result != 0 || !f.isServed(a.value, a.pos-1, depth-1) {
					return false
				}
			}
			return true
		}
		if !f.isParam(v) {
			return false
		}
		_, served := f.path.Entry(pos)
		return served
	case *ast.StarExpr:
		return f.isServed(e.X, pos, depth-1)
	case *ast.SelectorExpr: // c.Request, or the request that a type of the service's has beside the response
		return f.isGiven(e.X) || f.besideResponse(e)
	case *ast.CallExpr: // c.Request(), r.WithContext(ctx)
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		id, _ := f.callee(e)
		if id.Pkg == pathHTTP {
			return id.Recv == "Request" && f.isServed(sel.X, pos, depth-1)
		}
		return f.isGiven(sel.X)
	}
	return false
}

// besideResponse reports whether sel is a field with a request of a struct that
// has the response, too.
func (f *flow) besideResponse(sel *ast.SelectorExpr) bool {
	s := f.info.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal {
		return false
	}
	t := types.Unalias(s.Recv())
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for v := range st.Fields() {
		if frameworks.TypeOf(v.Type()) == (frameworks.Type{Pkg: pathHTTP, Name: "ResponseWriter"}) {
			return true
		}
	}
	return false
}

// isParam reports whether v is a parameter of the function or of a literal in
// it.
func (f *flow) isParam(v *types.Var) bool {
	found := false
	ast.Inspect(f.decl, func(n ast.Node) bool {
		var typ *ast.FuncType
		switch n := n.(type) {
		case *ast.FuncDecl:
			typ = n.Type
			if n.Recv != nil {
				found = found || n.Recv.Pos() <= v.Pos() && v.Pos() < n.Recv.End()
			}
		case *ast.FuncLit:
			typ = n.Type
		default:
			return !found
		}
		found = found || typ.Params.Pos() <= v.Pos() && v.Pos() < typ.Params.End()
		return !found
	})
	return found
}

// values returns what v can hold at pos: the values that it is given before, up
// to the last one that it is given in any case.
func (f *flow) values(v *types.Var, pos token.Pos) (list []assign) {
	all := f.assigns[v]
	for i := len(all) - 1; i >= 0; i-- {
		a := all[i]
		if a.pos > pos {
			continue
		}
		list = append(list, a)
		if a.block.Pos() <= pos && pos < a.block.End() {
			break
		}
	}
	return list
}

// variable returns the origin of a variable: of all that it can hold.
func (f *flow) variable(id *ast.Ident, pos token.Pos, depth int) *origin {
	v, ok := f.info.Uses[id].(*types.Var)
	if !ok {
		v, ok = f.info.Defs[id].(*types.Var)
	}
	if !ok {
		return nil
	}
	values := f.values(v, pos)
	if len(values) == 0 {
		if f.isParam(v) && isReader(v.Type()) {
			return &origin{param: v}
		}
		return nil
	}
	dominated := false
	var all []*origin
	for _, a := range values {
		o := f.trace(a.value, a.result, a.pos-1, depth-1)
		if o == nil {
			return nil
		}
		all = append(all, o)
		dominated = dominated || a.block.Pos() <= pos && pos < a.block.End()
	}
	if !dominated && f.isParam(v) && isReader(v.Type()) {
		all = append(all, &origin{param: v})
	}
	o := merge(all)
	if o.limit != nil && o.limited == nil {
		o.limited = v
	}
	return o
}

// merge returns what can be read where it is one of several: what is
// decompressed of all, then what one of them bounds, since who bounds a body
// sometimes can be told to.
func merge(all []*origin) *origin {
	best := *all[0]
	for _, o := range all[1:] {
		best.bounded = best.bounded || o.bounded || (o.limit == nil) != (best.limit == nil)
		if best.unpacker == nil && o.unpacker != nil {
			best.unpacker = o.unpacker
		}
		best.memory = best.memory && o.memory
	}
	if best.unpacker != nil {
		for _, o := range all {
			if o.unpacker != nil && !o.bounded && o.limit == nil {
				best.bounded = false
			}
		}
	}
	return &best
}

// isReader reports whether t is an interface with a method Read.
func isReader(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range i.Methods() {
		if m.Name() == "Read" {
			return true
		}
	}
	return false
}

// limitedReader returns the origin of an io.LimitedReader.
func (f *flow) limitedReader(lit *ast.CompositeLit, pos token.Pos, depth int) *origin {
	if frameworks.TypeOf(f.info.TypeOf(lit)) != (frameworks.Type{Pkg: "io", Name: "LimitedReader"}) || len(lit.Elts) == 0 {
		return nil
	}
	e := lit.Elts[0]
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			break
		}
		if id, ok := kv.Key.(*ast.Ident); ok && id.Name == "R" {
			e = kv.Value
		}
	}
	return f.trace(e, 0, pos, depth-1).cut(lit)
}

// cut returns what a LimitReader of o reads.
func (o *origin) cut(by ast.Node) *origin {
	if o == nil {
		return nil
	}
	c := *o
	if c.unpacker != nil || c.bounded {
		c.bounded = true
		return &c
	}
	c.limit = by
	return &c
}

// The functions that wrap a reader, by what becomes of it.
var (
	transparent = map[frameworks.Func]bool{
		{Pkg: "bufio", Name: "NewReader"}: true, {Pkg: "bufio", Name: "NewReaderSize"}: true,
		{Pkg: "io", Name: "NopCloser"}: true, {Pkg: "io", Name: "TeeReader"}: true,
		{Pkg: "io/ioutil", Name: "NopCloser"}: true,
	}
	ofMemory = map[frameworks.Func]bool{
		{Pkg: "bytes", Name: "NewReader"}: true, {Pkg: "bytes", Name: "NewBuffer"}: true,
		{Pkg: "strings", Name: "NewReader"}: true, {Pkg: "bytes", Name: "NewBufferString"}: true,
	}
)

// isBuffer reports whether e is a reader of what is in memory.
func (f *flow) isBuffer(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		id, _ := f.callee(e)
		if ofMemory[id] {
			return true
		}
		return len(e.Args) > 0 && (transparent[id] || f.info.Types[e.Fun].IsType()) && f.isBuffer(e.Args[0])
	case *ast.UnaryExpr:
		return e.Op == token.AND && f.isMemory(e.X)
	case *ast.Ident:
		return f.isMemory(e)
	}
	return false
}

// wrapper returns the origin of what a call returns.
func (f *flow) wrapper(call *ast.CallExpr, pos token.Pos, depth int) *origin {
	if len(call.Args) == 0 {
		return nil
	}
	if f.info.Types[call.Fun].IsType() {
		return f.trace(call.Args[0], 0, pos, depth-1)
	}
	id, _ := f.callee(call)
	switch {
	case id == frameworks.Func{Pkg: pathHTTP, Name: "MaxBytesReader"} && len(call.Args) == 3:
		o := f.trace(call.Args[1], 0, pos, depth-1)
		if o != nil {
			o.bounded = true
		}
		return o
	case id == frameworks.Func{Pkg: "io", Name: "LimitReader"}:
		return f.trace(call.Args[0], 0, pos, depth-1).cut(call)
	case transparent[id]:
		return f.trace(call.Args[0], 0, pos, depth-1)
	case frameworks.IsUnpacker(id):
		o := f.trace(call.Args[0], 0, pos, depth-1)
		if o == nil {
			return nil
		}
		return &origin{param: o.param, unpacker: call}
	case ofMemory[id]:
		return f.bytes(f.unconverted(call.Args[0]), pos, depth-1)
	}
	return nil
}

// bytes returns the origin of bytes that were read of a request.
func (f *flow) bytes(e ast.Expr, pos token.Pos, depth int) *origin {
	id, ok := e.(*ast.Ident)
	if !ok || depth <= 0 {
		return nil
	}
	v, ok := f.info.Uses[id].(*types.Var)
	if !ok {
		return nil
	}
	values := f.values(v, pos)
	if len(values) != 1 || values[0].result != 0 {
		return nil
	}
	call, ok := ast.Unparen(values[0].value).(*ast.CallExpr)
	if !ok {
		return nil
	}
	for _, r := range f.readsOf(call, depth-1) {
		if r.Kind == Whole {
			return &origin{param: r.origin.param, memory: true}
		}
	}
	return nil
}
