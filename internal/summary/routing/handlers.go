package routing

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/recovery"
)

// Handler is what a function that handles requests, or returns a function that
// does, does in the frame of the handler: not in functions that it starts or
// hands on. It is a fact about the function.
type Handler struct {
	// Recovers says that the frame defers something that calls recover; the
	// panic may still be raised again. It serves silence, not reports.
	Recovers bool
	// Errors says that the frame runs the rest of a gin chain, then looks at
	// the context's Errors and writes a response.
	Errors bool
	// ReadsErrors says that the frame looks at the context's Errors.
	ReadsErrors bool
	// AddsErrors says that the frame calls gin's Context.Error, and does not
	// write the response there itself, or AbortWithError.
	AddsErrors bool
	// Writes says that the frame writes a gin response.
	Writes bool
	// Hands says that the frame hands the request on, or may: it runs the next
	// handler, or gives the context to something that is not seen.
	Hands bool
	// Aborts says that the frame ends the chain, or may: it calls gin's Abort or
	// its like, or gives the context to something that is not seen.
	Aborts bool
	// Collects says that what the frame recovers it adds to the context's Errors,
	// without an answer of its own.
	Collects bool
	// Pages says that the frame writes HTML.
	Pages bool
	// Panics is an evident panic of the frame, as the source has it.
	Panics string
	// Kind is what the function does for the requests that pass it, as far as its
	// calls and the headers and statuses that it names tell.
	Kind frameworks.MiddlewareKind
}

// AFact marks Handler as a fact about a *types.Func.
func (*Handler) AFact() {}

// exportHandler exports what is known of fn for other packages.
func (p *pkg) exportHandler(fn *types.Func) {
	h := p.handler(fn)
	if h == nil || !fn.Exported() || *h == (Handler{}) {
		return
	}
	p.pass.ExportObjectFact(fn, h)
}

// handler returns what is known of fn; never nil.
func (p *pkg) handler(fn *types.Func) *Handler {
	fn = fn.Origin()
	if h := p.handlers[fn]; h != nil {
		return h
	}
	h := new(Handler)
	p.handlers[fn] = h // of a function that calls itself
	if fn.Pkg() != p.pass.Pkg {
		p.pass.ImportObjectFact(fn, h)
		return h
	}
	decl := p.decls[fn]
	if decl == nil {
		return h
	}
	if takesRequest(fn.Signature()) {
		p.frame(decl.Body, h)
		return h
	}
	if fn.Signature().Results().Len() > 0 {
		p.inner(decl.Body, h)
	}
	if !h.Pages && takesWriter(fn.Signature()) {
		var body Handler
		p.frame(decl.Body, &body)
		h.Pages = body.Pages
	}
	return h
}

// inner finds the handlers that a function makes: its literals that take a
// request, and the functions that it returns.
func (p *pkg) inner(body ast.Node, h *Handler) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			if sig, ok := p.info.TypeOf(n).(*types.Signature); ok && takesRequest(sig) {
				p.frame(n.Body, h)
				return false
			}
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				if fn, _ := p.resolve(e); fn != nil && (isCall(ast.Unparen(e)) || takesRequest(fn.Signature())) {
					p.merge(h, fn)
				}
				if fn := p.servesHTTP(e); fn != nil {
					p.merge(h, fn)
				}
			}
		}
		return true
	})
}

// servesHTTP returns the ServeHTTP method of the package's own type that e has,
// or nil.
func (p *pkg) servesHTTP(e ast.Expr) *types.Func {
	t := p.info.TypeOf(e)
	if t == nil || types.IsInterface(t) {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, p.pass.Pkg, "ServeHTTP")
	fn, ok := obj.(*types.Func)
	if !ok || fn.Pkg() != p.pass.Pkg || isInterfaceMethod(fn) || !takesRequest(fn.Signature()) {
		return nil
	}
	return fn
}

// merge adds to h what fn does. A panic counts only in the module's own code:
// a library is trusted.
func (p *pkg) merge(h *Handler, fn *types.Func) {
	o := *p.handler(fn)
	if kind, ok := frameworks.MiddlewareOf(fn); ok {
		o.Kind |= kind
	}
	if !p.recovery.SameModule(fn.Pkg()) {
		o.Panics = ""
	}
	h.add(o)
}

func (h *Handler) add(o Handler) {
	h.Recovers = h.Recovers || o.Recovers
	h.Errors = h.Errors || o.Errors
	h.ReadsErrors = h.ReadsErrors || o.ReadsErrors
	h.AddsErrors = h.AddsErrors || o.AddsErrors
	h.Writes = h.Writes || o.Writes
	h.Pages = h.Pages || o.Pages
	h.Hands = h.Hands || o.Hands
	h.Aborts = h.Aborts || o.Aborts
	h.Collects = h.Collects || o.Collects
	h.Kind |= o.Kind
	if h.Panics == "" {
		h.Panics = o.Panics
	}
}

// takesRequestType reports whether t is a function that handles requests.
func takesRequestType(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && takesRequest(sig)
}

