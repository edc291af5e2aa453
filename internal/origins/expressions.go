package origins

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// maxDepth bounds how deep expressions, statements and calls may nest.
const maxDepth = 200

// eval evaluates an expression.
func (r *run) eval(f *frame, e ast.Expr) value {
	if r.depth++; r.depth > maxDepth {
		r.giveUp()
	}
	defer func() { r.depth-- }()
	if e == nil || !r.step() {
		return lost()
	}
	if v, ok := r.constant(e); ok {
		return v
	}
	switch n := e.(type) {
	case *ast.ParenExpr:
		return r.eval(f, n.X)
	case *ast.StarExpr:
		return r.eval(f, n.X)
	case *ast.Ident:
		return r.ident(f, n)
	case *ast.SelectorExpr:
		return r.selector(f, n)
	case *ast.UnaryExpr:
		return r.unary(f, n)
	case *ast.BinaryExpr:
		return r.binary(f, n)
	case *ast.IndexExpr:
		return r.index(f, n)
	case *ast.SliceExpr:
		return r.slice(f, n)
	case *ast.CallExpr:
		return r.call(f, n)
	case *ast.CompositeLit:
		return r.literal(f, n)
	case *ast.FuncLit:
		return closure{params: n.Type.Params, result: n.Type.Results, body: n.Body, frame: f}
	case *ast.TypeAssertExpr:
		return lost(r.eval(f, n.X))
	}
	return unknown{taint: ofOrigin}
}

// constant returns the constant that e is written as.
func (r *run) constant(e ast.Expr) (value, bool) {
	if s, ok := r.replace[ast.Unparen(e)]; ok {
		return known(s), true
	}
	if c := r.info.Types[e].Value; c != nil {
		return ofConstant(c), true
	}
	return nil, false
}

func (r *run) ident(f *frame, n *ast.Ident) value {
	switch obj := r.info.ObjectOf(n).(type) {
	case *types.Var:
		if h := f.holding(obj); h != nil {
			return h.vars[obj]
		}
		return r.variable(n, obj)
	case *types.Func:
		return r.function(obj, nil)
	case *types.Const:
		return ofConstant(obj.Val())
	case *types.Nil:
		return null{}
	}
	return unknown{taint: ofOrigin}
}

// function returns a function of any package, or a method of recv.
func (r *run) function(fn *types.Func, recv value) value {
	cur, ok := r.view.Declaration(fn)
	if !ok {
		return native{fn, recv}
	}
	decl := cur.Node().(*ast.FuncDecl)
	if decl.Body == nil {
		return native{fn, recv}
	}
	c := closure{params: decl.Type.Params, result: decl.Type.Results, body: decl.Body, frame: r.root(), recv: recv}
	if decl.Recv != nil && len(decl.Recv.List) == 1 && len(decl.Recv.List[0].Names) == 1 {
		c.self = decl.Recv.List[0].Names[0]
	}
	return c
}

func (r *run) selector(f *frame, n *ast.SelectorExpr) value {
	sel := r.info.Selections[n]
	if sel == nil { // of a package
		switch obj := r.info.Uses[n.Sel].(type) {
		case *types.Var:
			return r.variable(n, obj)
		case *types.Func:
			return native{fn: obj}
		}
		return unknown{taint: ofOrigin}
	}
	switch obj := sel.Obj().(type) {
	case *types.Var:
		return r.field(n, obj, r.eval(f, n.X))
	case *types.Func:
		if sel.Kind() == types.MethodExpr {
			return unknown{taint: ofOrigin}
		}
		return r.function(obj, r.eval(f, n.X))
	}
	return unknown{taint: ofOrigin}
}

// field returns a field of a struct.
func (r *run) field(n *ast.SelectorExpr, v *types.Var, of value) value {
	switch of := of.(type) {
	case *object:
		if len(r.info.Selections[n].Index()) == 1 {
			return of.field(v.Name())
		}
		return lost(of)
	case link:
		return linkField(of, v.Name())
	case unknown:
		switch {
		case fieldOf(v, "net/http", "Method"), fieldOf(v, "net/url", "Path") && of.taint&ofOrigin != 0:
			return unknown{taint: ofRequest}
		case of.taint&(ofOrigin|ofRequest) != 0:
			return of
		case r.isRequestType(v.Type()):
			return unknown{taint: ofOrigin}
		}
		if r.busy[v] {
			return unknown{taint: ofOrigin}
		}
		r.busy[v] = true
		defer delete(r.busy, v)
		return r.sources(n, v)
	case null:
		return unknown{taint: ofOrigin} // a panic
	}
	return lost(of)
}

