package routing

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// middlewares describes the arguments of call from the i-th.
func (p *pkg) middlewares(call *ast.CallExpr, i int) []Middleware {
	var list []Middleware
	for j, a := range call.Args {
		if j < i {
			continue
		}
		if call.Ellipsis.IsValid() && j == len(call.Args)-1 {
			if lit, ok := ast.Unparen(a).(*ast.CompositeLit); ok {
				for _, e := range lit.Elts {
					list = append(list, p.middleware(e))
				}
				continue
			}
			list = append(list, Middleware{Name: exprName(a) + "...", Unknown: true, site: siteOf(a)})
			continue
		}
		list = append(list, p.middleware(a))
	}
	return list
}

// answers returns what the arguments of call from the i-th, handlers, are for.
func (p *pkg) answers(call *ast.CallExpr, i int) (kind frameworks.MiddlewareKind) {
	for _, m := range p.middlewares(call, i) {
		if m.Unknown {
			return ^frameworks.MiddlewareOther
		}
		kind |= m.Kind
	}
	return kind
}

// middleware describes the middleware that e is.
func (p *pkg) middleware(e ast.Expr) Middleware {
	if isPath(p.info.TypeOf(e)) {
		return Middleware{Name: exprName(e), path: true, site: siteOf(e)}
	}
	m := Middleware{Name: exprName(e), Recovers: p.recovery.Middleware(e), site: siteOf(e)}
	fn, lit := p.resolve(e)
	if fn == nil && lit == nil {
		m.Unknown = true
		return m
	}
	if lit != nil {
		l := p.literalMiddleware(lit)
		l.Name, l.Recovers, l.site = m.Name, m.Recovers || l.Recovers, m.site
		return l
	}
	m.Func = frameworks.FuncOf(fn)
	if kind, ok := frameworks.MiddlewareOf(fn); ok {
		m.Recovers = m.Recovers || kind.Has(frameworks.MiddlewareRecovery)
		m.Errors = kind.Has(frameworks.MiddlewareError)
		m.Collects = p.collectsPanics(e, fn)
		m.Kind = kind
		return m
	}
	h := p.handler(fn)
	m.Errors, m.Kind, m.Collects = h.Errors, h.Kind, h.Collects
	m.Unknown = h.Recovers || p.given(e)
	m.Ends = !h.Hands && (takesRequest(fn.Signature()) && p.decls[fn.Origin()] != nil || p.returnsLiteral(fn))
	if p.recovery.SameModule(fn.Pkg()) {
		m.Panics = h.Panics
	}
	return m
}

// collectsPanics reports whether e is a call of the library's recovery fn that is
// given a function which collects what was recovered.
func (p *pkg) collectsPanics(e ast.Expr, fn *types.Func) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	i := slices.IndexFunc(frameworks.PanicHandlers, func(h frameworks.PanicHandler) bool { return h.Func == frameworks.FuncOf(fn) })
	if !ok || i < 0 || frameworks.PanicHandlers[i].Arg >= len(call.Args) {
		return false
	}
	handler, lit := p.resolve(call.Args[frameworks.PanicHandlers[i].Arg])
	switch {
	case lit != nil:
		return collects(p.recovering(lit.Body))
	case handler != nil && !isCall(ast.Unparen(call.Args[frameworks.PanicHandlers[i].Arg])):
		return collects(*p.handler(handler))
	}
	return false
}

