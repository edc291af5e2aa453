package routing

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// call walks a call and returns the routers of its results.
func (w *walker) call(call *ast.CallExpr) []int {
	fun := ast.Unparen(call.Fun)
	if tv, ok := w.p.info.Types[call.Fun]; ok && (tv.IsType() || tv.IsBuiltin()) {
		return w.convert(call, tv.IsType())
	}
	if lit, ok := fun.(*ast.FuncLit); ok {
		w.run(lit, w.args(call))
		return nil
	}
	if id, ok := fun.(*ast.Ident); ok {
		if lit := w.closures[w.p.info.Uses[id]]; lit != nil {
			w.run(lit, w.args(call))
			return nil
		}
	}
	fn := w.p.callee(call)
	if fn == nil {
		return w.dynamic(call)
	}
	if router, m := frameworks.RouterMethodOf(fn); router != nil {
		if sel, ok := fun.(*ast.SelectorExpr); ok && w.p.info.Selections[sel] != nil && w.p.info.Selections[sel].Kind() == types.MethodVal {
			return []int{w.method(call, sel, m)}
		}
	}
	if router, c := frameworks.ConstructorOf(fn); router != nil {
		return []int{w.construct(call, router, c)}
	}
	if f := frameworks.RouterFuncOf(fn); f != nil {
		return []int{w.function(call, fn, f)}
	}
	if frameworks.ListOpOf(fn) == frameworks.ListThen {
		return []int{w.then(call)}
	}
	if frameworks.Passes(fn) {
		for _, r := range w.args(call) {
			if r != None {
				return []int{r}
			}
		}
		return nil
	}
	if i, ok := frameworks.ServerOf(fn); ok {
		for j, r := range w.args(call) {
			if j == i {
				w.serve(r, call)
			} else {
				w.escape(r, call)
			}
		}
		return nil
	}
	return w.static(call, fn)
}

// convert walks a conversion, which is its operand, or a call of a builtin.
func (w *walker) convert(call *ast.CallExpr, conversion bool) []int {
	args := w.args(call)
	if conversion {
		return args
	}
	for i, r := range args {
		w.store(r, call.Args[i], nil)
	}
	return nil
}

// args evaluates the arguments of call.
func (w *walker) args(call *ast.CallExpr) []int {
	routers := make([]int, len(call.Args))
	for i, a := range call.Args {
		routers[i] = w.eval(a)
	}
	return routers
}

// dynamic walks a call of a function value: a middleware that is given the
// handler it wraps, or code that is not known.
func (w *walker) dynamic(call *ast.CallExpr) []int {
	w.eval(call.Fun)
	args := w.args(call)
	if len(args) == 1 && args[0] != None && w.p.isHandlerValue(call) {
		return []int{w.wrap(args[0], w.p.middleware(call.Fun), siteOf(call))}
	}
	for _, r := range args {
		w.escape(r, call)
	}
	return nil
}

// isHandlerValue reports whether call returns a handler.
func (p *pkg) isHandlerValue(call *ast.CallExpr) bool {
	t := p.info.TypeOf(call)
	return t != nil && (isHandler(t) || frameworks.TypeOf(t) == frameworks.Type{Pkg: "net/http", Name: "HandlerFunc"})
}

// static walks a call of a declared function or of an interface's method.
func (w *walker) static(call *ast.CallExpr, fn *types.Func) []int {
	recv := None
	sel, isMethod := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	isMethod = isMethod && w.p.info.Selections[sel] != nil
	if isMethod {
		recv = w.receiver(sel)
	}
	args := w.args(call)
	if recv != None {
		if fn.Name() == "ServeHTTP" {
			w.serveHTTP(recv, call)
			return nil
		}
		if r := fn.Signature().Recv(); r != nil && isRouter(r.Type()) {
			return nil // a method of the framework's that registers nothing
		}
	}
	given := None
	for _, r := range args {
		if r != None {
			given = r
			break
		}
	}
	reg := w.p.registration(fn)
	if w.p.isHandlerValue(call) && given != None {
		mw := w.p.middleware(call.Fun)
		composed := reg != nil && len(reg.Results) == 1 && reg.Results[0] != None
		if mw.Recovers || mw.Panics != "" || !composed {
			return []int{w.wrap(given, mw, siteOf(call))}
		}
	}
	if reg == nil {
		if !isFrameworks(fn.Pkg()) {
			w.escape(recv, call)
			for _, r := range args {
				w.escape(r, call)
			}
		} else {
			for _, r := range args { // http.Handle, gin.WrapH
				w.store(r, call, nil)
			}
		}
		return w.unknownResults(fn)
	}
	at, foreign := siteOf(call), fn.Pkg() != w.p.pass.Pkg
	if foreign {
		at.call = &callSite{name: callName(call), pos: call.Pos(), end: call.End()}
	}
	first := len(w.reg.Events)
	results := w.inline(reg, at, foreign, func(r Router) int { return w.argument(call, sel, isMethod, recv, args, r) })
	if len(results) == 1 && results[0] != None && given != None {
		w.nameWrapper(first, results[0], call)
	}
	return results
}

