package chains

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/routing"
	"github.com/prodvet/prodvet/internal/symbols"
)

// servers describes the routers of a package for the link step: each that is
// made, here or by a function of another package, as the function sees it that
// serves it or registers most on it.
func servers(pass *analysis.Pass, orders []*Order) []callgraph.Server {
	best := make(map[string]callgraph.Server) // by maker
	var makers []string
	for _, o := range orders {
		for r, router := range o.Routers {
			if router.Origin != routing.Made || router.Maker == "" || o.isMounted(r) {
				continue
			}
			s := o.server(pass, r)
			if len(s.Routes) == 0 {
				continue
			}
			old, seen := best[s.Maker]
			if !seen {
				makers = append(makers, s.Maker)
			}
			if !seen || s.Served && !old.Served || s.Served == old.Served && len(s.Routes) > len(old.Routes) {
				best[s.Maker] = s
			}
		}
	}
	list := make([]callgraph.Server, len(makers))
	for i, maker := range makers {
		list[i] = best[maker]
	}
	return list
}

// isMounted reports whether router r is attached to another, with whose routes
// its own are told.
func (o *Order) isMounted(r int) bool {
	return slices.ContainsFunc(o.Events, func(e routing.Event) bool {
		return e.Op == routing.Mount && e.Child != routing.None && o.Root(e.Child) == r && o.Root(e.Router) != r
	})
}

func funcName(f *routing.Function) string {
	if f.Func == nil {
		return "a variable"
	}
	name := f.Func.Name()
	if recv := f.Func.Signature().Recv(); recv != nil {
		name = frameworks.TypeOf(recv.Type()).Name + "." + name
	}
	return name
}

// server describes router r, with what is mounted on it.
func (o *Order) server(pass *analysis.Pass, r int) callgraph.Server {
	b := &serverBuilder{Order: o, fset: pass.Fset, index: make(map[string]int)}
	router := o.Routers[r]
	b.Maker, b.Name, b.Posn = router.Maker, router.Name, b.posn(router)
	b.Func = funcName(o.Function)
	b.Server.Framework = o.Framework(r)
	b.Partial = o.Returned(r) || o.Escapes(r)
	if i := slices.IndexFunc(o.Events, func(e routing.Event) bool { return e.Op == routing.Make && e.Router == r }); i >= 0 {
		b.made = o.Events[i].When
	}
	outer := b.around(r)
	b.add(r, below{}, outer, nil)
	return callgraph.Server{Server: b.Server, Handlers: b.handlers}
}

// serverBuilder collects the routes of one server.
type serverBuilder struct {
	*Order
	fset     *token.FileSet
	index    map[string]int     // of the Server's middleware, by place and name
	made     []routing.Arm      // the conditions under which the router is made
	handlers [][]symbols.Symbol // of each of the Server's routes
	link.Server
}

// around returns the middleware of the handlers that wrap router r, outermost
// first, and notes whether one of them, or the router, is served.
func (b *serverBuilder) around(r int) []Layer {
	top := r
	for i := range b.Routers {
		if b.Routers[i].Origin == routing.Derived && b.Wrapped(i) && b.Root(i) == r && (top == r || b.inside(top, i)) {
			top = i
		}
	}
	for _, e := range b.Events {
		b.Served = b.Served || e.Op == routing.Serve && b.Root(e.Router) == r
	}
	return b.wraps(top)
}

// wraps returns the middleware of handler h, which wraps a router, and of the
// handlers inside it, outermost first.
func (b *serverBuilder) wraps(h int) (outer []Layer) {
	for i := h; b.Routers[i].Origin == routing.Derived; i = b.Routers[i].Parent {
		j := slices.IndexFunc(b.Events, func(e routing.Event) bool { return e.Op == routing.Wrap && e.Child == i })
		if j >= 0 {
			outer = append(outer, b.Layers(j)...)
		}
	}
	return outer
}

// inside reports whether handler a is within handler b.
func (b *serverBuilder) inside(a, c int) bool {
	for i := c; b.Routers[i].Origin == routing.Derived; {
		i = b.Routers[i].Parent
		if i == a {
			return true
		}
	}
	return false
}

