package callgraph

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/symbols"
)

// values records which functions n puts into which place.
func (b *builder) values(n ast.Node, fr *frame) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if len(n.Lhs) != len(n.Rhs) {
			for _, lhs := range n.Lhs {
				b.put(lhs, n.Rhs[0], fr)
			}
			return
		}
		for i := range n.Lhs {
			b.put(n.Lhs[i], n.Rhs[i], fr)
		}
	case *ast.ValueSpec:
		for i, id := range n.Names {
			if i < len(n.Values) {
				b.put(id, n.Values[i], fr)
			}
		}
	case *ast.RangeStmt:
		for _, e := range []ast.Expr{n.Key, n.Value} {
			if e != nil {
				b.put(e, n.X, fr)
			}
		}
	case *ast.SendStmt:
		if s, _ := b.place(n.Chan, fr); s.Name != "" && holdsFuncs(b.info.TypeOf(n.Chan)) {
			b.flow(s, n.Value, fr)
		}
	case *ast.CompositeLit:
		b.composite(n, fr)
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			if holdsFuncs(b.info.TypeOf(e)) {
				b.flow(symbols.Results(fr.symbol), e, fr)
			}
		}
	case *ast.CallExpr:
		b.arguments(n, fr)
	}
}

// put records that lhs is set to rhs, or to an element of it.
func (b *builder) put(lhs, rhs ast.Expr, fr *frame) {
	t := b.info.TypeOf(lhs)
	if t == nil || !holdsFuncs(t) {
		return
	}
	if id, ok := lhs.(*ast.Ident); ok {
		v, _ := b.info.ObjectOf(id).(*types.Var)
		if p, isParam := b.paramOf(rhs); isParam && v != nil && b.info.Defs[id] != nil {
			b.params[v] = p // another name for a parameter or an element of it
			return
		}
	}
	if s, _ := b.place(lhs, fr); s.Name != "" {
		b.flow(s, rhs, fr)
	}
}

// paramOf returns the parameter that e is, or is an element of.
func (b *builder) paramOf(e ast.Expr) (param, bool) {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.IndexExpr:
			e = x.X
		case *ast.UnaryExpr:
			e = x.X
		case *ast.Ident:
			v, ok := b.info.ObjectOf(x).(*types.Var)
			if !ok {
				return param{}, false
			}
			p, ok := b.params[v]
			return p, ok
		default:
			return param{}, false
		}
	}
}

// composite records the functions that are put into the fields of a struct.
// Elements of lists and maps belong to where the list goes.
func (b *builder) composite(n *ast.CompositeLit, fr *frame) {
	t := b.info.TypeOf(n)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // []*T{{…}}
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range n.Elts {
		var field *types.Var
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			id, _ := kv.Key.(*ast.Ident)
			field, _ = b.info.ObjectOf(id).(*types.Var)
			e = kv.Value
		} else if i < st.NumFields() {
			field = st.Field(i)
		}
		if field != nil && holdsFuncs(field.Type()) {
			b.flow(b.fieldSymbol(t, field), e, fr)
		}
	}
}

// arguments records the functions that a call hands to the parameters of its
// callee.
func (b *builder) arguments(call *ast.CallExpr, fr *frame) {
	if tv := b.info.Types[call.Fun]; tv.IsType() {
		if s := symbols.Type(tv.Type); s.Name != "" && holdsFuncs(tv.Type) && len(call.Args) == 1 {
			b.flow(symbol{Pkg: s.Pkg, Name: s.Name + "()"}, call.Args[0], fr)
		}
		return
	}
	fn, ok := typeutil.Callee(b.info, call).(*types.Func)
	if !ok {
		return
	}
	callee := symbols.Func(fn)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn.Signature().Recv() != nil {
		callee = b.selected(sel)
	}
	if !b.known(callee) {
		return // of a library: whoever hands it a function has it called
	}
	params := fn.Signature().Params()
	for i, a := range call.Args {
		if holdsFuncs(b.info.TypeOf(a)) {
			b.flow(paramSymbol(callee, min(i, params.Len()-1)), a, fr)
		}
	}
}

// flow records that the functions of e get into a place.
func (b *builder) flow(to symbol, e ast.Expr, fr *frame) {
	if !b.known(to) {
		return
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		b.edge(to, b.literals[x])
		return
	case *ast.CompositeLit:
		for _, elt := range x.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			if holdsFuncs(b.info.TypeOf(elt)) {
				b.flow(to, elt, fr)
			}
		}
		return
	case *ast.CallExpr:
		b.flowCall(to, x, fr)
		return
	}
	if fn := b.functionOf(e); fn.Name != "" {
		b.edge(to, fn)
		return
	}
	s, _ := b.place(e, fr)
	b.edge(to, s)
}

