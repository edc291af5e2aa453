package callgraph

import (
	"go/ast"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/symbols"
)

// anything stands for interfaces without methods.
var anything = symbol{Name: "any"}

// conversions records the values that n turns into interfaces.
func (b *builder) conversions(n ast.Node, fr *frame) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if len(n.Lhs) == len(n.Rhs) {
				b.becomesType(b.info.TypeOf(lhs), b.info.TypeOf(n.Rhs[i]))
			} else if t, ok := b.info.TypeOf(n.Rhs[0]).(*types.Tuple); ok && i < t.Len() {
				b.becomesType(b.info.TypeOf(lhs), t.At(i).Type())
			}
		}
	case *ast.ValueSpec:
		for i, id := range n.Names {
			if len(n.Names) == len(n.Values) {
				b.becomesType(b.info.TypeOf(id), b.info.TypeOf(n.Values[i]))
			} else if len(n.Values) == 1 {
				if t, ok := b.info.TypeOf(n.Values[0]).(*types.Tuple); ok && i < t.Len() {
					b.becomesType(b.info.TypeOf(id), t.At(i).Type())
				}
			}
		}
	case *ast.SendStmt:
		if ch, ok := b.info.TypeOf(n.Chan).Underlying().(*types.Chan); ok {
			b.becomesType(ch.Elem(), b.info.TypeOf(n.Value))
		}
	case *ast.ReturnStmt:
		b.returned(n, fr)
	case *ast.CompositeLit:
		b.elements(n)
	case *ast.CallExpr:
		b.passed(n)
	case *ast.TypeAssertExpr:
		if n.Type != nil {
			b.asserted(b.info.TypeOf(n.Type), b.info.TypeOf(n.X))
		}
	case *ast.TypeSwitchStmt:
		var x ast.Expr
		ast.Inspect(n.Assign, func(m ast.Node) bool {
			if a, ok := m.(*ast.TypeAssertExpr); ok {
				x = a.X
			}
			return x == nil
		})
		for _, s := range n.Body.List {
			for _, e := range s.(*ast.CaseClause).List {
				b.asserted(b.info.TypeOf(e), b.info.TypeOf(x))
			}
		}
	}
}

func (b *builder) returned(n *ast.ReturnStmt, fr *frame) {
	if fr.results == nil || len(n.Results) == 0 {
		return
	}
	if len(n.Results) == 1 && fr.results.Len() > 1 {
		if t, ok := b.info.TypeOf(n.Results[0]).(*types.Tuple); ok {
			for i := range min(t.Len(), fr.results.Len()) {
				b.becomesType(fr.results.At(i).Type(), t.At(i).Type())
			}
		}
		return
	}
	for i := range min(len(n.Results), fr.results.Len()) {
		b.becomesType(fr.results.At(i).Type(), b.info.TypeOf(n.Results[i]))
	}
}

// elements records what a composite literal puts into its elements.
func (b *builder) elements(n *ast.CompositeLit) {
	t := b.info.TypeOf(n)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	for i, e := range n.Elts {
		kv, keyed := e.(*ast.KeyValueExpr)
		if keyed {
			e = kv.Value
		}
		var to types.Type
		switch u := t.Underlying().(type) {
		case *types.Struct:
			if keyed {
				to = b.info.TypeOf(kv.Key)
			} else if i < u.NumFields() {
				to = u.Field(i).Type()
			}
		case *types.Slice:
			to = u.Elem()
		case *types.Array:
			to = u.Elem()
		case *types.Map:
			to = u.Elem()
			b.becomesType(u.Key(), b.info.TypeOf(kv.Key))
		}
		b.becomesType(to, b.info.TypeOf(e))
	}
}

