package bodyread

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// flow is what a declared function, with its literals, does to readers, in the
// order of the source.
type flow struct {
	*pkg
	decl    *ast.FuncDecl
	assigns map[*types.Var][]assign
	bodies  []assign // what is put into the Body of a request
	bounds  []bound
	unpacks []unpack
	calls   []*ast.CallExpr
	limits  bool
	tokens  bool // a decoder is asked for tokens: it reads a value at a time
	// compared are the variables whose length is compared, and those of
	// io.LimitedReader that are asked what is left.
	compared map[*types.Var]bool
}

// assign is one value of a variable; value is nil if it is not known, and result
// the index of the result if it is a call.
type assign struct {
	pos    token.Pos
	value  ast.Expr
	result int
	block  ast.Node // the innermost block round it
	fn     ast.Node // the innermost function
}

// bound is a place from which on the request is bounded, in the function fn.
// memory says that what was read is put back: it is no limit.
type bound struct {
	pos    token.Pos
	fn     ast.Node
	memory bool
}

// unpack is a place where the body of a request becomes what is decompressed of
// it, in the function fn.
type unpack struct {
	body     *ast.SelectorExpr
	unpacker *ast.CallExpr
	pos      token.Pos
	fn       ast.Node
}

func newFlow(p *pkg, decl *ast.FuncDecl) *flow {
	f := &flow{pkg: p, decl: decl, assigns: make(map[*types.Var][]assign), compared: make(map[*types.Var]bool)}
	p.flows[decl] = f // calls of itself
	var stack []ast.Node
	ast.Inspect(decl, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		f.visit(n, stack)
		return true
	})
	return f
}

func (f *flow) visit(n ast.Node, stack []ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			if len(n.Lhs) == len(n.Rhs) {
				f.assign(l, n.Rhs[i], 0, n.End(), stack)
			} else {
				f.assign(l, n.Rhs[0], i, n.End(), stack)
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			switch {
			case len(n.Values) == len(n.Names):
				f.assign(name, n.Values[i], 0, n.End(), stack)
			case len(n.Values) == 1:
				f.assign(name, n.Values[0], i, n.End(), stack)
			}
		}
	case *ast.RangeStmt:
		for _, l := range []ast.Expr{n.Key, n.Value} {
			if l != nil {
				f.assign(l, nil, 0, n.Body.Pos(), stack)
			}
		}
	case *ast.UnaryExpr:
		if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && n.Op == token.AND {
			f.assign(id, nil, 0, n.End(), stack)
		}
	case *ast.BinaryExpr:
		f.comparison(n, stack)
	case *ast.SelectorExpr:
		f.left(n)
		f.mention(n.Sel)
	case *ast.Ident:
		f.mention(n)
	case *ast.CallExpr:
		f.call(n, stack)
	}
}

// mention notes a library's body limit.
func (f *flow) mention(id *ast.Ident) {
	if fn, ok := f.info.Uses[id].(*types.Func); ok {
		kind, _ := frameworks.MiddlewareOf(fn)
		f.limits = f.limits || kind.Has(frameworks.MiddlewareBodyLimit)
	}
}

// assign notes that l gets a value, of which e is the expression, or of which e
// is the call with several results.
func (f *flow) assign(l, e ast.Expr, result int, pos token.Pos, stack []ast.Node) {
	a := assign{pos, e, result, innermost[*ast.BlockStmt](stack), function(stack)}
	for i := len(stack) - 1; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.CaseClause, *ast.CommClause:
			if a.block.Pos() <= n.Pos() {
				a.block = n
			}
		}
	}
	switch l := ast.Unparen(l).(type) {
	case *ast.Ident:
		if v, ok := f.info.ObjectOf(l).(*types.Var); ok {
			f.assigns[v] = append(f.assigns[v], a)
		}
	case *ast.SelectorExpr:
		if !f.isBody(l) {
			return
		}
		f.bodies = append(f.bodies, a)
		switch o := f.source(e, result, pos-1); {
		case o == nil || !o.plain() && o.unpacker == nil:
			f.bounds = append(f.bounds, bound{pos, a.fn, f.isBuffer(e)})
		case o.unpacker != nil && !o.bounded && o.param == nil:
			f.unpacks = append(f.unpacks, unpack{l, o.unpacker, pos, a.fn})
		case o.unpacker != nil:
			f.bounds = append(f.bounds, bound{pos: pos, fn: a.fn})
		}
	}
}

// innermost returns the innermost node of the type T on the stack, or the
// outermost node.
func innermost[T ast.Node](stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		if n, ok := stack[i].(T); ok {
			return n
		}
	}
	return stack[0]
}

// function returns the innermost function on the stack.
func function(stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		switch stack[i].(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return stack[i]
		}
	}
	return stack[0]
}

// isBody reports whether sel is the Body of a request of net/http.
func (f *flow) isBody(sel *ast.SelectorExpr) bool {
	return f.isField(sel, "Request", "Body")
}

// isField reports whether sel is that field of a type of net/http.
func (f *flow) isField(sel *ast.SelectorExpr, typ, field string) bool {
	v, ok := f.info.Uses[sel.Sel].(*types.Var)
	if !ok || !v.IsField() || v.Name() != field || v.Pkg() == nil || v.Pkg().Path() != pathHTTP {
		return false
	}
	s := f.info.Selections[sel]
	if s == nil {
		return false
	}
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] { // the fields that it is embedded through
		t = fieldType(t, i)
	}
	return frameworks.TypeOf(t) == frameworks.Type{Pkg: pathHTTP, Name: typ}
}