func (r *run) unary(f *frame, n *ast.UnaryExpr) value {
	switch n.Op {
	case token.NOT:
		switch r.truth(f, n.X) {
		case yes:
			return boolean(false)
		case no:
			return boolean(true)
		}
		return unknown{taint: ofOrigin}
	case token.AND:
		return r.address(f, n.X)
	case token.SUB:
		if x, ok := r.eval(f, n.X).(number); ok {
			return -x
		}
	}
	return lost(r.eval(f, n.X))
}

// address evaluates &e. A pointer to a struct and the struct are one; what another
// pointer points to is not followed.
func (r *run) address(f *frame, e ast.Expr) value {
	v := r.eval(f, e)
	switch v.(type) {
	case *object, link, unknown:
		return v
	}
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v = unknown{taint: ofOrigin}
		r.store(f, id, v)
	}
	return v
}

func (r *run) binary(f *frame, n *ast.BinaryExpr) value {
	switch n.Op {
	case token.LAND, token.LOR:
		switch r.truth(f, n) {
		case yes:
			return boolean(true)
		case no:
			return boolean(false)
		}
		return unknown{taint: ofOrigin}
	}
	x, y := r.eval(f, n.X), r.eval(f, n.Y)
	switch n.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return r.compare(n.Op, x, y)
	case token.ADD:
		if a, ok := x.(text); ok {
			if b, ok := y.(text); ok && len(a.s)+len(b.s) < 1<<12 {
				return text{a.s + b.s, a.taint | b.taint}
			}
		}
	}
	a, ok := x.(number)
	b, ok2 := y.(number)
	if !ok || !ok2 {
		return lost(x, y)
	}
	return arithmetic(n.Op, a, b)
}

func arithmetic(op token.Token, a, b number) value {
	switch op {
	case token.ADD:
		return a + b
	case token.SUB:
		return a - b
	case token.MUL:
		return a * b
	case token.AND:
		return a & b
	case token.OR:
		return a | b
	case token.QUO, token.REM:
		if b == 0 {
			break // a panic
		}
		if op == token.QUO {
			return a / b
		}
		return a % b
	}
	return unknown{taint: ofOrigin}
}

// compare compares two values.
func (r *run) compare(op token.Token, x, y value) value {
	a, aText := x.(text)
	b, bText := y.(text)
	if aText && bText {
		return r.compareTexts(op, a, b)
	}
	if a, ok := x.(number); ok {
		if b, ok := y.(number); ok {
			return boolean(constant.Compare(constant.MakeInt64(int64(a)), op, constant.MakeInt64(int64(b))))
		}
	}
	equal := unsure
	switch {
	case isNull(x) || isNull(y):
		equal = compareNull(x, y)
	default:
		a, ok := x.(boolean)
		b, ok2 := y.(boolean)
		if ok && ok2 {
			equal = truthOf(a == b)
		}
	}
	switch {
	case equal == unsure, op != token.EQL && op != token.NEQ:
		return lost(x, y)
	case op == token.NEQ:
		equal = not(equal)
	}
	return boolean(equal == yes)
}

func isNull(v value) bool {
	_, ok := v.(null)
	return ok
}

func compareNull(x, y value) truth {
	if isNull(y) {
		y = x
	}
	switch y := y.(type) {
	case null:
		return yes
	case unknown:
		return unsure
	case *list:
		return truthOf(len(y.elems) == 0)
	case *mapping:
		return truthOf(len(y.keys) == 0)
	}
	return no
}

