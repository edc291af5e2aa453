package chains

import (
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// Order is what one function's registrations amount to: which middleware runs
// around which route, in the semantics of the router's framework.
type Order struct {
	*routing.Function
	// Chains are those of each router at the end of the function. Around says
	// what runs around its next route.
	Chains []Chain
	Routes []Route
	Mounts []Route // the routers that are mounted, with what runs around them by then
}

// Chain is the middleware around a router's next route, outermost first.
type Chain struct {
	Layers []Layer
	// Unknown says that there may be more at the front: the router comes from
	// elsewhere.
	Unknown bool
}

// Layer is one middleware of a chain.
type Layer struct {
	routing.Middleware
	When []routing.Arm
	At   int // the event that registers it
}

// Route is a registered route, or a router that is mounted, and the Chain that
// runs around it.
type Route struct {
	Event int
	Chain Chain
}

// simulate runs the events. Most frameworks run around a route what was
// registered before it: gin copies the Chain to a group when the group is made
// and to a route when the route is registered, chi composes the Chain of a router
// once, fiber goes through the registrations one after the other. Some look the
// middleware of a server up when they serve.
func simulate(fn *routing.Function) *Order {
	reg := fn.Registration
	o := &Order{Function: fn, Chains: make([]Chain, len(reg.Routers))}
	late := o.late()
	for i, r := range reg.Routers {
		switch r.Origin {
		case routing.FromElsewhere, routing.FromParam:
			o.Chains[i].Unknown = true
		case routing.Made:
			if r.Runs != 0 {
				o.Chains[i].Layers = []Layer{{Middleware: routing.Middleware{Name: r.Made, Recovers: r.Recovers, Kind: r.Runs}}}
			}
		}
		o.Chains[i].Layers = slices.Concat(o.Chains[i].Layers, late[i])
	}
	for i, e := range reg.Events {
		switch e.Op {
		case routing.Use:
			if !o.applies(e) {
				c := &o.Chains[e.Router]
				c.Layers = slices.Concat(c.Layers, o.Layers(i))
			}
		case routing.Derive:
			parent := o.Chains[e.Router]
			if o.Positional(e.Child) {
				parent.Layers = nil // see Around
			}
			o.Chains[e.Child] = Chain{slices.Concat(parent.Layers, o.Layers(i), late[e.Child]), parent.Unknown}
		case routing.Wrap:
			// What is inside a handler does not matter to what is around it.
			o.Chains[e.Child] = Chain{slices.Concat(o.Layers(i), o.Chains[e.Router].Layers), false}
		case routing.Escape:
			c := &o.Chains[e.Router]
			c.Layers = slices.Concat(c.Layers, []Layer{{routing.Middleware{Unknown: true}, e.When, i}})
		case routing.Route:
			o.Routes = append(o.Routes, Route{i, o.Around(e.Router)})
		case routing.Mount:
			o.Mounts = append(o.Mounts, Route{i, o.Around(e.Router)})
		}
	}
	return o
}

// late returns for each router the middleware that runs on all of its routes,
// whenever it is registered.
func (o *Order) late() [][]Layer {
	outside, inside := make([][]Layer, len(o.Routers)), make([][]Layer, len(o.Routers))
	for i, e := range o.Events {
		switch {
		case e.Op != routing.Use || !o.applies(e):
		case e.Outside:
			outside[e.Router] = append(outside[e.Router], o.Layers(i)...)
		default:
			inside[e.Router] = append(inside[e.Router], o.Layers(i)...)
		}
	}
	for r := range outside {
		outside[r] = append(outside[r], inside[r]...)
	}
	return outside
}

// applies reports whether a Use is for the routes, too, that exist already.
func (o *Order) applies(use routing.Event) bool {
	return use.Outside || o.Routers[use.Router].LateUse() == frameworks.LateUseApplies
}

// Around returns the Chain of a route that is registered on r now. Around the
// routes of fiber's groups runs what the app has by then.
func (o *Order) Around(r int) Chain {
	c := o.Chains[r]
	if !o.Positional(r) || o.Routers[r].Origin != routing.Derived {
		return c
	}
	outer := o.Around(o.Routers[r].Parent)
	layers := slices.Concat(outer.Layers, c.Layers)
	slices.SortStableFunc(layers, func(a, b Layer) int { return a.At - b.At })
	return Chain{layers, outer.Unknown || c.Unknown}
}

// Positional reports whether the framework of router r runs what was registered
// before a route, in the order of registration.
func (o *Order) Positional(r int) bool {
	return o.Routers[r].LateUse() == frameworks.LateUsePositional
}

// Layers returns the middleware that event i registers.
func (o *Order) Layers(i int) []Layer {
	e := o.Events[i]
	list := make([]Layer, len(e.Middleware))
	for j, m := range e.Middleware {
		list[j] = Layer{m, e.When, i}
	}
	return list
}

// DerivedAt returns the event that derived, from ancestor, the group that r is
// or belongs to; nil if r does not descend from ancestor.
func (o *Order) DerivedAt(ancestor, r int) (event int, ok bool) {
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

// Framework returns the name of the framework that router r is of.
func (o *Order) Framework(r int) string {
	if _, f := o.Routers[r].Table(); f != nil {
		return f.Name
	}
	return "net/http"
}

// Wrapped reports whether r is a handler around another.
func (o *Order) Wrapped(r int) bool {
	return slices.ContainsFunc(o.Events, func(e routing.Event) bool { return e.Op == routing.Wrap && e.Child == r })
}

// Returned reports whether the function returns r, or a handler around it.
func (o *Order) Returned(r int) bool {
	return slices.ContainsFunc(o.Results, func(res int) bool { return res != routing.None && o.Root(res) == r })
}

// Escapes reports whether code that is not seen gets router r: it may register
// anything there.
func (o *Order) Escapes(r int) bool {
	return slices.ContainsFunc(o.Events, func(e routing.Event) bool {
		return (e.Op == routing.Escape || e.Op == routing.Store) && e.Router == r
	})
}