// nameWrapper calls the literal, or the method, that a call returns as a handler
// around its argument as the call does.
func (w *walker) nameWrapper(first, r int, call *ast.CallExpr) {
	for i := first; i < len(w.reg.Events); i++ {
		e := &w.reg.Events[i]
		if e.Op != Wrap || e.Child != r || len(e.Middleware) != 1 {
			continue
		}
		if name := e.Middleware[0].Name; name == "func literal" || name == "ServeHTTP" {
			e.Middleware = []Middleware{e.Middleware[0]}
			e.Middleware[0].Name = exprName(call.Fun)
		}
	}
}

// unknownResults returns routers of unknown past for the results of fn.
func (w *walker) unknownResults(fn *types.Func) []int {
	res := fn.Signature().Results()
	out := make([]int, res.Len())
	for i := range out {
		out[i] = None
		if t := res.At(i).Type(); isRouter(t) {
			out[i] = w.unknown(t, fn.Name())
		}
	}
	return out
}

// argument returns the router that the callee's router r is at this call.
func (w *walker) argument(call *ast.CallExpr, sel *ast.SelectorExpr, isMethod bool, recv int, args []int, r Router) int {
	fresh := func() int {
		return w.reg.add(Router{Origin: FromElsewhere, Type: r.Type, Param: None, Parent: None, Name: r.Name, holder: r.holder})
	}
	var e ast.Expr
	var slot int
	switch {
	case r.Param == None && isMethod:
		e, slot = sel.X, recv
	case r.Param >= 0 && r.Param < len(call.Args):
		e, slot = call.Args[r.Param], args[r.Param]
	default:
		return fresh()
	}
	if r.Path == "" {
		if slot != None {
			return slot
		}
		return fresh()
	}
	k, ok := w.keyOf(e)
	if !ok {
		return fresh()
	}
	k.path = join(k.path, r.Path)
	if old, ok := w.env[k]; ok && old != None {
		return old
	}
	n := fresh()
	if i, ok := w.params[k.obj]; ok {
		nr := &w.reg.Routers[n]
		nr.Origin, nr.Param, nr.Path = FromParam, i, k.path
	}
	w.env[k] = n
	return n
}

// serveHTTP records that a request is handed to router r: a function literal
// that does it is a handler around r, and so is a function that takes a request;
// any other function is a server.
// Requests that are recorded by httptest are a test's, whatever the file.
func (w *walker) serveHTTP(r int, n *ast.CallExpr) {
	for _, a := range n.Args {
		if t := w.p.info.TypeOf(a); t != nil && frameworks.TypeOf(t) == (frameworks.Type{Pkg: "net/http/httptest", Name: "ResponseRecorder"}) {
			w.store(r, n, nil)
			return
		}
	}
	if len(w.lits) > 0 {
		w.lits[len(w.lits)-1].serves = r
		return
	}
	if w.fn != nil && takesRequest(w.fn.Signature()) {
		w.wrap(r, w.p.around(w.fn, n), siteOf(n))
		return
	}
	w.serve(r, n)
}

// isFrameworks reports whether the tables speak for pkg: its functions do to a
// router what they say, and nothing else.
func isFrameworks(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	for _, f := range frameworks.All() {
		for _, p := range f.Packages {
			if p == pkg.Path() && len(f.Routers) > 0 {
				return true
			}
		}
	}
	return false
}

// method walks a call of a router's method of the tables (row m), and returns
// the router that it returns.
func (w *walker) method(call *ast.CallExpr, sel *ast.SelectorExpr, m *frameworks.RouterMethod) int {
	r := w.receiver(sel)
	if r == None {
		r = w.unknown(w.p.info.TypeOf(sel.X), "")
	}
	if m == nil || m.Op == frameworks.OpServe {
		for _, a := range call.Args {
			w.options(r, a)
		}
	}
	var args []int
	if m == nil || m.Callback == frameworks.None {
		args = w.args(call)
	}
	if m == nil { // registers nothing
		if sel.Sel.Name == "ServeHTTP" {
			w.serveHTTP(r, call)
		}
		return None
	}
	return w.does(call, r, args, m)
}