// flowCall records that what a call returns gets into a place.
func (b *builder) flowCall(to symbol, call *ast.CallExpr, fr *frame) {
	if b.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		b.flow(to, call.Args[0], fr)
		return
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if bi, ok := b.info.Uses[id].(*types.Builtin); ok && bi.Name() == "append" {
			for _, a := range call.Args {
				b.flow(to, a, fr)
			}
			return
		}
	}
	s, _ := b.place(call, fr)
	b.edge(to, s)
}

// functionOf returns the function or method that e names, also one of an
// interface.
func (b *builder) functionOf(e ast.Expr) symbol {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		if fn, ok := b.info.Uses[x].(*types.Func); ok {
			return symbols.Func(fn)
		}
	case *ast.SelectorExpr:
		if fn, ok := b.info.Uses[x.Sel].(*types.Func); ok && fn.Signature().Recv() == nil {
			return symbols.Func(fn)
		}
		return b.selected(x)
	case *ast.IndexExpr:
		if b.info.Types[x.Index].IsType() {
			return b.functionOf(x.X)
		}
	case *ast.IndexListExpr:
		return b.functionOf(x.X)
	}
	return symbol{}
}

// place returns the place from which e takes a function. It is its own if it is
// a parameter of the function that is walked through: the one who gave the
// function has it called.
func (b *builder) place(e ast.Expr, fr *frame) (s symbol, own bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := b.info.ObjectOf(x).(*types.Var)
		if !ok {
			return symbol{}, false
		}
		if p, ok := b.params[v]; ok {
			return p.symbol, fr.owns(p)
		}
		return b.variable(v, fr), false
	case *ast.SelectorExpr:
		if sel := b.info.Selections[x]; sel != nil && sel.Kind() == types.FieldVal {
			return b.fieldSymbol(owner(sel), sel.Obj().(*types.Var)), false
		}
		if v, ok := b.info.Uses[x.Sel].(*types.Var); ok {
			return b.variable(v, fr), false
		}
	case *ast.IndexExpr:
		return b.place(x.X, fr)
	case *ast.StarExpr:
		return b.place(x.X, fr)
	case *ast.UnaryExpr:
		return b.place(x.X, fr)
	case *ast.SliceExpr:
		return b.place(x.X, fr)
	case *ast.CallExpr:
		if b.info.Types[x.Fun].IsType() && len(x.Args) == 1 {
			return b.place(x.Args[0], fr)
		}
		if fn, ok := typeutil.Callee(b.info, x).(*types.Func); ok {
			callee := symbols.Func(fn)
			if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && fn.Signature().Recv() != nil {
				callee = b.selected(sel)
			}
			if b.known(callee) {
				return symbols.Results(callee), false
			}
		}
	}
	return symbol{}, false
}

// owns reports whether a call of p in fr runs for the caller of the function
// whose parameter p is.
func (fr *frame) owns(p param) bool {
	for f := fr; f != nil; f = f.parent {
		if f == p.frame {
			return true
		}
		if !f.inPlace {
			return false
		}
	}
	return false
}

// variable returns the symbol of a variable that is no parameter.
func (b *builder) variable(v *types.Var, fr *frame) symbol {
	if v.Pkg() == nil || !holdsFuncs(v.Type()) {
		return symbol{}
	}
	if v.Parent() == v.Pkg().Scope() {
		return symbol{Pkg: symbols.PackagePath(v.Pkg()), Name: "@" + v.Name()}
	}
	s, ok := b.places[v]
	if !ok {
		b.numbers[fr.declared]++
		s = symbol{Pkg: b.self, Name: fmt.Sprint(fr.declared, "~", b.numbers[fr.declared])}
		b.places[v] = s
	}
	return s
}

// owner returns the struct whose field a selection ends at.
func owner(sel *types.Selection) types.Type {
	t := sel.Recv()
	index := sel.Index()
	for _, i := range index[:len(index)-1] {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		t = t.Underlying().(*types.Struct).Field(i).Type()
	}
	return t
}

// fieldSymbol returns the symbol of a field of a struct type.
func (b *builder) fieldSymbol(t types.Type, field *types.Var) symbol {
	field = field.Origin()
	if s := symbols.Type(t); s.Name != "" {
		s.Name += "." + field.Name()
		return s
	}
	if field.Pkg() == nil || symbols.PackagePath(field.Pkg()) != b.self {
		return symbol{}
	}
	s, ok := b.places[field]
	if !ok {
		b.numbers["field"]++
		s = symbol{Pkg: b.self, Name: fmt.Sprint("~", b.numbers["field"])}
		b.places[field] = s
	}
	return s
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