func fieldType(t types.Type, i int) types.Type {
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok && i < s.NumFields() {
		return s.Field(i).Type()
	}
	return t
}

const pathHTTP = "net/http"

// comparison notes a check of a request's declared length, and comparisons of the
// length of what was read.
func (f *flow) comparison(e *ast.BinaryExpr, stack []ast.Node) {
	switch e.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ, token.EQL, token.NEQ:
	default:
		return
	}
	for _, sides := range [][2]ast.Expr{{e.X, e.Y}, {e.Y, e.X}} {
		ordered := e.Op != token.EQL && e.Op != token.NEQ
		if sel, ok := f.unconverted(sides[0]).(*ast.SelectorExpr); ok && ordered && f.isField(sel, "Request", "ContentLength") && !f.isZero(sides[1]) {
			f.bounds = append(f.bounds, bound{pos: e.End(), fn: function(stack)})
		}
		call, ok := f.unconverted(sides[0]).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || f.isZero(sides[1]) {
			continue
		}
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "len" {
			f.compare(call.Args[0])
		}
	}
}

// unconverted returns the expression that e converts, or e.
func (f *flow) unconverted(e ast.Expr) ast.Expr {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && f.info.Types[call.Fun].IsType() {
		return f.unconverted(call.Args[0])
	}
	return e
}

func (f *flow) isZero(e ast.Expr) bool {
	v := f.info.Types[e].Value
	return v != nil && v.Kind() == constant.Int && constant.Sign(v) == 0
}

// left notes that an io.LimitedReader is asked what is left.
func (f *flow) left(sel *ast.SelectorExpr) {
	v, ok := f.info.Uses[sel.Sel].(*types.Var)
	if ok && v.IsField() && v.Name() == "N" && v.Pkg() != nil && v.Pkg().Path() == "io" {
		f.compare(sel.X)
	}
}

func (f *flow) compare(e ast.Expr) {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := f.info.Uses[id].(*types.Var); ok {
			f.compared[v] = true
		}
	}
}

// call notes a call, and what it bounds.
func (f *flow) call(call *ast.CallExpr, stack []ast.Node) {
	f.calls = append(f.calls, call)
	id, fn := f.callee(call)
	switch {
	case id == frameworks.Func{Pkg: "encoding/json", Recv: "Decoder", Name: "Token"}, id == frameworks.Func{Pkg: "encoding/xml", Recv: "Decoder", Name: "Token"}:
		f.tokens = true
	case frameworks.BoundsBody(id):
		f.bounds = append(f.bounds, bound{pos: call.End(), fn: function(stack)})
	case fn != nil && f.takesRequest(call):
		if fact := f.fact(fn); fact.Bounds || fact.Restores {
			f.bounds = append(f.bounds, bound{call.End(), function(stack), !fact.Bounds})
		}
	}
	if kind := frameworks.CallSignal(id); kind.Has(frameworks.MiddlewareBodyLimit) && f.handsOn(function(stack)) {
		f.limits = true
	}
}

// takesRequest reports whether a call is given a request or a context of a
// framework.
func (f *flow) takesRequest(call *ast.CallExpr) bool {
	for _, a := range call.Args {
		if f.isGiven(a) {
			return true
		}
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && f.isGiven(sel.X)
}

func (f *flow) isGiven(e ast.Expr) bool {
	t := f.info.TypeOf(e)
	return t != nil && frameworks.IsContext(frameworks.TypeOf(t))
}

// handsOn reports whether a function runs another handler: by ServeHTTP, by a
// framework's Next, or by calling a function that it was given.
func (f *flow) handsOn(fn ast.Node) bool {
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return !found
		}
		id, callee := f.callee(call)
		switch {
		case frameworks.RunsNext(id), id.Name == "ServeHTTP":
			found = true
		case callee == nil && !f.info.Types[call.Fun].IsType() && f.takesRequest(call):
			found = true
		}
		return !found
	})
	return found
}

// at returns what the body of a request is at pos: what is done before it, in a
// function that pos is in, bounds it, or has put back what was read.
func (f *flow) at(pos token.Pos) (o origin) {
	for _, b := range f.bounds {
		if b.pos <= pos && b.fn.Pos() <= pos && pos < b.fn.End() {
			o.bounded = o.bounded || !b.memory
			o.memory = o.memory || b.memory
		}
	}
	return o
}

// summary returns what callers of the function know.
func (f *flow) summary(fn *types.Func) (fact Fact) {
	for _, b := range f.bounds {
		fact.Bounds = fact.Bounds || b.fn == f.decl && !b.memory
		fact.Restores = fact.Restores || b.fn == f.decl && b.memory
	}
	sig := fn.Signature()
	for _, r := range f.reads() {
		if r.origin.param == nil || r.origin.limit != nil || r.origin.bounded || r.origin.unpacker != nil {
			continue
		}
		for i := range sig.Params().Len() {
			if sig.Params().At(i) == r.origin.param {
				fact.Reads = append(fact.Reads, Param{i, r.Kind == Decoded})
			}
		}
	}
	return fact
}
