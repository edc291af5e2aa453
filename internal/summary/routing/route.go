package routing

import (
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/symbols"
)

// path returns the path that a call of a router's method is given, "" if it is
// given none.
func (p *pkg) path(call *ast.CallExpr, m *frameworks.RouterMethod) string {
	if m.Pattern < 0 || m.Pattern >= len(call.Args) {
		return ""
	}
	return p.pathOf(call.Args[m.Pattern])
}

// pathOf returns the path that e is: its constant value, or its source in braces.
func (p *pkg) pathOf(e ast.Expr) string {
	if s, ok := p.constant(e); ok {
		return s
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && frameworks.FuncOf(p.callee(call)) == (frameworks.Func{Pkg: "path", Name: "Join"}) {
		elems := make([]string, len(call.Args))
		for i, a := range call.Args {
			elems[i] = p.pathOf(a)
		}
		return path.Join(elems...)
	}
	return "{" + exprName(e) + "}"
}

// methodAndPath returns the HTTP method and the path of a route. The method is
// the name of the router's method, its argument before the path, or, as with
// net/http's ServeMux, the first word of the pattern; "" stands for all.
func (p *pkg) methodAndPath(call *ast.CallExpr, m *frameworks.RouterMethod) (method, pattern string) {
	pattern = p.path(call, m)
	if i := strings.IndexAny(pattern, " :"); i >= 0 && isMethod(pattern[:i]) { // goframe's GET:/users
		return pattern[:i], strings.TrimLeft(pattern[i+1:], " ")
	}
	if m.Pattern > 0 && m.Pattern <= len(call.Args) && isPath(p.info.TypeOf(call.Args[m.Pattern-1])) {
		if s, ok := p.constant(call.Args[m.Pattern-1]); ok {
			return strings.ToUpper(s), pattern
		}
		return "", pattern
	}
	if name := strings.TrimSuffix(strings.ToUpper(m.Name), "EX"); isMethod(name) {
		return name, pattern
	}
	return "", pattern
}

// isMethod reports whether s is one of HTTP's methods.
func isMethod(s string) bool {
	return slices.Contains([]string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "QUERY"}, s)
}

// routeHandlers sets the handler of a route and the middleware that is for it
// alone, outermost first: further arguments, and functions that wrap the handler.
func (p *pkg) routeHandlers(e *Event, call *ast.CallExpr, m *frameworks.RouterMethod) {
	if m.Static {
		e.Handler = "files"
		return
	}
	if m.Handlers < 0 || m.Handlers >= len(call.Args) {
		return
	}
	args := call.Args[m.Handlers:]
	if m.Single {
		args = args[:1]
	}
	last := len(args) - 1
	if m.HandlerFirst {
		last = 0
	}
	for i, a := range args {
		if i != last {
			e.Middleware = append(e.Middleware, p.middleware(a))
		}
	}
	p.setHandler(e, args[last])
}

// setHandler sets the handler h of a route, and the middleware that h calls with
// it.
func (p *pkg) setHandler(e *Event, h ast.Expr) {
	h, around := p.unwrap(h)
	e.Handler, e.Funcs, e.Middleware = exprName(h), p.handlerFuncs(h), append(e.Middleware, around...)
}

// handlerFuncs returns the functions that run for a request which the handler e
// gets; none if that is not known. Of a call they are those that it returns.
func (p *pkg) handlerFuncs(e ast.Expr) []symbols.Symbol {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && p.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return p.handlerFuncs(call.Args[0])
	}
	fn, lit := p.resolve(e)
	switch {
	case lit != nil:
		return []symbols.Symbol{p.literalSymbol(lit)}
	case fn != nil && isCall(e) && !frameworks.StandardPath(fn.Pkg().Path(), ""):
		return []symbols.Symbol{symbols.Results(symbols.Func(fn))}
	case fn != nil && !isCall(e):
		return []symbols.Symbol{symbols.Func(fn)}
	}
	if sel, ok := e.(*ast.SelectorExpr); ok { // the method of an interface
		if fn, ok := p.info.Uses[sel.Sel].(*types.Func); ok {
			if s := symbols.Method(p.info.TypeOf(sel.X), fn.Name()); s.Name != "" {
				return []symbols.Symbol{s}
			}
		}
	}
	if fn := p.servesHTTP(e); fn != nil {
		return []symbols.Symbol{symbols.Func(fn)}
	}
	return nil
}

// literalSymbol returns the symbol of a function literal of the package.
func (p *pkg) literalSymbol(lit *ast.FuncLit) symbols.Symbol {
	if p.literals == nil {
		p.literals = symbols.Literals(p.pass.Pkg, p.pass.Files, p.info)
	}
	return p.literals[lit]
}

// unwrap returns the handler that is in the middle of e, and the middleware that
// e calls with it.
func (p *pkg) unwrap(e ast.Expr) (handler ast.Expr, around []Middleware) {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || !p.isHandlerLike(call) {
			return e, around
		}
		var inner []ast.Expr
		for _, a := range call.Args {
			if p.isHandlerLike(a) {
				inner = append(inner, a)
			}
		}
		if len(inner) != 1 {
			return e, around
		}
		if fn := p.callee(call); fn != nil && frameworks.ListOpOf(fn) == frameworks.ListThen {
			around, e = append(around, p.listAround(call)...), inner[0]
			continue
		}
		// A conversion, or one from net/http's handlers to the framework's, runs
		// nothing of its own.
		if tv := p.info.Types[call.Fun]; !tv.IsType() && p.isHTTP(call) == p.isHTTP(inner[0]) {
			around = append(around, p.middleware(call.Fun))
		}
		e = inner[0]
	}
}

// isHandlerLike reports whether e is a handler: of net/http, or a function that
// takes a request.
func (p *pkg) isHandlerLike(e ast.Expr) bool {
	t := p.info.TypeOf(e)
	return t != nil && (isHandler(t) || takesRequestType(t))
}

// isHTTP reports whether the handler e is one of net/http.
func (p *pkg) isHTTP(e ast.Expr) bool {
	t := p.info.TypeOf(e)
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return sig.Params().Len() > 0 && frameworks.TypeOf(sig.Params().At(0).Type()) == frameworks.Type{Pkg: pathHTTP, Name: "ResponseWriter"}
	}
	return isHandler(t)
}
