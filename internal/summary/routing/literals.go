package routing

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// routes records the routes of a call that registers several, or one that a
// literal describes (m.Literals, m.Each).
func (w *walker) routes(call *ast.CallExpr, r int, m *frameworks.RouterMethod) {
	e := Event{Op: Route, Router: r, Child: None, Freezes: true, Name: callName(call), site: siteOf(call)}
	if m.Each {
		for _, a := range call.Args[min(m.Handlers, len(call.Args)):] {
			one := e
			w.p.setHandler(&one, a)
			w.event(one)
		}
		return
	}
	if m.Handlers >= 0 && m.Handlers < len(call.Args) {
		w.p.setHandler(&e, call.Args[m.Handlers])
	}
	if m.Pattern < 0 || m.Pattern >= len(call.Args) {
		return
	}
	prefix := ""
	for i, a := range call.Args {
		if i <= m.Pattern || i == m.Handlers {
			continue
		}
		if inner, ok := ast.Unparen(a).(*ast.CallExpr); ok {
			prefix = joinPaths(prefix, w.p.routeOption(&e, inner))
		}
	}
	e.Path = prefix
	w.literals(call.Args[m.Pattern], e)
}

// routeOption adds to e what the option that call makes says of its routes, and
// returns the path that goes before theirs.
func (p *pkg) routeOption(e *Event, call *ast.CallExpr) (prefix string) {
	fn := p.callee(call)
	if fn == nil {
		return ""
	}
	o, ok := frameworks.RouteOptionOf(fn)
	if !ok {
		return ""
	}
	if o.Kind != 0 {
		e.Middleware = append(e.Middleware, Middleware{Func: frameworks.FuncOf(fn), Name: exprName(call), Kind: o.Kind, Recovers: o.Kind.Has(frameworks.MiddlewareRecovery), site: siteOf(call)})
	}
	if o.Middlewares >= 0 && o.Middlewares < len(call.Args) {
		e.Middleware = append(e.Middleware, p.held(call.Args[o.Middlewares])...)
	}
	if o.Path >= 0 && o.Path < len(call.Args) {
		return p.pathOf(call.Args[o.Path])
	}
	return ""
}

// held describes the middleware that e is, or that it holds.
func (p *pkg) held(e ast.Expr) []Middleware {
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		return []Middleware{p.middleware(e)}
	}
	var list []Middleware
	for _, el := range lit.Elts {
		list = append(list, p.middleware(el))
	}
	return list
}

// literals records the routes that arg describes: a literal, a list of them, or
// what a RouteOption is given besides. What e says holds for all of them.
func (w *walker) literals(arg ast.Expr, e Event) {
	arg = ast.Unparen(arg)
	if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
		arg = ast.Unparen(u.X)
	}
	if elems, ok := w.listOf(arg); ok {
		for _, el := range elems {
			w.under(el.when, func() { w.literals(el.Expr, e) })
		}
		return
	}
	switch arg := arg.(type) {
	case *ast.CompositeLit:
		t, ok := frameworks.RouteTypeOf(w.p.info.TypeOf(arg))
		if ok {
			w.literalRoute(arg, t, e)
			return
		}
	case *ast.CallExpr:
		fn := w.p.callee(arg)
		if fn == nil {
			break
		}
		if o, ok := frameworks.RouteOptionOf(fn); ok && o.Middlewares != frameworks.None {
			e.Path = joinPaths(e.Path, w.p.routeOption(&e, arg))
			for i, a := range arg.Args {
				if i != o.Middlewares {
					w.literals(a, e)
				}
			}
			return
		}
	case *ast.Ident:
		if v := expr.Var(w.p.info, arg); v != nil {
			init := w.p.only(v)
			if _, ok := frameworks.RouteTypeOf(v.Type()); ok && init == nil {
				init = w.p.initializer(v)
			}
			if init != nil {
				w.literals(init, e)
				return
			}
		}
	}
	if e.Handler == "" {
		e.Handler = exprName(arg)
	}
	w.event(e)
}

// initializer returns the expression that the package's variable v is declared
// with, or nil. Others can change what it holds.
func (p *pkg) initializer(v *types.Var) ast.Expr {
	for _, f := range p.pass.Files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				s, ok := spec.(*ast.ValueSpec)
				if !ok || len(s.Names) != len(s.Values) {
					continue
				}
				for i, name := range s.Names {
					if p.info.Defs[name] == types.Object(v) {
						return s.Values[i]
					}
				}
			}
		}
	}
	return nil
}

// literalRoute records the route that lit, a value of type t, describes.
func (w *walker) literalRoute(lit *ast.CompositeLit, t frameworks.RouteType, e Event) {
	field := w.p.literalFields(lit)
	if e.pos <= lit.Pos() && lit.End() <= e.end {
		e.site = siteOf(lit)
	}
	if m := field(t.Method); m != nil {
		if s, ok := w.p.constant(m); ok {
			e.Method = strings.ToUpper(s)
		}
	}
	if h := field(t.Handler); h != nil {
		w.eval(h)
		w.p.setHandler(&e, h)
	}
	if m := field(t.Middlewares); m != nil {
		e.Middleware = append(e.Middleware, w.p.held(m)...)
	}
	path := field(t.Path)
	if path != nil {
		e.Path = joinPaths(e.Path, w.p.pathOf(path))
		e.Deliberate = w.p.deliberatePattern(path)
	}
	e.Name = strings.TrimSpace(e.Method + " " + e.Path)
	w.event(e)
}

// literalFields returns the values of the fields of a struct literal, by name; nil
// of those that it does not set.
func (p *pkg) literalFields(lit *ast.CompositeLit) func(name string) ast.Expr {
	values := make(map[string]ast.Expr)
	st, _ := p.info.TypeOf(lit).Underlying().(*types.Struct)
	for i, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			if name, ok := keyName(kv); ok {
				values[name] = kv.Value
			}
		} else if st != nil && i < st.NumFields() {
			values[st.Field(i).Name()] = el
		}
	}
	return func(name string) ast.Expr { return values[name] }
}
