// Package requestpath tells which functions of a package run while a request
// is served.
package requestpath

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Analyzer finds the request path of one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_requestpath",
	Doc:        "find the functions that run while a request is served",
	Requires:   []*analysis.Analyzer{inspect.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Result is the request path of one package. It does not change.
type Result struct {
	info    *types.Info
	decls   map[*types.Func]*ast.FuncDecl
	values  map[*types.Var]*ast.FuncLit // variables that hold one function literal
	bodies  map[*ast.BlockStmt]bool
	sorted  []*ast.BlockStmt
	entries []*ast.BlockStmt

	names  map[*ast.BlockStmt]string
	caller map[*ast.BlockStmt]*ast.BlockStmt // from which a body is reached; itself if it is given a request
	direct map[*ast.BlockStmt]bool           // called on the request's own goroutine
}

// Entry says how a request gets to a piece of code.
type Entry struct {
	// From is the function that is given the request: "(*API).CreateUser". A
	// literal is told by the function round it.
	From string
	// Through are the functions between that one and the one that the code is
	// in.
	Through []string
	// Own: the code is in that function itself.
	Own bool
	// Direct: the function that the code is in runs on the request's goroutine.
	Direct bool
}

// Entry returns how a request gets to the code at pos, by the innermost
// function on the request path that it is in.
func (r *Result) Entry(pos token.Pos) (Entry, bool) {
	var inner *ast.BlockStmt
	for b := range r.bodies {
		if b.Pos() <= pos && pos < b.End() && (inner == nil || b.Pos() > inner.Pos()) {
			inner = b
		}
	}
	if inner == nil {
		return Entry{}, false
	}
	e := Entry{Own: r.caller[inner] == inner, Direct: r.direct[inner]}
	b := r.caller[inner]
	for ; r.caller[b] != b; b = r.caller[b] {
		e.Through = append(e.Through, r.names[b])
	}
	slices.Reverse(e.Through)
	e.From = r.names[b]
	return e, true
}

// maxThrough bounds the functions that a message names, as in the link step.
const maxThrough = 2

// Reached says in a message how the request gets there, with a space before it:
// " (reached from (*API).CreateUser through save)". It is empty for code of the
// function that is given the request.
func (e Entry) Reached() string {
	if e.Own {
		return ""
	}
	if len(e.Through) == 0 || len(e.Through) > maxThrough {
		return fmt.Sprintf(" (reached from %s)", e.From)
	}
	return fmt.Sprintf(" (reached from %s through %s)", e.From, strings.Join(e.Through, " and "))
}

// Roots returns the bodies of the handlers, middleware and helpers among the
// Bodies: the functions and function literals that are given a request.
func (r *Result) Roots() []*ast.BlockStmt { return r.entries }

// Bodies returns the bodies of the functions on the request path, in the order
// of their positions; none lies inside another. They are
//
//   - handlers, middleware and helpers: functions and function literals with a
//     parameter by which frameworks hand over a request or a response. Those
//     with nothing but an *http.Request count only in packages that send none;
//   - methods that serve a remote call: of types that embed a service which
//     protoc-gen-go-grpc generated;
//   - what these call, by name, in the same package, on from one to the next.
//
// What is called through an interface or by another package is not seen.
func (r *Result) Bodies() []*ast.BlockStmt { return r.sorted }

// Has reports whether fn, a function of the package, is on the request path.
func (r *Result) Has(fn *types.Func) bool {
	decl := r.decls[fn.Origin()]
	return decl != nil && r.bodies[decl.Body]
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		info:   pass.TypesInfo,
		decls:  make(map[*types.Func]*ast.FuncDecl),
		values: make(map[*types.Var]*ast.FuncLit),
		bodies: make(map[*ast.BlockStmt]bool),
		names:  make(map[*ast.BlockStmt]string),
		caller: make(map[*ast.BlockStmt]*ast.BlockStmt),
		direct: make(map[*ast.BlockStmt]bool),
	}
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	roots := r.roots(in, contexts())
	if len(roots) == 0 {
		return r, nil
	}
	r.entries = slices.Clone(roots)
	for c := range in.Root().Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)) {
		r.literal(c.Node())
	}
	slices.SortFunc(roots, func(a, b *ast.BlockStmt) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, b := range roots {
		r.bodies[b], r.direct[b], r.caller[b] = true, true, b
	}
	called := r.reach(roots, r.directCalls)
	for _, b := range called {
		r.direct[b] = true
	}
	r.reach(slices.Concat(roots, called), r.calls)
	r.sort()
	return r, nil
}

