package middlewareorder

import (
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// answering is what is known of how a router answers where no handler does: of
// one router, in one function or in all that see it.
type answering struct {
	set     frameworks.Occasion // the service answers them itself
	enabled frameworks.Occasion // see frameworks.Setting
	central bool                // there is a central error handler
	// browsers: it serves pages, or files to whoever asks for them. What it
	// answers otherwise is for people.
	browsers bool
	// hidden: code that is not seen can register and set more. So can whoever reads
	// the holders: the unexported fields and variables that hold it.
	hidden  bool
	holders []*types.Var
	// routes counts the ordinary routes by the package of their handler.
	routes map[string]int
	// recovery is what recovers innermost for an ordinary route, if that is a
	// library's.
	recovery *routing.Middleware
}

// add adds what other functions know of the router.
func (a *answering) add(b answering) {
	a.set |= b.set
	a.enabled |= b.enabled
	a.central = a.central || b.central
	a.browsers = a.browsers || b.browsers
	a.hidden = a.hidden || b.hidden
	for _, h := range b.holders {
		if !slices.Contains(a.holders, h) {
			a.holders = append(a.holders, h)
		}
	}
	if a.recovery == nil {
		a.recovery = b.recovery
	}
	for path, n := range b.routes {
		if a.routes == nil {
			a.routes = make(map[string]int)
		}
		a.routes[path] = max(a.routes[path], n) // they may be the same
	}
}

// answering returns what o knows of router r, its groups, the handlers around it
// and what is mounted on it.
func (o *order) answering(r int) answering {
	a := answering{routes: make(map[string]int), hidden: o.Routers[r].Opaque}
	var outer []chains.Layer
	for i, e := range slices.Backward(o.Events) {
		if e.Op == routing.Wrap && o.Root(e.Router) == r {
			outer = append(outer, o.Layers(i)...)
		}
	}
	o.collect(&a, r, outer, nil)
	return a
}

// collect adds what o knows of root r to a; outer runs around it, and seen are the
// roots that it is mounted on.
func (o *order) collect(a *answering, r int, outer []chains.Layer, seen []int) {
	if slices.Contains(seen, r) {
		return
	}
	seen = append(slices.Clip(seen), r)
	for i, e := range o.Events {
		if o.Root(e.Router) != r {
			continue
		}
		switch e.Op {
		case routing.NotFound:
			a.set |= e.Sets
		case routing.Errors:
			a.central = true
		case routing.Enable:
			a.enabled |= e.Sets
		case routing.Pages:
			a.browsers = true
		case routing.Escape:
			a.hidden = true
		case routing.Store:
			a.store(e.Holder())
		case routing.Use, routing.Derive, routing.Wrap:
			o.collectMiddleware(a, e)
		case routing.Mount:
			o.collectMount(a, i, outer, seen)
		case routing.Route:
			o.collectRoute(a, i, outer)
		}
	}
}

// store notes that others can find the router in a field or variable. As a
// handler nobody registers anything on it, and what has no name is an argument
// of the framework's.
func (a *answering) store(holder *types.Var) {
	switch {
	case holder == nil || !isRouter(holder.Type()):
	case holder.Exported():
		a.hidden = true
	default:
		a.holders = append(a.holders, holder)
	}
}

func isRouter(t types.Type) bool {
	r, _ := frameworks.RouterOf(t)
	return r != nil
}

// collectMiddleware looks for middleware that answers what no route does.
func (o *order) collectMiddleware(a *answering, e routing.Event) {
	for _, m := range e.Middleware {
		if m.Kind.Has(frameworks.MiddlewareFiles) {
			a.browsers = true
		}
		if e.Op == routing.Use && m.Ends && !e.ForPath && o.Positional(e.Router) {
			a.set |= frameworks.UnknownRoute | frameworks.UnknownMethod
		}
	}
}

// collectMount adds what router is mounted by event i: it answers with this one's
// handlers, or for itself.
func (o *order) collectMount(a *answering, i int, outer []chains.Layer, seen []int) {
	e := o.Events[i]
	if e.Child != routing.None && o.alike(e.Child, e.Router) {
		if o.Routers[o.Root(e.Child)].Origin != routing.Made {
			a.hidden = true
		}
		if at := slices.IndexFunc(o.Mounts, func(m chains.Route) bool { return m.Event == i }); at >= 0 {
			outer = slices.Concat(outer, o.Mounts[at].Chain.Layers)
		}
		o.collect(a, o.Root(e.Child), outer, seen)
		return
	}
	if o.catchesAll(e) {
		a.set |= frameworks.UnknownRoute | frameworks.UnknownMethod
	}
}

// alike reports whether r, which is mounted on parent, answers as that does.
func (o *order) alike(r, parent int) bool {
	table, own := o.Routers[o.Root(r)].Table()
	_, other := o.Routers[o.Root(parent)].Table()
	return table != nil && table.Inherits && own == other
}

// collectRoute adds the route that event i registers.
func (o *order) collectRoute(a *answering, i int, outer []chains.Layer) {
	e := o.Events[i]
	switch {
	case o.catchesAll(e), e.Files && e.Handler != "files" && strings.HasPrefix(e.Path, "{"):
		a.set |= frameworks.UnknownRoute | frameworks.UnknownMethod
		return
	case e.Deliberate:
		return // also the pages of API documentation
	case e.Pages:
		a.browsers = true
		return
	case e.Files:
		return
	}
	if len(e.Funcs) > 0 {
		a.routes[e.Funcs[0].Pkg]++
	}
	if a.recovery == nil && !e.Recovers {
		a.recovery = o.innermost(i, outer)
	}
}

// innermost returns the recovery of a library that recovers innermost for the
// route of event i with outer around its router; nil if it is another's, or not known.
func (o *order) innermost(i int, outer []chains.Layer) *routing.Middleware {
	at := slices.IndexFunc(o.Routes, func(r chains.Route) bool { return r.Event == i })
	if at < 0 {
		return nil
	}
	layers := slices.Concat(outer, o.Routes[at].Chain.Layers, o.Layers(i))
	for _, l := range slices.Backward(layers) {
		switch {
		case l.Unknown:
			return nil
		case !o.recovers(l.Middleware):
		case !l.Kind.Has(frameworks.MiddlewareRecovery):
			return nil // not a library's
		default:
			m := l.Middleware
			if root := o.Routers[o.Root(o.Events[i].Router)]; m.Func == (frameworks.Func{}) {
				m.Func = root.Func // the constructor registers it
			}
			return &m
		}
	}
	return nil
}

// catchesAll reports whether e, a route or a mount, is for all requests that no
// other takes, or for all of those below the prefix of an API.
func (o *order) catchesAll(e routing.Event) bool {
	path, prefix := e.Path, false
	for r := e.Router; o.Routers[r].Origin == routing.Derived; r = o.Routers[r].Parent {
		i := slices.IndexFunc(o.Events, func(d routing.Event) bool { return d.Op == routing.Derive && d.Child == r })
		if i < 0 {
			continue
		}
		prefix = prefix || r == e.Router && strings.HasPrefix(o.Events[i].Name, "PathPrefix")
		if p := o.Events[i].Path; p != "" {
			path = strings.TrimSuffix(p, "/") + "/" + strings.TrimPrefix(path, "/")
		}
	}
	elems := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for (len(elems) > 1 || prefix) && len(elems) > 0 && reAPI.MatchString(elems[0]) {
		elems = elems[1:]
	}
	table, _ := o.Routers[o.Root(e.Router)].Table()
	switch {
	case len(elems) == 0:
		return true
	case len(elems) > 1:
		return false
	case elems[0] == "":
		return prefix || e.Op == routing.Mount || e.Files || table != nil && table.Type.Name == "ServeMux"
	}
	return strings.HasPrefix(elems[0], "*") || strings.HasPrefix(elems[0], "{") && (strings.HasSuffix(elems[0], "...}") || strings.HasSuffix(elems[0], ":.*}"))
}

// reAPI matches the elements of a path that stand for the whole of an API, and
// those that are not known.
var reAPI = regexp.MustCompile(`^(api|apis|rest|v[0-9]+|\{.*\})?$`)