func (r *run) index(f *frame, n *ast.IndexExpr) value {
	if r.isOrigin != nil && r.isOrigin(n) {
		return text{r.origin, ofOrigin}
	}
	if tv := r.info.Types[n.X]; tv.IsType() {
		return unknown{taint: ofOrigin}
	}
	if _, ok := r.info.TypeOf(n.X).(*types.Signature); ok {
		return r.eval(f, n.X) // a generic function
	}
	x, i := r.eval(f, n.X), r.eval(f, n.Index)
	switch x := x.(type) {
	case text:
		if i, ok := i.(number); ok && i >= 0 && int(i) < len(x.s) {
			return number(x.s[i])
		}
	case *list:
		if i, ok := i.(number); ok && i >= 0 && int(i) < len(x.elems) {
			return x.elems[i]
		}
	case *mapping:
		elem, _ := r.lookup(x, i)
		return elem
	case unknown:
		return r.unless(tuple{x, i}, r.info.TypeOf(n), types.ExprString(n), types.ExprString(n))
	}
	return lost(x, i)
}

// lookup returns m[key] and whether it is there.
func (r *run) lookup(m *mapping, key value) (elem, ok value) {
	k, isText := key.(text)
	for _, own := range m.keys {
		if o, ok := own.(text); ok && isText {
			r.compareTexts(token.EQL, k, o) // for the notes
		}
		if keyOf(own) == nil {
			return lost(key, own, unknown{taint: ofOrigin}), lost(key, own, unknown{taint: ofOrigin})
		}
	}
	if keyOf(key) == nil {
		return lost(key), lost(key)
	}
	if i := m.at(key); i >= 0 {
		return m.elems[i], boolean(true)
	}
	return m.zero, boolean(false)
}

func (r *run) slice(f *frame, n *ast.SliceExpr) value {
	x := r.eval(f, n.X)
	size := 0
	switch x := x.(type) {
	case text:
		size = len(x.s)
	case *list:
		size = len(x.elems)
	default:
		return lost(x)
	}
	low, ok := r.bound(f, n.Low, 0, size)
	high, ok2 := r.bound(f, n.High, size, size)
	if !ok || !ok2 || low > high {
		return lost(x, unknown{taint: ofOrigin}) // perhaps a panic
	}
	switch x := x.(type) {
	case text:
		return text{x.s[low:high], x.taint}
	case *list:
		return &list{elems: x.elems[low:high]}
	}
	return lost(x)
}

func (r *run) bound(f *frame, e ast.Expr, otherwise, size int) (int, bool) {
	if e == nil {
		return otherwise, true
	}
	n, ok := r.eval(f, e).(number)
	return int(n), ok && n >= 0 && int(n) <= size
}

func (r *run) literal(f *frame, n *ast.CompositeLit) value {
	t := r.info.TypeOf(n)
	if t == nil {
		return lost()
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // an element without its type
	}
	switch u := t.Underlying().(type) {
	case *types.Slice, *types.Array:
		return r.listLiteral(f, n)
	case *types.Map:
		m := &mapping{zero: elementZero(u.Elem())}
		if len(n.Elts) > maxElems {
			return unknown{taint: ofOrigin}
		}
		for _, elt := range n.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				m.set(r.eval(f, kv.Key), r.eval(f, kv.Value))
			}
		}
		return m
	case *types.Struct:
		return r.structLiteral(f, n, u)
	}
	return unknown{taint: ofOrigin}
}

func (r *run) listLiteral(f *frame, n *ast.CompositeLit) value {
	l := &list{}
	if len(n.Elts) > maxElems {
		return unknown{taint: ofOrigin}
	}
	for _, elt := range n.Elts {
		if _, ok := elt.(*ast.KeyValueExpr); ok {
			return unknown{taint: ofOrigin}
		}
		l.elems = append(l.elems, r.eval(f, elt))
	}
	l.elems = slices.Clip(l.elems)
	return l
}

func (r *run) structLiteral(f *frame, n *ast.CompositeLit, t *types.Struct) value {
	o := &object{fields: make(map[string]value), typ: t}
	for i, elt := range n.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok {
				o.fields[key.Name] = r.eval(f, kv.Value)
			}
		} else if i < t.NumFields() {
			o.fields[t.Field(i).Name()] = r.eval(f, elt)
		}
	}
	return o
}
