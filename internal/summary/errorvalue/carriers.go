package errorvalue

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Carrier is a type of the project of whose values responses are made: a struct
// that holds the status, or a function type whose result is the status, or an
// error, that its caller answers with.
type Carrier struct {
	Type frameworks.Type // no name: a function type without one, of this package only
	// Field is the struct's field with the status; "" if it is not known which.
	Field string
	// Sent are the fields that clients get to read; none if it is not known
	// which.
	Sent []string
	// Result is the index of a function's result.
	Result int
}

// is reports whether two places make responses of the same values.
func (c Carrier) is(o Carrier) bool {
	return c.Type == o.Type && c.Field == o.Field && c.Result == o.Result
}

// Sender is a place that makes a response of a carrier.
type Sender struct {
	Carrier
	Call *ast.CallExpr // answers, or sets the status

	name *types.TypeName
	sig  *types.Signature // of a function type
}

// senders finds the places of the package that make responses of carriers.
func (b *builder) senders() {
	for c := range b.in.Root().Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		if len(b.res.Call(call)) == 0 {
			continue
		}
		around := enclosing(c)
		if around == nil {
			continue
		}
		for _, arg := range b.res.StatusArgs(call) {
			for _, s := range b.carriersOf(around, arg, 0) {
				s.Call = call
				b.send(s)
			}
		}
		for _, arg := range call.Args {
			if s, ok := b.returnedTo(around, arg); ok {
				s.Call = call
				b.send(s)
			}
		}
	}
	if b.res.FillsErrors {
		b.fillers()
	}
	for _, s := range b.result.Senders {
		s.Sent = b.sent(s)
		if s.Type.Name != "" && !slices.ContainsFunc(b.carriers, s.is) {
			b.carriers = append(b.carriers, s.Carrier)
		}
	}
}

func (b *builder) send(s *Sender) {
	if !slices.ContainsFunc(b.result.Senders, func(o *Sender) bool { return o.Call == s.Call && o.Type == s.Type && o.sig == s.sig }) {
		b.result.Senders = append(b.result.Senders, s)
	}
}

// carriersOf returns where the status e comes from, if that are fields of a
// project's types, methods of theirs, or results of functions that are values.
func (b *builder) carriersOf(around ast.Node, e ast.Expr, depth int) []*Sender {
	e = ast.Unparen(e)
	if depth > 4 {
		return nil
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		if b.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return b.carriersOf(around, e.Args[0], depth+1)
		}
		return b.statusMethod(e)
	case *ast.SelectorExpr:
		sel := b.info.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			return nil
		}
		if name := b.own(sel.Recv()); name != nil && !b.localLiteral(around, e.X) {
			return []*Sender{{Carrier: Carrier{Type: frameworks.TypeOf(name.Type()), Field: sel.Obj().Name()}, name: name}}
		}
	case *ast.Ident:
		v, ok := b.info.Uses[e].(*types.Var)
		if !ok || v.Parent() == b.pass.Pkg.Scope() {
			return nil
		}
		var all []*Sender
		for _, src := range b.assigned(around, v) {
			if call, ok := ast.Unparen(src.expr).(*ast.CallExpr); ok {
				if s := b.functionValue(call, src.index); s != nil {
					all = append(all, s)
					continue
				}
			}
			if src.index == 0 {
				all = append(all, b.carriersOf(around, src.expr, depth+1)...)
			}
		}
		return all
	}
	return nil
}

// localLiteral reports whether e is a local variable that only holds literals
// made in the function: what it holds comes from nowhere else.
func (b *builder) localLiteral(around ast.Node, e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := b.info.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	sources := b.assigned(around, v)
	return len(sources) > 0 && !slices.ContainsFunc(sources, func(s source) bool {
		e := ast.Unparen(s.expr)
		if u, ok := e.(*ast.UnaryExpr); ok {
			e = u.X
		}
		_, lit := e.(*ast.CompositeLit)
		return !lit
	})
}

// statusMethod returns the type whose method a call calls for the status, and
// the field that it returns.
func (b *builder) statusMethod(call *ast.CallExpr) []*Sender {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || b.info.Selections[sel] == nil || len(call.Args) > 0 {
		return nil
	}
	fn, _ := typeutil.Callee(b.info, call).(*types.Func)
	if fn == nil {
		return nil
	}
	if types.IsInterface(b.info.TypeOf(sel.X)) {
		return b.implementers(fn)
	}
	if name := b.own(b.info.TypeOf(sel.X)); name != nil {
		return []*Sender{{Carrier: Carrier{Type: frameworks.TypeOf(name.Type()), Field: b.returnedField(fn)}, name: name}}
	}
	return nil
}

// implementers returns the package's types with the method of an interface.
func (b *builder) implementers(method *types.Func) (all []*Sender) {
	scope := b.pass.Pkg.Scope()
	for _, n := range scope.Names() {
		name, ok := scope.Lookup(n).(*types.TypeName)
		if !ok || name.IsAlias() || types.IsInterface(name.Type()) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(name.Type(), true, b.pass.Pkg, method.Name())
		fn, ok := obj.(*types.Func)
		if ok && b.own(name.Type()) != nil && types.Identical(fn.Signature().Results(), method.Signature().Results()) {
			all = append(all, &Sender{Carrier: Carrier{Type: frameworks.TypeOf(name.Type()), Field: b.returnedField(fn)}, name: name})
		}
	}
	return all
}