// reach adds the bodies that calls gives for those that are there, and on from
// one to the next, the nearest first. It returns those that are new.
func (r *Result) reach(from []*ast.BlockStmt, calls func(*ast.BlockStmt) []*ast.BlockStmt) (added []*ast.BlockStmt) {
	queue := slices.Clone(from)
	for len(queue) > 0 {
		body := queue[0]
		queue = queue[1:]
		for _, b := range calls(body) {
			if !r.bodies[b] {
				r.bodies[b], r.caller[b] = true, body
				queue, added = append(queue, b), append(added, b)
			}
		}
	}
	return added
}

func contexts() map[frameworks.Type]bool {
	types := make(map[frameworks.Type]bool)
	for _, f := range frameworks.All() {
		for _, t := range f.Contexts {
			types[t] = true
		}
		for _, t := range f.Requests {
			types[t] = true
		}
	}
	return types
}

// services returns the beginnings of the methods by which generated types that
// serve remote calls are known.
func services() []string {
	var prefixes []string
	for _, f := range frameworks.All() {
		prefixes = append(prefixes, f.Services...)
	}
	return prefixes
}

// serves reports whether fn is a method that serves a remote call: its
// receiver's type embeds the generated type of a service, which has the method
// as well.
func serves(fn *types.Func, services []string) bool {
	recv := fn.Signature().Recv()
	if recv == nil || !fn.Exported() {
		return false
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Embedded() && isService(f.Type(), services) {
			if obj, _, _ := types.LookupFieldOrMethod(f.Type(), true, fn.Pkg(), fn.Name()); obj != nil {
				return true
			}
		}
	}
	return false
}

// isService reports whether t is a type of another package that generated code
// declares for a service: unexported methods of a known name tell.
func isService(t types.Type, services []string) bool {
	if len(services) == 0 {
		return false
	}
	methods := types.NewMethodSet(t)
	for i := range methods.Len() {
		m := methods.At(i).Obj()
		if !m.Exported() && slices.ContainsFunc(services, func(prefix string) bool { return strings.HasPrefix(m.Name(), prefix) }) {
			return true
		}
	}
	return false
}

// roots returns the bodies of the functions that are given a request.
//
// In a package that sends requests (a client, a RoundTripper) those that have
// nothing but an *http.Request are the client's.
func (r *Result) roots(in *inspector.Inspector, contexts map[frameworks.Type]bool) (roots []*ast.BlockStmt) {
	var requestOnly []*ast.BlockStmt
	var decl *ast.FuncDecl
	client, services := false, services()
	for c := range in.Root().Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		var typ *ast.FuncType
		var body *ast.BlockStmt
		var sig *types.Signature
		remote := false
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			fn, ok := r.info.Defs[n.Name].(*types.Func)
			if !ok || n.Body == nil {
				continue
			}
			r.decls[fn] = n
			remote = serves(fn, services)
			decl = n
			typ, body, sig = n.Type, n.Body, fn.Signature()
			r.names[body] = name(fn)
		case *ast.FuncLit:
			typ, body = n.Type, n.Body
			r.names[body] = "a function literal"
			if decl != nil && decl.Pos() < n.Pos() && n.Pos() < decl.End() {
				r.names[body] = r.names[decl.Body]
			}
			sig, _ = r.info.TypeOf(n).(*types.Signature)
		}
		if sig == nil {
			continue
		}
		if remote {
			roots = append(roots, body)
			continue
		}
		switch given(sig, contexts) {
		case onlyRequest:
			if returnsResponse(sig) || r.sends(typ, body) {
				client = true
			} else {
				requestOnly = append(requestOnly, body)
			}
		case context:
			roots = append(roots, body)
		}
	}
	if client {
		return roots
	}
	return append(roots, requestOnly...)
}

// What a function is given of a request.
const (
	nothing = iota
	onlyRequest
	context // a response writer, or a framework's context
)

// given says by which parameters a function can be part of serving a request.
func given(sig *types.Signature, contexts map[frameworks.Type]bool) int {
	g := nothing
	for v := range sig.Params().Variables() {
		switch t := frameworks.TypeOf(v.Type()); {
		case t == (frameworks.Type{Pkg: "net/http", Name: "Request"}):
			g = max(g, onlyRequest)
		case contexts[t]:
			g = context
		}
	}
	return g
}

