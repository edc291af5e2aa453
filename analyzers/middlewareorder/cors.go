package middlewareorder

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// preflights reports CORS middleware that runs on routes only, in frameworks that
// have none for the OPTIONS request by which a browser asks first: it is refused
// without CORS headers. Middleware that several functions see must be out of the
// way in all of them.
func (f *findings) preflights(orders []*order) {
	type missed struct {
		routing.Middleware
		order *order
		route routing.Event
	}
	var bad []missed
	reached := make(map[token.Pos]bool)
	for _, o := range orders {
		for _, r := range o.Routes {
			e := o.Events[r.Event]
			var layers []chains.Layer // of CORS, innermost first
			for _, l := range slices.Backward(slices.Concat(r.Chain.Layers, o.Layers(r.Event))) {
				if l.Kind.Has(frameworks.MiddlewareCORS) {
					layers = append(layers, l)
				}
			}
			if len(layers) == 0 {
				continue
			}
			m := layers[0].Middleware
			if !f.asked(e, m) {
				continue // says nothing
			}
			if o.reached(orders, r, layers) {
				for _, l := range layers {
					reached[l.Pos()] = true
				}
				continue
			}
			bad = append(bad, missed{m, o, e})
		}
	}
	for _, m := range bad {
		root := m.order.Routers[m.order.Root(m.route.Router)]
		if reached[m.Pos()] || m.SameCall(root.Site()) {
			continue // the latter is reported there
		}
		f.add("unprotected-route", m.Middleware, fmt.Sprintf("%s runs on matching routes only, and %s has none for OPTIONS there, so the browser's preflight of %s gets no CORS headers; %s",
			subject(m.Middleware), m.order.Framework(m.order.Root(m.route.Router)), f.at(m.route.Name, m.route), corsAdvice(root)), nil)
	}
}

// corsAdvice says where CORS middleware belongs whose router is root.
func corsAdvice(root routing.Router) string {
	table, framework := root.Table()
	switch {
	case framework.Preflights == frameworks.PreflightsAround || table.Method("Use") == nil:
		return "wrap the router in it"
	case strings.HasSuffix(root.Name, ")"):
		return "register it on the router itself"
	}
	return fmt.Sprintf("register it by %s.Use", root.Name)
}

// asked reports whether browsers ask before the requests that e, a route with the
// CORS middleware m, is for: those that change something, and all that are for
// pages of particular origins, which send credentials or other headers.
func (f *findings) asked(e routing.Event, m routing.Middleware) bool {
	if e.Method == "" || !m.Kind.Has(frameworks.MiddlewarePreflight) {
		return false
	}
	methods := strings.Split(e.Method, ",")
	if slices.Contains(methods, "OPTIONS") {
		return false
	}
	changes := slices.ContainsFunc(methods, func(m string) bool { return m != "GET" && m != "HEAD" })
	return changes || f.namesOrigins(m)
}

// namesOrigins reports whether the expression that m is has origins in it.
func (f *findings) namesOrigins(m routing.Middleware) bool {
	file := f.file(m.Pos())
	if file == nil || m.From() != "" {
		return false
	}
	found := false
	path, _ := astutil.PathEnclosingInterval(file, m.Pos(), m.End())
	if len(path) == 0 {
		return false
	}
	ast.Inspect(path[0], func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		found = found || ok && lit.Kind == token.STRING && strings.HasPrefix(strings.Trim(lit.Value, "\"`"), "http")
		return !found
	})
	return found
}

// reached reports whether an OPTIONS request for route r gets CORS headers, or
// may: from one of the layers, of code that is not seen, or of a handler for
// OPTIONS, for unknown methods or for everything.
func (o *order) reached(orders []*order, r chains.Route, layers []chains.Layer) bool {
	e := o.Events[r.Event]
	root := o.Root(e.Router)
	_, framework := o.Routers[root].Table()
	if framework == nil || o.Routers[root].Origin != routing.Made || framework.Preflights == frameworks.PreflightsUnknown || maybe(r.Chain) {
		return true
	}
	for _, l := range layers {
		if l.At != r.Event && o.passes(l, framework.Preflights) {
			return true
		}
	}
	return o.answersOptions(root) || slices.ContainsFunc(o.Events, func(e routing.Event) bool {
		return e.Op == routing.Store && e.Router == root && e.Holder() != nil && slices.ContainsFunc(orders, func(other *order) bool { return other.heldAnswersOptions(e.Holder()) })
	})
}

