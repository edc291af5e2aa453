package routing

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// construct records the router that a call of constructor c makes, with what it
// is given: middleware, options, a configuration.
func (w *walker) construct(call *ast.CallExpr, router *frameworks.Router, c *frameworks.Constructor) int {
	args := w.args(call)
	r := w.reg.add(Router{
		Origin: Made, Type: router.Type, Recovers: c.Runs.Has(frameworks.MiddlewareRecovery), Runs: c.Runs, Func: c.Func,
		Param: None, Parent: None, Maker: w.p.place(call), Made: callName(call), Name: callName(call), site: siteOf(call),
	})
	w.event(Event{Op: Make, Router: r, Child: None, Name: callName(call), site: siteOf(call)})
	given := call.Args
	if c.Prefix && len(call.Args) > 0 {
		given = call.Args[1:]
		child := w.reg.add(Router{Origin: Derived, Parent: r, Param: None, Type: router.Type, Name: callName(call), site: siteOf(call)})
		w.event(Event{Op: Derive, Router: r, Child: child, Path: w.p.pathOf(call.Args[0]), Name: callName(call), site: siteOf(call)})
		r = child
	}
	switch {
	case c.Takes:
		w.takes(call, r, args)
	case len(router.Options) > 0:
		w.optionList(call, given, r)
	default:
		w.configured(r, call)
	}
	return r
}

// takes records the middleware and the handlers that router r is made with, in
// the order of the arguments.
func (w *walker) takes(call *ast.CallExpr, r int, args []int) {
	for i, a := range call.Args {
		at := Event{Router: r, Child: None, Name: callName(call), site: siteOf(a)}
		inner, passed := w.p.passed(a)
		switch {
		case args[i] != None:
			at.Op, at.Child, at.Handler, at.Whole = Mount, args[i], exprName(inner), true
		case passed:
			at.Op = Route
			w.p.setHandler(&at, inner)
		case call.Ellipsis.IsValid() && i == len(call.Args)-1:
			w.use(call, r, nil, &frameworks.RouterMethod{Op: frameworks.OpUse, Handlers: i})
			continue
		default:
			at.Op, at.Middleware = Use, []Middleware{w.p.middleware(a)}
		}
		w.event(at)
	}
}

// passed returns the handler that e, a call of a function which returns it as
// another type, is given.
func (p *pkg) passed(e ast.Expr) (handler ast.Expr, ok bool) {
	call, isCall := ast.Unparen(e).(*ast.CallExpr)
	if !isCall || len(call.Args) != 1 {
		return e, false
	}
	if fn := p.callee(call); fn != nil && frameworks.Passes(fn) {
		return call.Args[0], true
	}
	return e, false
}

// optionList records what the options fixed, the last arguments of a constructor,
// do to router r.
func (w *walker) optionList(call *ast.CallExpr, fixed []ast.Expr, r int) {
	elems, ok := w.elements(call)
	if call.Ellipsis.IsValid() {
		fixed = fixed[:len(fixed)-1]
		if !ok {
			last := call.Args[len(call.Args)-1]
			w.unseen(r, last)
		}
	}
	for _, a := range fixed {
		w.option(r, a)
	}
	for _, e := range elems {
		w.under(e.when, func() { w.option(r, e.Expr) })
	}
}

// option records what the option e does to router r.
func (w *walker) option(r int, e ast.Expr) {
	e = ast.Unparen(e)
	w.options(r, e)
	switch e := e.(type) {
	case *ast.CallExpr:
		fn := w.p.callee(e)
		if fn == nil {
			break
		}
		if o := frameworks.RouterOptionOf(fn); o != nil {
			child := w.does(e, r, nil, &o.Method)
			for _, a := range e.Args {
				if w.p.isOption(a) { // of the group that this one makes
					w.option(child, a)
				}
			}
			return
		}
		if frameworks.IsCentral(frameworks.FuncOf(fn)) && len(e.Args) > 0 {
			w.central(r, e, e.Args[0])
			return
		}
		if isFrameworks(fn.Pkg()) {
			return // it says nothing of middleware
		}
	case *ast.Ident:
		if v, ok := w.p.info.Uses[e].(*types.Var); ok {
			if init := w.p.only(v); init != nil && init != ast.Expr(e) {
				w.option(r, init)
				return
			}
		}
	}
	w.unseen(r, e)
}

// isOption reports whether e is a call of a function that makes an option.
func (p *pkg) isOption(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := p.callee(call)
	return fn != nil && frameworks.RouterOptionOf(fn) != nil
}

// unseen records that router r is made with e, which may register anything.
func (w *walker) unseen(r int, e ast.Expr) {
	w.reg.Routers[r].Opaque = true
	w.event(Event{Op: Use, Router: r, Child: None, Outside: true, Middleware: []Middleware{{Name: exprName(e), Unknown: true, site: siteOf(e)}}, Name: exprName(e), site: siteOf(e)})
}

// function walks a call of a function that does to a router what a method would.
func (w *walker) function(call *ast.CallExpr, fn *types.Func, f *frameworks.RouterFunc) int {
	var args []int
	if f.Method.Callback == frameworks.None {
		args = w.args(call)
	}
	r := None
	switch {
	case f.Router == frameworks.None:
		r = w.global(fn.Pkg(), f.Global, call)
	case f.Router < len(args):
		r = args[f.Router]
		if r == None {
			r = w.unknown(w.p.info.TypeOf(call.Args[f.Router]), exprName(call.Args[f.Router]))
		}
	}
	if r == None {
		return None
	}
	m := f.Method
	m.Name = f.Name
	return w.does(call, r, args, &m)
}

