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
	recovers
}

// recovers says which middleware is recovery.
type recovers func(routing.Middleware) bool

// chain is the middleware around a router's next route, outermost first.
type chain struct {
	links []link
	// unknown says that there may be more at the front: the router comes from
	// elsewhere.
	unknown bool
}

// link is one middleware of a chain.
type link struct {
	routing.Middleware
	when []routing.Arm
}

// route is a registered route and the chain that runs around it.
type route struct {
	event int
	chain chain
}

// simulate runs the events. gin copies the chain to a group when the group is
// made and to a route when the route is registered; chi composes the chain of a
// router once, and later Use panics. For both, what runs around a route is
// what was registered before it.
func simulate(reg *routing.Registration, rec recovers) *order {
	o := &order{Registration: reg, chains: make([]chain, len(reg.Routers)), recovers: rec}
	for i, r := range reg.Routers {
		switch r.Origin {
		case routing.FromElsewhere, routing.FromParam:
			o.chains[i].unknown = true
		case routing.Made:
			if r.Recovers {
				o.chains[i].links = []link{{Middleware: routing.Middleware{Name: r.Name, Recovers: true}}}
			}
		}
	}
	for i, e := range reg.Events {
		switch e.Op {
		case routing.Use:
			c := &o.chains[e.Router]
			c.links = slices.Concat(c.links, links(e))
		case routing.Derive:
			parent := o.chains[e.Router]
			o.chains[e.Child] = chain{slices.Concat(parent.links, links(e)), parent.unknown}
		case routing.Wrap:
			// What is inside a handler does not matter to what is around it.
			o.chains[e.Child] = chain{slices.Concat(links(e), o.chains[e.Router].links), false}
		case routing.Escape:
			c := &o.chains[e.Router]
			c.links = slices.Concat(c.links, []link{{routing.Middleware{Unknown: true}, e.When}})
		case routing.Route:
			o.routes = append(o.routes, route{i, o.chains[e.Router]})
		}
	}
	return o
}

func links(e routing.Event) []link {
	list := make([]link, len(e.Middleware))
	for i, m := range e.Middleware {
		list[i] = link{m, e.When}
	}
	return list
}

// mayRecover reports whether something in the chain recovers, or could: code
// that is not seen, middleware that is registered under a condition.
func (o *order) mayRecover(c chain) bool {
	return c.unknown || slices.ContainsFunc(c.links, func(l link) bool { return l.Unknown || o.recovers(l.Middleware) })
}

// mayHandleErrors is mayRecover for error middleware.
func (o *order) mayHandleErrors(c chain) bool {
	return c.unknown || slices.ContainsFunc(c.links, func(l link) bool { return l.Unknown || l.Errors })
}

// gin reports whether router r silently skips late middleware.
func (o *order) gin(r int) bool { return o.Routers[r].LateUse == frameworks.LateUseSkipped }

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
	for _, e := range o.Events {
		if e.Op == routing.Wrap && o.Root(e.Router) == root && o.mayRecover(chain{links: links(e)}) {
			return true
		}
		if e.Op == routing.Mount && e.Child != routing.None && o.Root(e.Child) == root && o.Root(e.Router) != root {
			if o.mayRecover(o.chains[e.Router]) || o.guardedOutside(e.Router) {
				return true
			}
		}
	}
	return false
}