// does records what a call, of a method of router r or of a function that does
// the same (row m), does to r, and returns the router that it returns. args are
// the routers of its arguments; they are not walked yet if one is a callback.
func (w *walker) does(call *ast.CallExpr, r int, args []int, m *frameworks.RouterMethod) int {
	at := siteOf(call)
	switch m.Op {
	case frameworks.OpUse:
		w.use(call, r, args, m)
		return r
	case frameworks.OpWith:
		return w.derive(call, r, m, true)
	case frameworks.OpGroup:
		return w.group(call, r, m)
	case frameworks.OpMount:
		if m.Each {
			for i := m.Handlers; i < len(args); i++ {
				one := *m
				one.Handlers = i
				w.mount(r, args, &one, call)
			}
			break
		}
		w.mount(r, args, m, call)
	case frameworks.OpSame:
		w.narrow(call, r, m)
		return r
	case frameworks.OpHandle:
		if m.Route {
			r = w.derive(call, r, m, false)
		}
		w.route(call, r, args, m)
		return r
	case frameworks.OpNotFound:
		e := Event{Op: NotFound, Router: r, Child: None, Path: w.p.path(call, m), Sets: m.Sets, Answers: w.p.answers(call, m.Handlers), Name: callName(call), site: at}
		for i, a := range call.Args {
			e.Pages = e.Pages || i >= m.Handlers && m.Handlers >= 0 && w.p.handlerOf(a).Pages
		}
		w.event(e)
	case frameworks.OpPages:
		w.event(Event{Op: Pages, Router: r, Child: None, Name: callName(call), site: at})
	case frameworks.OpServe:
		switch {
		case m.Name == "ServeHTTP":
			w.serveHTTP(r, call)
		case w.p.isHandlerValue(call):
			return r
		default:
			w.serve(r, call)
		}
	}
	return None
}

// use records middleware, or the routers that fiber's Use mounts.
func (w *walker) use(call *ast.CallExpr, r int, args []int, m *frameworks.RouterMethod) {
	mounted := false
	for _, child := range args {
		if child != None && m.Prefix {
			mounted = true
			at := Event{Op: Mount, Router: r, Child: child, Freezes: true, Name: callName(call), site: siteOf(call)}
			if isPath(w.p.info.TypeOf(call.Args[0])) {
				at.Path = w.p.pathOf(call.Args[0])
			}
			w.event(at)
		}
	}
	if mounted {
		return
	}
	if elems, ok := w.elements(call); ok {
		for _, e := range elems {
			w.under(e.when, func() {
				w.event(Event{Op: Use, Router: r, Child: None, Middleware: []Middleware{w.p.middleware(e.Expr)}, Outside: m.Outside, Name: callName(call), site: siteOf(call)})
			})
		}
		return
	}
	all := w.p.middlewares(call, m.Handlers)
	if m.Single && len(all) > 1 {
		all = all[:1]
	}
	list := slices.DeleteFunc(slices.Clone(all), func(mw Middleware) bool { return mw.path })
	e := Event{Op: Use, Router: r, Child: None, Middleware: list, Outside: m.Outside, ForPath: len(list) < len(all), Name: callName(call), site: siteOf(call)}
	if path := w.p.path(call, m); m.Pattern != frameworks.None && path != "*" && path != "/*" {
		e.ForPath, e.Path = true, path
	}
	if e.ForPath && m.Prefix {
		e.Path, _ = w.p.constant(call.Args[0])
	}
	w.event(e)
}

// derive records a router that is derived from r, and returns it.
func (w *walker) derive(call *ast.CallExpr, r int, m *frameworks.RouterMethod, inline bool) int {
	child := w.reg.add(Router{Origin: Derived, Parent: r, Param: None, Inline: inline, Type: w.derivedType(call, r), Name: callName(call), site: siteOf(call)})
	w.reg.Routers[child].Methods = w.reg.Routers[r].Methods
	if m.Methods {
		w.narrow(call, child, m)
	}
	e := Event{Op: Derive, Router: r, Child: child, Name: routeName(w.p, call, m), Path: w.p.path(call, m), site: siteOf(call)}
	if m.Handlers != frameworks.None && m.Op != frameworks.OpHandle {
		e.Middleware = w.p.middlewares(call, m.Handlers)
	}
	// An inline chi router that derives another stays open; see its With.
	e.Freezes = (!inline || !w.reg.Routers[r].Inline) && (m.Freezing == nil || w.p.madeBy(call.Args, m.Freezing))
	w.event(e)
	return child
}

// madeBy reports whether one of args is a call of one of the functions.
func (p *pkg) madeBy(args []ast.Expr, fns []frameworks.Func) bool {
	return slices.ContainsFunc(args, func(a ast.Expr) bool {
		call, ok := ast.Unparen(a).(*ast.CallExpr)
		return ok && slices.Contains(fns, frameworks.FuncOf(p.callee(call)))
	})
}

// derivedType returns the type of the router that call derives from r: echo's
// groups are not what its server is.
func (w *walker) derivedType(call *ast.CallExpr, r int) frameworks.Type {
	if t := w.p.info.TypeOf(call); t != nil && isRouter(t) {
		return frameworks.TypeOf(t)
	}
	return w.reg.Routers[r].Type
}