// returnedField returns the field that a method returns, "" if it does more.
func (b *builder) returnedField(fn *types.Func) string {
	decl := b.decls[fn]
	if decl == nil || len(decl.Body.List) != 1 {
		return ""
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return ""
	}
	sel, ok := ast.Unparen(ret.Results[0]).(*ast.SelectorExpr)
	if !ok || b.info.Selections[sel] == nil {
		return ""
	}
	return sel.Sel.Name
}

// own returns the name of the struct type that t is or points to, if it is one
// of a project's: not of the standard library nor of a framework, and no
// response writer.
func (b *builder) own(t types.Type) *types.TypeName {
	if t == nil {
		return nil
	}
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	if _, ok := named.Underlying().(*types.Struct); !ok {
		return nil
	}
	if !b.ours(named.Obj().Pkg()) && !b.carries(named.Obj()) {
		return nil
	}
	if obj, _, _ := types.LookupFieldOrMethod(named, true, nil, "WriteHeader"); obj != nil {
		return nil // it records what it writes
	}
	return named.Origin().Obj()
}

// carries reports whether a type is known as a carrier to a package below.
func (b *builder) carries(name *types.TypeName) bool {
	id := frameworks.Type{Pkg: name.Pkg().Path(), Name: name.Name()}
	return slices.ContainsFunc(b.carriers, func(c Carrier) bool { return c.Type == id })
}

// carrier returns what is known of a type as a carrier.
func (b *builder) carrier(name *types.TypeName) (Carrier, bool) {
	id := frameworks.Type{Pkg: name.Pkg().Path(), Name: name.Name()}
	i := slices.IndexFunc(b.carriers, func(c Carrier) bool { return c.Type == id })
	if i < 0 {
		return Carrier{}, false
	}
	return b.carriers[i], true
}

// functionValue returns the function type whose result a call of a function
// that is a value returns, if such functions serve requests: one of their
// parameters is what a response is written to.
func (b *builder) functionValue(call *ast.CallExpr, index int) *Sender {
	if typeutil.StaticCallee(b.info, call) != nil {
		return nil
	}
	if _, method := typeutil.Callee(b.info, call).(*types.Func); method {
		return nil // of an interface
	}
	t := b.info.TypeOf(call.Fun)
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || !b.serves(sig) || index >= sig.Results().Len() {
		return nil
	}
	s := &Sender{Carrier: Carrier{Result: index}, sig: sig}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && b.ours(named.Obj().Pkg()) {
		s.Type, s.name = frameworks.TypeOf(named), named.Obj()
	}
	return s
}

// serves reports whether functions of a signature serve requests.
func (b *builder) serves(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if b.res.IsResponse(sig.Params().At(i).Type()) {
			return true
		}
		if t := frameworks.TypeOf(sig.Params().At(i).Type()); frameworks.IsContext(t) || t == (frameworks.Type{Pkg: "net/http", Name: "Request"}) {
			return true
		}
	}
	return false
}

// returnedTo returns the function type whose error a call is given that answers:
// err := h(w, r), and then fail(w, err).
func (b *builder) returnedTo(around ast.Node, arg ast.Expr) (*Sender, bool) {
	id, ok := ast.Unparen(arg).(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := b.info.Uses[id].(*types.Var)
	if !ok || !types.Identical(v.Type(), errorType) {
		return nil, false
	}
	for _, src := range b.assigned(around, v) {
		if call, ok := ast.Unparen(src.expr).(*ast.CallExpr); ok {
			if s := b.functionValue(call, src.index); s != nil && b.handler(s.sig) == nil {
				return s, true
			}
		}
	}
	return nil, false
}

// source is the index-th value of an expression that is assigned.
type source struct {
	expr  ast.Expr
	index int
}

// assigned returns what a local variable is assigned in the function around.
func (b *builder) assigned(around ast.Node, v *types.Var) (list []source) {
	add := func(i, n int, values []ast.Expr) {
		switch {
		case len(values) == n:
			list = append(list, source{values[i], 0})
		case len(values) == 1:
			list = append(list, source{values[0], i})
		}
	}
	ast.Inspect(around, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && b.info.ObjectOf(id) == v {
					add(i, len(n.Lhs), n.Rhs)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if b.info.Defs[name] == v && len(n.Values) > 0 {
					add(i, len(n.Names), n.Values)
				}
			}
		}
		return true
	})
	return list
}

// sent returns the fields of a struct that a place sends, nil if that is not
// known: the value is handed on as a whole.
func (b *builder) sent(s *Sender) (fields []string) {
	if s.name == nil || s.sig != nil {
		return nil
	}
	whole := false
	for _, w := range b.res.WritesOf(s.Call) {
		if w.Call == nil {
			continue
		}
		for _, arg := range w.Call.Args {
			ast.Inspect(arg, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.SelectorExpr:
					if sel := b.info.Selections[n]; sel != nil && b.own(sel.Recv()) == s.name {
						if sel.Kind() == types.FieldVal && sel.Obj().Name() != s.Field && !slices.Contains(fields, sel.Obj().Name()) {
							fields = append(fields, sel.Obj().Name())
						}
						whole = whole || sel.Kind() != types.FieldVal
						return false
					}
				case *ast.Ident:
					whole = whole || b.own(b.info.TypeOf(n)) == s.name && s.name != nil
				}
				return true
			})
		}
	}
	if whole {
		return nil
	}
	return fields
}

// isStatus reports whether a value can be a status as far as its type tells.
func isStatus(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}