// heldAnswersOptions is answersOptions for a router that is read from v.
func (o *order) heldAnswersOptions(v *types.Var) bool {
	for r, router := range o.Routers {
		if router.Holder() == v && router.Origin != routing.Made && o.answersOptions(r) {
			return true
		}
	}
	return false
}

// wantsCORS reports whether the responses of r carry no CORS headers, and that
// not on purpose.
func (o *order) wantsCORS(r chains.Route) bool {
	e := o.Events[r.Event]
	return !e.Deliberate && !maybe(r.Chain) && !slices.ContainsFunc(slices.Concat(r.Chain.Layers, o.Layers(r.Event)), func(l chains.Layer) bool {
		return l.Unknown || l.Kind.Has(frameworks.MiddlewareCORS)
	})
}

// idle reports whether what event i, a Use, registers runs on nothing that comes
// after it: on no route, no mounted handler, no code that is not seen and no handler
// for unknown routes. What runs on some routes is registered between them on
// purpose.
func (o *order) idle(i int) bool {
	at := func(r chains.Route) bool {
		return slices.ContainsFunc(r.Chain.Layers, func(l chains.Layer) bool { return l.At == i })
	}
	if o.Events[i].ForPath || slices.ContainsFunc(o.Routes, at) || slices.ContainsFunc(o.Mounts, at) {
		return false
	}
	root := o.Root(o.Events[i].Router)
	return o.Routers[root].Origin == routing.Made && !slices.ContainsFunc(o.Events[i+1:], func(e routing.Event) bool {
		return o.Root(e.Router) == root && (e.Op == routing.Escape || e.Op == routing.NotFound || e.Op == routing.Use && slices.ContainsFunc(e.Middleware, ends))
	})
}

// ends reports whether m answers requests itself.
func ends(m routing.Middleware) bool {
	return m.Ends || m.Unknown || m.Kind.Has(frameworks.MiddlewareFiles)
}

// maybe reports whether code that is not seen takes part in chain c.
func maybe(c chains.Chain) bool {
	return c.Unknown || slices.ContainsFunc(c.Layers, func(l chains.Layer) bool { return l.Unknown })
}

// passes reports whether a request that no route is for runs through l.
func (o *order) passes(l chains.Layer, scope frameworks.Preflights) bool {
	e := o.Events[l.At]
	on := e.Router
	switch e.Op {
	case routing.Wrap:
		return true
	case routing.Derive:
		on = e.Child
	}
	switch scope {
	case frameworks.PreflightsServer:
		return o.Root(on) == on
	case frameworks.PreflightsPrefix:
		return !o.Routers[on].Inline
	}
	return false
}

// answersOptions reports whether something about router root answers OPTIONS
// requests that no route is for with CORS headers, or may.
func (o *order) answersOptions(root int) bool {
	cors := func(ms []routing.Middleware) bool {
		return slices.ContainsFunc(ms, func(m routing.Middleware) bool { return m.Unknown || m.Kind.Has(frameworks.MiddlewareCORS) })
	}
	_, framework := o.Routers[root].Table()
	for _, e := range o.Events {
		if e.Op == routing.Mount && e.Child != routing.None && o.Root(e.Child) == root && o.Root(e.Router) != root {
			c := o.Around(e.Router)
			if maybe(c) || slices.ContainsFunc(c.Layers, func(l chains.Layer) bool { return cors([]routing.Middleware{l.Middleware}) }) || o.answersOptions(o.Root(e.Router)) {
				return true
			}
		}
		if o.Root(e.Router) != root {
			continue
		}
		switch e.Op {
		case routing.Escape:
			return true
		case routing.Wrap:
			if cors(e.Middleware) {
				return true
			}
		case routing.Use:
			if e.Router == root && framework != nil && framework.Preflights != frameworks.PreflightsAround && cors(e.Middleware) {
				return true // late, perhaps
			}
		case routing.NotFound:
			if e.Answers.Has(frameworks.MiddlewareCORS) {
				return true
			}
		case routing.Route:
			everything := e.Method == "" && !e.Files && (strings.Contains(e.Path, "*") || strings.HasSuffix(e.Path, "/") || strings.Contains(e.Path, "{"))
			if everything || slices.Contains(strings.Split(e.Method, ","), "OPTIONS") {
				return true
			}
		}
	}
	return false
}