// group walks gin's Group, or chi's Group or Route with their callback.
func (w *walker) group(call *ast.CallExpr, r int, m *frameworks.RouterMethod) int {
	if m.Callback == frameworks.None {
		return w.derive(call, r, m, false)
	}
	child := w.derive(call, r, m, m.Pattern == frameworks.None)
	if m.Callback >= len(call.Args) {
		return child
	}
	arg := ast.Unparen(call.Args[m.Callback])
	lit, _ := arg.(*ast.FuncLit)
	if id, ok := arg.(*ast.Ident); ok {
		lit = w.closures[w.p.info.Uses[id]]
	}
	if lit != nil {
		w.run(lit, []int{child})
		return child
	}
	fn, _ := w.p.resolve(arg)
	var reg *Registration
	if fn != nil && !isCall(arg) {
		reg = w.p.registration(fn)
	}
	if reg == nil {
		w.eval(arg)
		w.escape(child, call)
		return child
	}
	at, foreign := siteOf(arg), fn.Pkg() != w.p.pass.Pkg
	if foreign {
		at.call = &callSite{name: exprName(arg), pos: arg.Pos(), end: arg.End()}
	}
	w.inline(reg, at, foreign, func(p Router) int {
		if p.Param == 0 && p.Path == "" {
			return child
		}
		return w.reg.add(Router{Origin: FromElsewhere, Type: p.Type, Param: None, Parent: None, Name: p.Name})
	})
	return child
}

// mount records that a handler is attached to r.
func (w *walker) mount(r int, args []int, m *frameworks.RouterMethod, call *ast.CallExpr) {
	child := None
	if m.Handlers >= 0 && m.Handlers < len(args) {
		child = args[m.Handlers]
	}
	e := Event{Op: Mount, Router: r, Child: child, Freezes: true, Name: routeName(w.p, call, m), Path: w.p.path(call, m), site: siteOf(call)}
	if m.Route {
		e.Path = ""
	}
	if m.Handlers >= 0 && m.Handlers < len(call.Args) {
		w.p.setHandler(&e, call.Args[m.Handlers])
	}
	if m.Op == frameworks.OpHandle {
		e.Method, _ = w.p.methodAndPath(call, m)
		if methods := w.reg.Routers[r].Methods; e.Method == "" && len(methods) > 0 {
			e.Method = strings.Join(methods, ",")
		}
	}
	e.Whole = child != None && w.whole(r, child, m)
	w.event(e)
}

// whole reports whether handler child, attached to router r by a call of m, gets
// the path of a request as it is.
func (w *walker) whole(r, child int, m *frameworks.RouterMethod) bool {
	for w.reg.Routers[child].Origin == Derived {
		for _, e := range w.reg.Events {
			if e.Op == Wrap && e.Child == child && slices.ContainsFunc(e.Middleware, func(mw Middleware) bool { return frameworks.Strips(mw.Func) }) {
				return false
			}
		}
		child = w.reg.Routers[child].Parent
	}
	_, outer := w.reg.Routers[r].Table()
	_, inner := w.reg.Routers[child].Table()
	return m.Op == frameworks.OpHandle || outer != inner
}

// route records a route of r.
func (w *walker) route(call *ast.CallExpr, r int, args []int, m *frameworks.RouterMethod) {
	if m.Literals || m.Each {
		w.routes(call, r, m)
		return
	}
	if m.Handlers >= 0 && m.Handlers < len(args) && args[m.Handlers] != None {
		w.mount(r, args, m, call)
		return
	}
	e := Event{Op: Route, Router: r, Child: None, Freezes: true, Name: routeName(w.p, call, m), site: siteOf(call)}
	e.Deliberate, e.Files = m.Static || w.p.deliberate(call, m), m.Static
	e.Method, e.Path = w.p.methodAndPath(call, m)
	if m.Route {
		e.Path = "" // it is the route's, see derive
	}
	if methods := w.reg.Routers[r].Methods; e.Method == "" && len(methods) > 0 {
		e.Method = strings.Join(methods, ",")
	}
	w.p.routeHandlers(&e, call, m)
	if m.Handlers >= 0 {
		for i, a := range call.Args {
			if i >= m.Handlers {
				h := w.p.handlerOf(a)
				e.Recovers = e.Recovers || h.Recovers
				e.AddsErrors = e.AddsErrors || h.AddsErrors
				e.Files = e.Files || h.Kind.Has(frameworks.MiddlewareFiles)
				e.Pages = e.Pages || h.Pages
			}
		}
	}
	w.event(e)
}

func isCall(e ast.Expr) bool {
	_, ok := e.(*ast.CallExpr)
	return ok
}