// global returns the router of the whole program that the variable of package pkg
// holds. Other functions register on it, too.
func (w *walker) global(pkg *types.Package, name string, call *ast.CallExpr) int {
	v, ok := pkg.Scope().Lookup(name).(*types.Var)
	if !ok {
		return None
	}
	k := key{v, ""}
	if r, ok := w.env[k]; ok {
		return r
	}
	router, _ := frameworks.RouterOf(v.Type())
	if router == nil {
		return None
	}
	r := w.reg.add(Router{Origin: Made, Type: router.Type, Param: None, Parent: None, Maker: pkg.Path() + "." + name, Made: pkg.Name() + "." + name, Name: pkg.Name() + "." + name, named: true, site: siteOf(call)})
	for _, c := range router.Constructors {
		rt := &w.reg.Routers[r]
		rt.Runs |= c.Runs
		rt.Recovers = rt.Runs.Has(frameworks.MiddlewareRecovery)
	}
	w.env[k] = r
	w.event(Event{Op: Make, Router: r, Child: None, Name: pkg.Name() + "." + name, site: siteOf(call)})
	w.store(r, call, nil)
	return r
}

// element is one element of a list that a variable holds, and the conditions
// under which it is in it.
type element struct {
	ast.Expr
	when []Arm
}

// elements returns the elements of the list that call is given as its last
// arguments ("opts..."); ok is false if they are not known, or there is none.
func (w *walker) elements(call *ast.CallExpr) (elems []element, ok bool) {
	if !call.Ellipsis.IsValid() {
		return nil, false
	}
	return w.listOf(call.Args[len(call.Args)-1])
}

// listOf returns the elements of the list that e is, as far as the walk is.
func (w *walker) listOf(e ast.Expr) (elems []element, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		elems, ok = w.slices[w.p.info.ObjectOf(e)]
		return slices.Clone(elems), ok
	case *ast.CompositeLit:
		if t := w.p.info.TypeOf(e); t == nil || !isSlice(t) {
			return nil, false
		}
		for _, el := range e.Elts {
			if _, keyed := el.(*ast.KeyValueExpr); keyed {
				return nil, false
			}
			elems = append(elems, element{el, w.conditions()})
		}
		return elems, true
	case *ast.CallExpr:
		id, isIdent := ast.Unparen(e.Fun).(*ast.Ident)
		if !isIdent || len(e.Args) == 0 {
			return nil, false
		}
		b, isBuiltin := w.p.info.Uses[id].(*types.Builtin)
		if !isBuiltin {
			return nil, false
		}
		if b.Name() == "make" {
			return nil, len(e.Args) < 2 || w.isZero(e.Args[1])
		}
		if b.Name() != "append" {
			return nil, false
		}
		if elems, ok = w.listOf(e.Args[0]); !ok {
			return nil, false
		}
		added := e.Args[1:]
		if e.Ellipsis.IsValid() {
			more, known := w.listOf(added[0])
			return append(elems, more...), known
		}
		for _, a := range added {
			elems = append(elems, element{a, w.conditions()})
		}
		return elems, true
	}
	return nil, false
}

func (w *walker) isZero(e ast.Expr) bool {
	v := w.p.info.Types[e].Value
	return v != nil && v.ExactString() == "0"
}

func isSlice(t types.Type) bool {
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

// remember notes what list the local variable l holds from now on. What is known
// of a variable is what every way to here has in common: an element that is
// appended in a branch has the branch's conditions.
func (w *walker) remember(l, r ast.Expr) {
	id, ok := l.(*ast.Ident)
	if !ok {
		return
	}
	v, ok := w.p.info.ObjectOf(id).(*types.Var)
	if !ok || !isSlice(v.Type()) {
		return
	}
	elems, known := []element(nil), true
	if r != nil {
		elems, known = w.listOf(r)
	}
	_, had := w.slices[v]
	if !known || v.Parent() == w.p.pass.Pkg.Scope() || had && r != nil && !w.appendsTo(v, r) && len(w.conditions()) > 0 {
		delete(w.slices, v)
		return
	}
	w.slices[v] = elems
}

// appendsTo reports whether e is append(v, …).
func (w *walker) appendsTo(v *types.Var, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	id, ok := ast.Unparen(call.Args[0]).(*ast.Ident)
	return ok && w.p.info.Uses[id] == types.Object(v)
}

// escaped forgets the lists that e, a use of which is not followed, can change.
func (w *walker) escaped(e ast.Expr) {
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		if id, ok := ast.Unparen(u.X).(*ast.Ident); ok {
			delete(w.slices, w.p.info.ObjectOf(id))
		}
	}
}

// under walks f under further conditions.
func (w *walker) under(when []Arm, f func()) {
	saved, here := w.when, w.conditions()
	w.when = slices.Clone(saved)
	for _, a := range when {
		if !slices.Contains(here, a) {
			w.when = append(w.when, a)
		}
	}
	f()
	w.when = saved
}