// passed records what a call turns into interfaces, and what it has served.
func (b *builder) passed(call *ast.CallExpr) {
	tv := b.info.Types[call.Fun]
	if tv.IsType() {
		if len(call.Args) == 1 {
			b.becomesType(tv.Type, b.info.TypeOf(call.Args[0]))
		}
		return
	}
	if tv.Type == nil {
		return
	}
	sig, ok := tv.Type.Underlying().(*types.Signature)
	if !ok {
		return // append and other builtins
	}
	params := sig.Params()
	at := func(i int) types.Type {
		if !sig.Variadic() || i < params.Len()-1 {
			if i < params.Len() {
				return params.At(i).Type()
			}
			return nil
		}
		last := params.At(params.Len() - 1).Type()
		if s, ok := last.Underlying().(*types.Slice); ok && !call.Ellipsis.IsValid() {
			return s.Elem()
		}
		return last
	}
	if len(call.Args) == 1 && params.Len() > 1 {
		if t, ok := b.info.TypeOf(call.Args[0]).(*types.Tuple); ok {
			for i := range t.Len() {
				b.becomesType(at(i), t.At(i).Type())
			}
			return
		}
	}
	for i, a := range call.Args {
		b.becomesType(at(i), b.info.TypeOf(a))
	}
	if isRegistration(sig) {
		for p := range params.Variables() {
			if s := symbols.Interface(p.Type()); s.Name != "" && !isServer(p.Type()) {
				b.use(p.Type())
				b.serves[s] = true
			}
		}
	}
}

// isRegistration reports whether a function registers the methods of an
// interface with an RPC server, as generated code does it.
func isRegistration(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if isServer(p.Type()) {
			return true
		}
	}
	return false
}

// isServer reports whether t is what generated code registers services with.
func isServer(t types.Type) bool {
	if s, ok := t.(*types.Slice); ok { // ...connect.HandlerOption
		t = s.Elem()
	}
	switch frameworks.TypeOf(t) {
	case frameworks.Type{Pkg: "google.golang.org/grpc", Name: "ServiceRegistrar"},
		frameworks.Type{Pkg: "google.golang.org/grpc", Name: "Server"},
		frameworks.Type{Pkg: "github.com/go-kratos/kratos/v2/transport/http", Name: "Server"},
		frameworks.Type{Pkg: "connectrpc.com/connect", Name: "HandlerOption"}:
		return true
	}
	return false
}

// asserted records that a value of interface type is turned into another one.
func (b *builder) asserted(to, from types.Type) {
	if to == nil || from == nil || !types.IsInterface(to) {
		return
	}
	b.use(to)
	b.becomesType(to, from)
}

// instances records the types that are given for type parameters with methods.
func (b *builder) instances() {
	for id, inst := range b.info.Instances {
		var list *types.TypeParamList
		switch obj := b.info.Uses[id].(type) {
		case *types.Func:
			list = obj.Signature().TypeParams()
		case *types.TypeName:
			if n, ok := obj.Type().(*types.Named); ok {
				list = n.TypeParams()
			}
		}
		for i := range min(list.Len(), inst.TypeArgs.Len()) {
			b.becomesType(list.At(i).Constraint(), inst.TypeArgs.At(i))
		}
	}
}

// becomesType records that a value of one type becomes one of another, if that
// is an interface.
func (b *builder) becomesType(to, from types.Type) {
	if to == nil || from == nil || !types.IsInterface(to) {
		return
	}
	i := symbols.Interface(to)
	if i.Name == "" {
		if u, ok := to.Underlying().(*types.Interface); !ok || u.NumMethods() > 0 {
			return // error
		}
		i = anything
	}
	if b.isStandard(i) {
		i = anything
	}
	var t symbol
	if types.IsInterface(from) {
		if t = symbols.Interface(from); t.Name == "" {
			if u := from.Underlying().(*types.Interface); u.NumMethods() > 0 {
				return
			}
			t = anything
		}
		if b.isStandard(t) {
			t = anything
		}
		if i == anything || i == t {
			return
		}
	} else if t = symbols.Type(from); t.Name == "" || !b.known(t) {
		return
	}
	if b.becomes[i] == nil {
		b.becomes[i] = make(map[symbol]bool)
	}
	b.becomes[i][t] = true
}