// returnsLiteral reports whether all that fn, a function of this package, does is
// to return a literal that takes a request.
func (p *pkg) returnsLiteral(fn *types.Func) bool {
	decl := p.decls[fn.Origin()]
	if decl == nil || len(decl.Body.List) != 1 {
		return false
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	lit, ok := ast.Unparen(ret.Results[0]).(*ast.FuncLit)
	if !ok {
		return false
	}
	sig, ok := p.info.TypeOf(lit).(*types.Signature)
	return ok && takesRequest(sig)
}

// isPath reports whether t is a string or a list of them.
func isPath(t types.Type) bool {
	if t == nil {
		return false
	}
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// around describes fn, which serves a request by handing it on, as a middleware.
func (p *pkg) around(fn *types.Func, at ast.Node) Middleware {
	h := p.handler(fn)
	m := Middleware{Func: frameworks.FuncOf(fn), Name: fn.Name(), Errors: h.Errors, Kind: h.Kind, Unknown: h.Recovers, site: siteOf(at)}
	if p.recovery.SameModule(fn.Pkg()) {
		m.Panics = h.Panics
	}
	return m
}

// literalMiddleware describes a middleware that is a literal.
func (p *pkg) literalMiddleware(lit *ast.FuncLit) Middleware {
	h := new(Handler)
	sig, ok := p.info.TypeOf(lit).(*types.Signature)
	handles := ok && takesRequest(sig)
	if handles {
		p.frame(lit.Body, h)
	} else {
		p.inner(lit.Body, h)
	}
	return Middleware{Name: exprName(lit), Ends: handles && !h.Hands, Recovers: p.recovery.Middleware(lit), Errors: h.Errors, Collects: h.Collects, Kind: h.Kind, Unknown: h.Recovers, Panics: h.Panics, site: siteOf(lit)}
}

// given reports whether e is a call that is given a function or middleware: it
// may pass on what that does.
func (p *pkg) given(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || p.info.Types[call.Fun].IsType() {
		return false
	}
	for _, a := range call.Args {
		t := p.info.TypeOf(a)
		if t == nil {
			continue
		}
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		sig, ok := t.Underlying().(*types.Signature)
		if ok && (takesRequest(sig) || returnsHandler(sig)) {
			return true
		}
	}
	return false
}

// returnsHandler reports whether sig is func(http.Handler) http.Handler.
func returnsHandler(sig *types.Signature) bool {
	return sig.Results().Len() == 1 && isHandler(sig.Results().At(0).Type())
}

// handlerOf describes a handler argument of a route, and what wraps it.
func (p *pkg) handlerOf(e ast.Expr) Handler {
	var h Handler
	e = ast.Unparen(e)
	if p.recovery.Middleware(e) {
		h.Recovers = true
	}
	fn, lit := p.resolve(e)
	switch {
	case lit != nil:
		p.frame(lit.Body, &h)
	case fn != nil:
		if kind, ok := frameworks.MiddlewareOf(fn); ok && kind.Has(frameworks.MiddlewareRecovery) {
			h.Recovers = true
		}
		h.Kind |= frameworks.CallSignal(frameworks.FuncOf(fn)) & frameworks.MiddlewareFiles
		p.merge(&h, fn)
	}
	if call, ok := e.(*ast.CallExpr); ok {
		if p.recovery.Middleware(call.Fun) {
			h.Recovers = true
		}
		for _, a := range call.Args {
			if t := p.info.TypeOf(a); t != nil {
				if sig, ok := t.Underlying().(*types.Signature); ok && takesRequest(sig) || isHandler(t) {
					h.add(p.handlerOf(a))
				}
			}
		}
	}
	return h
}

// resolve returns the function that e is, or whose call e is; or the literal
// that e is. Both are nil if that is not known: e is a variable that is
// assigned twice, a field, an element, or the result of an interface's method.
func (p *pkg) resolve(e ast.Expr) (*types.Func, *ast.FuncLit) {
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.FuncLit:
		return nil, e
	case *ast.CallExpr:
		if tv, ok := p.info.Types[e.Fun]; ok && tv.IsType() && len(e.Args) == 1 {
			return p.resolve(e.Args[0])
		}
		fn, _ := typeutil.Callee(p.info, e).(*types.Func)
		if fn != nil && isInterfaceMethod(fn) {
			return nil, nil
		}
		return fn, nil
	case *ast.IndexExpr: // an instance of a generic function
		return p.resolve(e.X)
	case *ast.Ident:
		return p.named(e)
	case *ast.SelectorExpr:
		return p.named(e.Sel)
	}
	return nil, nil
}

func (p *pkg) named(id *ast.Ident) (*types.Func, *ast.FuncLit) {
	switch obj := p.info.Uses[id].(type) {
	case *types.Func:
		if isInterfaceMethod(obj) {
			return nil, nil
		}
		return obj, nil
	case *types.Var:
		if init := p.only(obj); init != nil {
			return p.resolve(init)
		}
	}
	return nil, nil
}

func isInterfaceMethod(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// only returns the expression that the variable v of this package always
// holds; nil if it is assigned elsewhere, or its address is taken.
func (p *pkg) only(v *types.Var) ast.Expr {
	if p.values == nil {
		p.values = assignments(p)
	}
	return p.values[v]
}

// assignments finds the variables that are assigned once.
func assignments(p *pkg) map[*types.Var]ast.Expr {
	values := make(map[*types.Var]ast.Expr)
	set := func(l, r ast.Expr) {
		id, ok := l.(*ast.Ident)
		if !ok {
			return
		}
		v, ok := p.info.ObjectOf(id).(*types.Var)
		if !ok {
			return
		}
		if _, again := values[v]; again {
			r = nil
		}
		values[v] = r
	}
	for _, f := range p.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if len(n.Lhs) == len(n.Rhs) {
						set(l, n.Rhs[i])
					} else {
						set(l, nil)
					}
				}
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if len(n.Names) == len(n.Values) {
						set(name, n.Values[i])
					} else {
						set(name, nil)
					}
				}
			case *ast.RangeStmt:
				if n.Key != nil {
					set(n.Key, nil)
				}
				if n.Value != nil {
					set(n.Value, nil)
				}
			case *ast.UnaryExpr:
				if n.Op.String() == "&" {
					set(n.X, nil)
				}
			}
			return true
		})
	}
	return values
}