// takesRequest reports whether a function of this signature handles requests.
func takesRequest(sig *types.Signature) bool {
	writer, request := false, false
	for v := range sig.Params().Variables() {
		switch id := frameworks.TypeOf(v.Type()); {
		case id == frameworks.Type{Pkg: pathHTTP, Name: "ResponseWriter"}:
			writer = true
		case id == frameworks.Type{Pkg: pathHTTP, Name: "Request"}:
			request = true
		case frameworks.IsContext(id), frameworks.IsRequest(id):
			return true
		}
	}
	return writer && request
}

// takesWriter reports whether a function of this signature helps handlers to write
// responses.
func takesWriter(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if frameworks.TypeOf(v.Type()) == (frameworks.Type{Pkg: pathHTTP, Name: "ResponseWriter"}) {
			return true
		}
	}
	return false
}

const pathHTTP = "net/http"

// frame looks at the body of a handler, in the order of the source.
func (p *pkg) frame(body *ast.BlockStmt, h *Handler) {
	f := frame{pkg: p, h: h, answered: make(map[*ast.CallExpr]bool)}
	f.answeredIn(body.List)
	ast.Inspect(body, f.visit)
	h.Kind |= p.kind(body)
	if f.readsErrors && f.answers {
		h.Errors = true
	}
	if h.Recovers {
		h.Panics = ""
	}
}

type frame struct {
	*pkg
	h           *Handler
	next        token.Pos // of the call of gin's Next
	readsErrors bool      // after next
	answers     bool      // after next
	// answered are the calls that add an error where the handler writes the
	// response itself: the error is there for a log.
	answered map[*ast.CallExpr]bool
}

func (f *frame) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		f.h.Hands = f.h.Hands || f.mentionsContext(n)
		f.h.Aborts = f.h.Aborts || f.mentionsContext(n)
		return false // another frame
	case *ast.GoStmt:
		f.h.Hands = f.h.Hands || f.mentionsContext(n)
		return false
	case *ast.BlockStmt:
		f.answeredIn(n.List)
	case *ast.CaseClause:
		f.answeredIn(n.Body)
	case *ast.DeferStmt:
		f.deferred(n.Call)
		return false
	case *ast.SelectorExpr:
		if f.isErrors(n) {
			f.reads()
		}
	case *ast.TypeAssertExpr:
		f.assertion(n)
	case *ast.AssignStmt:
		return f.checked(n.Lhs, n.Rhs)
	case *ast.ValueSpec:
		return len(n.Values) != 1 || len(n.Names) != 2 || f.checked(nil, n.Values)
	case *ast.CallExpr:
		f.call(n)
		if lit, ok := ast.Unparen(n.Fun).(*ast.FuncLit); ok {
			ast.Inspect(lit.Body, f.visit)
		}
	}
	return true
}

// answeredIn notes the calls of list that stand beside one that writes the
// response.
func (f *frame) answeredIn(list []ast.Stmt) {
	var calls []*ast.CallExpr
	writes := false
	for _, s := range list {
		var e ast.Expr
		switch s := s.(type) {
		case *ast.ExprStmt:
			e = s.X
		case *ast.AssignStmt:
			if len(s.Rhs) == 1 {
				e = s.Rhs[0]
			}
		}
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			continue
		}
		fn := f.callee(call)
		if fn == nil {
			continue
		}
		id := frameworks.FuncOf(fn)
		switch {
		case frameworks.Collects(id):
			calls = append(calls, call)
		case writesBody(id):
			writes = true
		case f.passesContext(call):
			writes = writes || f.handler(fn).Writes
		}
	}
	if writes {
		for _, c := range calls {
			f.answered[c] = true
		}
	}
}

// writesBody reports whether id writes a body where handlers leave their errors.
func writesBody(id frameworks.Func) bool {
	_, writes := frameworks.CollectorMethod(id)
	return writes
}

// checked walks `v, ok := x.(T)`, whose assertion does not panic, and returns
// whether the statement is still to be walked.
func (f *frame) checked(lhs, rhs []ast.Expr) bool {
	if len(rhs) != 1 || lhs != nil && len(lhs) != 2 {
		return true
	}
	a, ok := ast.Unparen(rhs[0]).(*ast.TypeAssertExpr)
	if !ok {
		return true
	}
	ast.Inspect(a.X, f.visit)
	return false
}

func (f *frame) isErrors(sel *ast.SelectorExpr) bool {
	s := f.info.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal {
		return false
	}
	owner := frameworks.TypeOf(fieldOwner(s))
	return frameworks.IsCollected(frameworks.Func{Pkg: owner.Pkg, Recv: owner.Name, Name: s.Obj().Name()})
}

// assertion notes `ctx.Value(k).(T)` and gin's `c.MustGet(k).(T)`: values that
// other code must have put there. Assertions on anything else (a pool's Get, a
// map of one type) seldom fail and are left alone.
func (f *frame) assertion(a *ast.TypeAssertExpr) {
	call, ok := ast.Unparen(a.X).(*ast.CallExpr)
	if !ok || a.Type == nil {
		return
	}
	fn := f.callee(call)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	if frameworks.IsStored(frameworks.FuncOf(fn)) {
		f.panics(callName(call) + ".(" + types.ExprString(a.Type) + ")")
	}
}

