package middlewareorder

import (
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// order is what one function's registrations amount to: which middleware runs
// around which route, in the semantics of the router's framework.
type order struct {
	*routing.Registration
	chains []chain // of each router, at the end of the function
	routes []route
	mounts []route // the routers that are mounted, with what runs around them by then
	recovers
}

// recovers says which middleware is recovery.
type recovers func(routing.Middleware) bool

// chain is the middleware around a router's next route, outermost first.
type chain struct {
	layers []layer
	// unknown says that there may be more at the front: the router comes from
	// elsewhere.
	unknown bool
}

// layer is one middleware of a chain.
type layer struct {
	routing.Middleware
	when []routing.Arm
	at   int // the event that registers it
}

// route is a registered route and the chain that runs around it.
type route struct {
	event int
	chain chain
}

// simulate runs the events. Most frameworks run around a route what was
// registered before it: gin copies the chain to a group when the group is made
// and to a route when the route is registered, chi composes the chain of a router
// once, fiber goes through the registrations one after the other. Some look the
// middleware of a server up when they serve.
func simulate(reg *routing.Registration, rec recovers) *order {
	o := &order{Registration: reg, chains: make([]chain, len(reg.Routers)), recovers: rec}
	late := o.late()
	for i, r := range reg.Routers {
		switch r.Origin {
		case routing.FromElsewhere, routing.FromParam:
			o.chains[i].unknown = true
		case routing.Made:
			if r.Recovers {
				o.chains[i].layers = []layer{{Middleware: routing.Middleware{Name: r.Name, Recovers: true}}}
			}
		}
		o.chains[i].layers = slices.Concat(o.chains[i].layers, late[i])
	}
	for i, e := range reg.Events {
		switch e.Op {
		case routing.Use:
			if !o.applies(e) {
				c := &o.chains[e.Router]
				c.layers = slices.Concat(c.layers, o.layers(i))
			}
		case routing.Derive:
			parent := o.chains[e.Router]
			if o.positional(e.Child) {
				parent.layers = nil // see around
			}
			o.chains[e.Child] = chain{slices.Concat(parent.layers, o.layers(i), late[e.Child]), parent.unknown}
		case routing.Wrap:
			// What is inside a handler does not matter to what is around it.
			o.chains[e.Child] = chain{slices.Concat(o.layers(i), o.chains[e.Router].layers), false}
		case routing.Escape:
			c := &o.chains[e.Router]
			c.layers = slices.Concat(c.layers, []layer{{routing.Middleware{Unknown: true}, e.When, i}})
		case routing.Route:
			o.routes = append(o.routes, route{i, o.around(e.Router)})
		case routing.Mount:
			o.mounts = append(o.mounts, route{i, o.around(e.Router)})
		}
	}
	return o
}

// late returns for each router the middleware that runs on all of its routes,
// whenever it is registered.
func (o *order) late() [][]layer {
	outside, inside := make([][]layer, len(o.Routers)), make([][]layer, len(o.Routers))
	for i, e := range o.Events {
		switch {
		case e.Op != routing.Use || !o.applies(e):
		case e.Outside:
			outside[e.Router] = append(outside[e.Router], o.layers(i)...)
		default:
			inside[e.Router] = append(inside[e.Router], o.layers(i)...)
		}
	}
	for r := range outside {
		outside[r] = append(outside[r], inside[r]...)
	}
	return outside
}

// applies reports whether a Use is for the routes, too, that exist already.
func (o *order) applies(use routing.Event) bool {
	return use.Outside || o.Routers[use.Router].LateUse() == frameworks.LateUseApplies
}

// around returns the chain of a route that is registered on r now. Around the
// routes of fiber's groups runs what the app has by then.
func (o *order) around(r int) chain {
	c := o.chains[r]
	if !o.positional(r) || o.Routers[r].Origin != routing.Derived {
		return c
	}
	outer := o.around(o.Routers[r].Parent)
	layers := slices.Concat(outer.layers, c.layers)
	slices.SortStableFunc(layers, func(a, b layer) int { return a.at - b.at })
	return chain{layers, outer.unknown || c.unknown}
}

func (o *order) positional(r int) bool {
	return o.Routers[r].LateUse() == frameworks.LateUsePositional
}

// layers returns the middleware that event i registers.
func (o *order) layers(i int) []layer {
	e := o.Events[i]
	list := make([]layer, len(e.Middleware))
	for j, m := range e.Middleware {
		list[j] = layer{m, e.When, i}
	}
	return list
}

// mayRecover reports whether something in the chain recovers, or could: code
// that is not seen, middleware that is registered under a condition.
func (o *order) mayRecover(c chain) bool {
	return c.unknown || slices.ContainsFunc(c.layers, func(l layer) bool { return l.Unknown || o.recovers(l.Middleware) })
}

// mayHandleErrors is mayRecover for error middleware.
func (o *order) mayHandleErrors(c chain) bool {
	return c.unknown || slices.ContainsFunc(c.layers, func(l layer) bool { return l.Unknown || l.Errors })
}

// derivedAt returns the event that derived, from ancestor, the group that r is
// or belongs to; nil if r does not descend from ancestor.
func (o *order) derivedAt(ancestor, r int) (event int, ok bool) {
	for o.Routers[r].Origin == routing.Derived {
		parent := o.Routers[r].Parent
		if parent == ancestor {
			i := slices.IndexFunc(o.Events, func(e routing.Event) bool { return e.Op == routing.Derive && e.Child == r })
			return i, i >= 0
		}
		r = parent
	}
	return 0, false
}

// guardedOutside reports whether something around the router's root recovers,
// or could: a handler that wraps it, or a router that it is mounted on.
func (o *order) guardedOutside(r int) bool {
	root := o.Root(r)
	for i, e := range o.Events {
		if e.Op == routing.Wrap && o.Root(e.Router) == root && o.mayRecover(chain{layers: o.layers(i)}) {
			return true
		}
		if e.Op == routing.Mount && e.Child != routing.None && o.Root(e.Child) == root && o.Root(e.Router) != root {
			if o.mayRecover(o.around(e.Router)) || o.guardedOutside(e.Router) {
				return true
			}
		}
	}
	return false
}