// returnsResponse reports whether a function returns an *http.Response: a
// RoundTrip, which sends requests.
func returnsResponse(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if frameworks.TypeOf(v.Type()) == (frameworks.Type{Pkg: "net/http", Name: "Response"}) {
			return true
		}
	}
	return false
}

// sends reports whether a function hands a request that it is given to an HTTP
// client: then it is not one that it serves. A proxy sends a copy.
func (r *Result) sends(typ *ast.FuncType, body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return !found
		}
		fn, _ := typeutil.Callee(r.info, call).(*types.Func)
		switch frameworks.FuncOf(fn) {
		case frameworks.Func{Pkg: "net/http", Recv: "Client", Name: "Do"},
			frameworks.Func{Pkg: "net/http", Recv: "RoundTripper", Name: "RoundTrip"},
			frameworks.Func{Pkg: "net/http", Recv: "Transport", Name: "RoundTrip"}:
			if id, ok := ast.Unparen(call.Args[0]).(*ast.Ident); ok {
				v, ok := r.info.Uses[id].(*types.Var)
				found = found || ok && typ.Pos() <= v.Pos() && v.Pos() < typ.End()
			}
		}
		return !found
	})
	return found
}

// literal records the variable that n sets to a function literal.
func (r *Result) literal(n ast.Node) {
	set := func(lhs, rhs ast.Expr) {
		id, ok := lhs.(*ast.Ident)
		if !ok {
			return
		}
		lit, ok := ast.Unparen(rhs).(*ast.FuncLit)
		if v, isVar := r.info.ObjectOf(id).(*types.Var); ok && isVar {
			r.values[v] = lit
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i := range min(len(n.Lhs), len(n.Rhs)) {
			set(n.Lhs[i], n.Rhs[i])
		}
	case *ast.ValueSpec:
		for i := range min(len(n.Names), len(n.Values)) {
			set(n.Names[i], n.Values[i])
		}
	}
}

// calls returns the bodies of the package's functions that body calls, or hands
// to a call as an argument. What it only stores runs at another time.
func (r *Result) calls(body *ast.BlockStmt) (bodies []*ast.BlockStmt) {
	add := func(e ast.Expr) {
		if b := r.bodyOf(e); b != nil {
			bodies = append(bodies, b)
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			add(call.Fun)
			for _, a := range call.Args {
				add(a)
			}
		}
		return true
	})
	return bodies
}

// directCalls returns the bodies of the package's functions that body calls in
// its own frame, on the same goroutine.
func (r *Result) directCalls(body *ast.BlockStmt) (bodies []*ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			if b := r.bodyOf(n.Fun); b != nil {
				bodies = append(bodies, b)
			}
		}
		return true
	})
	return bodies
}

// name returns the name of a declared function: "(*API).CreateUser".
func name(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return fn.Name()
	}
	t, star := types.Unalias(recv.Type()), ""
	if p, ok := t.(*types.Pointer); ok {
		t, star = types.Unalias(p.Elem()), "*"
	}
	if named, ok := t.(*types.Named); ok {
		return fmt.Sprintf("(%s%s).%s", star, named.Obj().Name(), fn.Name())
	}
	return fn.Name()
}

// bodyOf returns the body of the package's function that e names, or nil.
func (r *Result) bodyOf(e ast.Expr) *ast.BlockStmt {
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	case *ast.IndexExpr:
		return r.bodyOf(x.X)
	case *ast.IndexListExpr:
		return r.bodyOf(x.X)
	default:
		return nil
	}
	switch obj := r.info.Uses[id].(type) {
	case *types.Func:
		if decl := r.decls[obj.Origin()]; decl != nil {
			return decl.Body
		}
	case *types.Var:
		if lit := r.values[obj]; lit != nil {
			return lit.Body
		}
	}
	return nil
}

// sort puts the outermost bodies in order.
func (r *Result) sort() {
	for b := range r.bodies {
		r.sorted = append(r.sorted, b)
	}
	slices.SortFunc(r.sorted, func(a, b *ast.BlockStmt) int { return cmp.Compare(a.Pos(), b.Pos()) })
	outer := r.sorted[:0]
	for _, b := range r.sorted {
		if n := len(outer); n == 0 || b.Pos() >= outer[n-1].End() {
			outer = append(outer, b)
		}
	}
	r.sorted = outer
}