func (f *frame) panics(what string) {
	if f.h.Panics == "" {
		f.h.Panics = what
	}
}

func (f *frame) call(call *ast.CallExpr) {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := f.info.Uses[id].(*types.Builtin); ok && b.Name() == "panic" && len(call.Args) == 1 && !f.isAbort(call.Args[0]) {
			f.panics(callName(call))
			return
		}
	}
	fn := f.callee(call)
	if fn == nil || fn.Pkg() == nil {
		f.h.Hands = f.h.Hands || f.passesContext(call)
		f.h.Aborts = f.h.Aborts || f.passesContext(call)
		return
	}
	id := frameworks.FuncOf(fn)
	f.h.Aborts = f.h.Aborts || frameworks.EndsChain(id)
	if frameworks.RunsNext(id) {
		f.next = call.Pos()
		f.h.Hands = true
		return
	}
	f.h.AddsErrors = f.h.AddsErrors || frameworks.CollectsAndAnswers(id) || frameworks.Collects(id) && !f.answered[call]
	switch id {
	case frameworks.Func{Pkg: "regexp", Name: "MustCompile"}, frameworks.Func{Pkg: "text/template", Name: "Must"}, frameworks.Func{Pkg: "html/template", Name: "Must"},
		frameworks.Func{Pkg: "net/netip", Name: "MustParseAddr"}, frameworks.Func{Pkg: "net/netip", Name: "MustParsePrefix"}, frameworks.Func{Pkg: "net/netip", Name: "MustParseAddrPort"}:
		if len(call.Args) > 0 && f.info.Types[call.Args[0]].Value == nil {
			f.panics(callName(call))
		}
	}
	f.h.Pages = f.h.Pages || frameworks.WritesHTML(id)
	if ok, writes := frameworks.CollectorMethod(id); ok {
		if writes {
			f.writes()
		}
		return
	}
	if !f.passesContext(call) {
		return
	}
	h := f.handler(fn)
	f.h.Hands = f.h.Hands || h.Hands || f.decls[fn.Origin()] == nil
	f.h.Aborts = f.h.Aborts || h.Aborts || isInterfaceMethod(fn) || !f.recovery.SameModule(fn.Pkg())
	f.h.AddsErrors = f.h.AddsErrors || h.AddsErrors
	f.h.Pages = f.h.Pages || h.Pages
	f.h.Kind |= h.Kind
	if h.ReadsErrors {
		f.reads()
	}
	if h.Writes {
		f.writes()
	}
}

func (f *frame) reads() {
	f.h.ReadsErrors = true
	f.readsErrors = f.readsErrors || f.next.IsValid()
}

func (f *frame) writes() {
	f.h.Writes = true
	f.answers = f.answers || f.next.IsValid()
}

// isAbort reports whether e is http.ErrAbortHandler, with which a handler ends
// a connection on purpose.
func (f *frame) isAbort(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	obj := f.info.Uses[sel.Sel]
	return obj != nil && obj.Name() == "ErrAbortHandler" && obj.Pkg() != nil && obj.Pkg().Path() == pathHTTP
}

// passesContext reports whether call hands on a framework's context.
func (f *frame) passesContext(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, f.isContext)
}

func (f *frame) isContext(e ast.Expr) bool {
	t := f.info.TypeOf(e)
	return t != nil && frameworks.IsContext(frameworks.TypeOf(t))
}

// mentionsContext reports whether a framework's context is used within n.
func (f *frame) mentionsContext(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && f.isContext(id)
		return !found
	})
	return found
}

// deferred notes a deferred call that recovers or may recover, even if it
// panics again.
func (f *frame) deferred(call *ast.CallExpr) {
	lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit)
	if ok && f.recovery.CallsRecover(lit.Body) {
		f.h.Collects = f.h.Collects || collects(f.recovering(lit.Body))
	}
	if f.recovery.Deferred(call) != recovery.No {
		f.h.Recovers = true
		return
	}
	if !ok {
		return
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok {
				if b, ok := f.info.Uses[id].(*types.Builtin); ok && b.Name() == "recover" {
					f.h.Recovers = true
				}
			}
		}
		return true
	})
}

// recovering returns what body, that of a function which is deferred or is given
// what was recovered, does.
func (p *pkg) recovering(body *ast.BlockStmt) Handler {
	var h Handler
	f := frame{pkg: p, h: &h, answered: make(map[*ast.CallExpr]bool)}
	f.answeredIn(body.List)
	ast.Inspect(body, f.visit)
	return h
}

// collects reports whether h, what is done with a panic, adds an error to the
// context and leaves the answer to others.
func collects(h Handler) bool { return h.AddsErrors && !h.Writes && h.Panics == "" }
