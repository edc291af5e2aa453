package middlewareorder

import (
	"slices"

	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// order is what one function's registrations amount to, with what the
// configuration says about recovery.
type order struct {
	*chains.Order
	recovers
}

// recovers says which middleware is recovery.
type recovers func(routing.Middleware) bool

// mayRecover reports whether something in the chain recovers, or could: code
// that is not seen, middleware that is registered under a condition.
func (o *order) mayRecover(c chains.Chain) bool {
	return c.Unknown || slices.ContainsFunc(c.Layers, func(l chains.Layer) bool { return l.Unknown || o.recovers(l.Middleware) })
}

// mayHandleErrors is mayRecover for error middleware.
func (o *order) mayHandleErrors(c chains.Chain) bool {
	return c.Unknown || slices.ContainsFunc(c.Layers, func(l chains.Layer) bool { return l.Unknown || l.Errors })
}

// guardedOutside reports whether something around the router's root recovers,
// or could: a handler that wraps it, or a router that it is mounted on.
func (o *order) guardedOutside(r int) bool {
	root := o.Root(r)
	for i, e := range o.Events {
		if e.Op == routing.Wrap && o.Root(e.Router) == root && o.mayRecover(chains.Chain{Layers: o.Layers(i)}) {
			return true
		}
		if e.Op == routing.Mount && e.Child != routing.None && o.Root(e.Child) == root && o.Root(e.Router) != root {
			if o.mayRecover(o.Around(e.Router)) || o.guardedOutside(e.Router) {
				return true
			}
		}
	}
	return false
}