// add adds the routes of the router with that root, which is attached below
// prefix with outer around it. seen are the roots that it is attached to.
func (b *serverBuilder) add(root int, prefix below, outer []Layer, seen []int) {
	if slices.Contains(seen, root) {
		return
	}
	seen = append(slices.Clip(seen), root)
	for i, e := range b.Events {
		if b.Root(e.Router) != root {
			continue
		}
		switch e.Op {
		case routing.NotFound:
			b.NotFound = e.Name
		case routing.Errors:
			b.Errors = e.Name
		case routing.Escape:
			b.Partial = true
		case routing.Route:
			at := slices.IndexFunc(b.Order.Routes, func(r Route) bool { return r.Event == i })
			path := b.path(prefix, e)
			chain := b.along(prefix, path, slices.Concat(outer, b.Order.Routes[at].Chain.Layers, b.own(i)))
			b.route(link.Route{Method: e.Method, Path: path, Handler: e.Handler, Posn: b.posn(e), Chain: b.chain(chain)}, e.Funcs)
		case routing.Mount:
			at := slices.IndexFunc(b.Order.Mounts, func(r Route) bool { return r.Event == i })
			path := b.path(prefix, e)
			chain := b.along(prefix, path, slices.Concat(outer, b.Order.Mounts[at].Chain.Layers))
			if e.Child == routing.None || b.Routers[b.Root(e.Child)].Origin != routing.Made {
				b.route(link.Route{Method: e.Method, Path: path, Handler: cmp.Or(e.Handler, "a handler"), Posn: b.posn(e), Chain: b.chain(slices.Concat(chain, b.own(i)))}, e.Funcs)
				continue
			}
			b.add(b.Root(e.Child), below{path, e.Whole}, slices.Concat(chain, b.wraps(e.Child)), seen)
		}
	}
}

// own returns the middleware that is for the route of event i alone.
func (b *serverBuilder) own(i int) []Layer {
	own := b.Layers(i)
	for j := range own {
		own[j].When = nil // it is there whenever the route is
	}
	return own
}

// route adds a route that funcs handle; none if they are not known.
func (b *serverBuilder) route(r link.Route, funcs []symbols.Symbol) {
	r.Unseen = len(funcs) == 0
	b.Server.Routes = append(b.Server.Routes, r)
	b.handlers = append(b.handlers, funcs)
}

// below is the path that a router is attached below, and whether the paths of its
// routes have it themselves.
type below struct {
	path  string
	whole bool
}

// join returns path below b.
func (b below) join(path string) string {
	fixed := b.path
	if i := strings.IndexAny(fixed, "*{:"); i >= 0 {
		fixed = fixed[:i]
	}
	if fixed = strings.TrimSuffix(fixed, "/"); b.whole && fixed != "" && strings.HasPrefix(path, fixed) {
		return path
	}
	return join(b.path, path)
}

// path returns the whole path of a route or a mount.
func (b *serverBuilder) path(prefix below, e routing.Event) string {
	path := e.Path
	for r := e.Router; b.Routers[r].Origin == routing.Derived; r = b.Routers[r].Parent {
		i := slices.IndexFunc(b.Events, func(d routing.Event) bool { return d.Op == routing.Derive && d.Child == r })
		if i >= 0 {
			path = join(b.Events[i].Path, path)
		}
	}
	return prefix.join(path)
}

// join joins two paths of which either can be empty.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return strings.TrimSuffix(a, "/") + "/" + strings.TrimPrefix(b, "/")
}

// along returns layers without those that are for other paths. Paths that are not
// known can be any.
func (b *serverBuilder) along(prefix below, path string, layers []Layer) []Layer {
	return slices.DeleteFunc(layers, func(l Layer) bool {
		if l.At < 0 || l.At >= len(b.Events) {
			return false
		}
		use := b.Events[l.At]
		if use.Op != routing.Use || !use.ForPath || use.Path == "" || strings.Contains(use.Path+path, "{") {
			return false
		}
		own := strings.TrimSuffix(strings.TrimRight(b.path(below{}, use), "*"), "/")
		return !strings.HasPrefix(path, own) && !strings.HasPrefix(path, prefix.join(own))
	})
}

// chain returns the indexes of the middleware in the server's table.
func (b *serverBuilder) chain(layers []Layer) []int {
	var chain []int
	for _, l := range layers {
		m := b.middleware(l)
		i, ok := b.index[m.Posn+m.Name]
		if !ok {
			i = len(b.Middleware)
			b.index[m.Posn+m.Name] = i
			b.Middleware = append(b.Middleware, m)
		}
		chain = append(chain, i)
	}
	return chain
}

func (b *serverBuilder) middleware(l Layer) link.Middleware {
	kind := l.Kind
	if l.Recovers {
		kind |= frameworks.MiddlewareRecovery
	}
	if l.Errors {
		kind |= frameworks.MiddlewareError
	}
	name := l.Name
	if name == "" {
		name = "code that is not seen"
	}
	m := link.Middleware{Name: name, Kinds: kind.Names(), Posn: b.posn(l), Maybe: !routing.Implies(b.made, l.When), Unseen: l.Unknown && !l.Recovers}
	if l.Func.Name != "" {
		m.Func = l.Func.String()
	}
	return m
}

// place is where a thing stands.
type place interface{ Pos() token.Pos }

func (b *serverBuilder) posn(s place) string {
	if !s.Pos().IsValid() {
		return ""
	}
	return b.fset.Position(s.Pos()).String()
}
