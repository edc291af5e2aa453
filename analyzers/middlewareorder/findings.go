package middlewareorder

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/routing"
	"github.com/prodvet/prodvet/internal/suppress"
)

// findings collects what the functions of a package are found to do. One
// statement can be seen several times: in its function and in that function's
// callers.
type findings struct {
	pass   *analysis.Pass
	report *suppress.Reporter
	strict bool // routers are to have recovery even where teams leave it at net/http's
	seen   map[seen]bool
}

type seen struct {
	pos  token.Pos
	kind string
}

func newFindings(pass *analysis.Pass, report *suppress.Reporter, strict bool) *findings {
	return &findings{pass: pass, report: report, strict: strict, seen: make(map[seen]bool)}
}

// site is where a thing stands, and the call that brought it if its source is
// another package's.
type site interface {
	Pos() token.Pos
	End() token.Pos
	From() string
}

func (f *findings) add(kind string, at site, message string, fixes []analysis.SuggestedFix, related ...analysis.RelatedInformation) {
	k := seen{at.Pos(), kind}
	if !at.Pos().IsValid() || f.seen[k] {
		return
	}
	f.seen[k] = true
	f.report.Report(analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Category: kind, Message: message, Related: related, SuggestedFixes: fixes})
}

// at returns what a message calls a thing that stands at s: with its line, or
// with the call that brings it.
func (f *findings) at(name string, s site) string {
	line := f.pass.Fset.Position(s.Pos()).Line
	if from := s.From(); from != "" {
		return fmt.Sprintf("%s of %s (line %d)", name, from, line)
	}
	return fmt.Sprintf("%s (line %d)", name, line)
}

// subject returns what a message calls a middleware.
func subject(m routing.Middleware) string {
	name := m.Name
	if name == "func literal" {
		name = "this middleware"
	}
	if from := m.From(); from != "" {
		return name + " of " + from
	}
	return name
}

// unreachable reports a handler that ends every request and comes before routes
// of a framework that runs registrations one after the other: a 404 handler that
// is not the last.
func (f *findings) unreachable(o *order) {
	for i, use := range o.Events {
		if use.Op != routing.Use || use.ForPath || !o.Positional(use.Router) {
			continue
		}
		for _, m := range use.Middleware {
			if !m.Ends {
				continue
			}
			for j, e := range o.Events[i+1:] {
				if e.Op != routing.Route || !o.within(use.Router, e.Router) || !routing.Implies(e.When, use.When) || e.SameCall(use.Site()) {
					continue
				}
				f.add("shadowed", m, fmt.Sprintf("%s answers every request and runs no later handler, so %s never runs; register it last", subject(m), f.at(e.Name, o.Events[i+1+j])), nil)
				break
			}
		}
	}
}

// within reports whether r is ancestor or was derived from it.
func (o *order) within(ancestor, r int) bool {
	_, derived := o.DerivedAt(ancestor, r)
	return r == ancestor || derived
}

// shadowed reports chi's Use on a router that has a route, a group, a
// sub-router or a mount already.
func (f *findings) shadowed(o *order) {
	for i, use := range o.Events {
		if use.Op != routing.Use || o.Routers[use.Router].LateUse() != frameworks.LateUsePanics {
			continue
		}
		j := slices.IndexFunc(o.Events[:i], func(e routing.Event) bool {
			return e.Freezes && e.Router == use.Router && routing.Together(e.When, use.When) && !e.SameCall(use.Site())
		})
		if j < 0 {
			continue
		}
		first := o.Events[j]
		name := use.Name
		if from := use.From(); from != "" {
			name += " of " + from
		}
		f.add("shadowed", use, fmt.Sprintf("%s comes after %s, so chi panics at start-up; register middleware before anything else on the router", name, f.at(first.Name, first)), nil)
	}
}

// unprotected reports recovery and error middleware that the framework does not
// run for routes that are registered already, or whose group exists already.
func (f *findings) unprotected(o *order) {
	for i, use := range o.Events {
		if use.Op != routing.Use || !o.skips(use) || o.Chains[o.Root(use.Router)].Unknown {
			continue
		}
		for _, m := range use.Middleware {
			switch {
			case o.recovers(m):
				f.uncovered(o, i, m, o.wantsRecovery, "a panic in %s is not recovered")
			case m.Errors:
				f.uncovered(o, i, m, o.wantsErrors, "errors that %s adds to the context are not answered")
			case m.Kind.Has(frameworks.MiddlewareCORS) && o.idle(i):
				f.uncovered(o, i, m, o.wantsCORS, "the responses of %s have no CORS headers")
			}
		}
	}
}

// skips reports whether routes that exist already silently run without what use
// registers.
func (o *order) skips(use routing.Event) bool {
	late := o.Routers[use.Router].LateUse()
	return !use.Outside && (late == frameworks.LateUseSkipped || late == frameworks.LateUsePositional)
}

// wantsRecovery reports whether r runs without recovery, and not on purpose.
func (o *order) wantsRecovery(r chains.Route) bool {
	e := o.Events[r.Event]
	return !e.Deliberate && !e.Recovers && !o.mayRecover(r.Chain)
}

// wantsErrors reports whether a handler of r adds errors that nothing answers.
func (o *order) wantsErrors(r chains.Route) bool {
	return o.Events[r.Event].AddsErrors && !o.mayHandleErrors(r.Chain)
}

// uncovered reports m, registered by event i, if a route that wants it does not
// get it.
func (f *findings) uncovered(o *order, i int, m routing.Middleware, wants func(chains.Route) bool, consequence string) {
	use := o.Events[i]
	var missed []chains.Route
	var before []routing.Event // what the registration has to come before
	group := -1
	for _, r := range o.Routes {
		e := o.Events[r.Event]
		if !wants(r) || !routing.Together(e.When, use.When) || o.elsewhere(e, use) {
			continue
		}
		if e.Router == use.Router && r.Event < i {
			missed, before = append(missed, r), append(before, e)
			continue
		}
		d, ok := o.DerivedAt(use.Router, e.Router)
		if ok && o.Positional(use.Router) {
			if r.Event < i {
				missed, before = append(missed, r), append(before, e)
			}
			continue
		}
		if ok && d < i && routing.Together(o.Events[d].When, use.When) {
			if len(missed) == 0 {
				group = d
			}
			missed, before = append(missed, r), append(before, o.Events[d])
		}
	}
	mount := -1
	if len(missed) == 0 && o.Positional(use.Router) {
		if missed, mount = o.missedMount(i, wants); mount >= 0 {
			before = []routing.Event{o.Events[mount]}
		}
	}
	if len(missed) == 0 {
		return
	}
	first := o.Events[missed[0].Event]
	after, who := f.at(first.Name, first), "its handler"
	if group >= 0 {
		g := o.Events[group]
		after, who = f.at(o.Routers[g.Child].Name+" was made by "+g.Name, g), fmt.Sprintf("the handler of %s", first.Name)
	}
	if mount >= 0 {
		e := o.Events[mount]
		after, who = f.at(o.Routers[e.Child].Name+" was mounted by "+e.Name, e), fmt.Sprintf("the handler of %s", first.Name)
	}
	if n := len(missed) - 1; group < 0 && mount < 0 && n > 0 {
		after += fmt.Sprintf(" and %d more", n)
		who = "their handlers"
		if n == 1 {
			after += " route"
		} else {
			after += " routes"
		}
	}
	message := fmt.Sprintf("%s is registered after %s, so %s does not run it there and %s; register it first",
		subject(m), after, o.Framework(use.Router), fmt.Sprintf(consequence, who))
	f.add("unprotected-route", m, message, f.moveFirst(use, before), f.related(o, missed)...)
}

// missedMount returns the routes of a router that was mounted before event i, a
// Use, with nothing around it, and the event that mounts it.
func (o *order) missedMount(i int, wants func(chains.Route) bool) (missed []chains.Route, mount int) {
	use := o.Events[i]
	for _, m := range o.Mounts {
		e := o.Events[m.Event]
		if m.Event > i || e.Child == routing.None || !o.within(use.Router, e.Router) || o.mayRecover(m.Chain) || !routing.Together(e.When, use.When) {
			continue
		}
		for _, r := range o.Routes {
			if o.Root(o.Events[r.Event].Router) == o.Root(e.Child) && wants(r) {
				missed = append(missed, r)
			}
		}
		if len(missed) > 0 {
			return missed, m.Event
		}
	}
	return nil, -1
}

// elsewhere reports whether both events, and the engine, come from one call of
// another package: it is reported there.
func (o *order) elsewhere(a, b routing.Event) bool {
	root := o.Routers[o.Root(a.Router)]
	return a.SameCall(b.Site()) && root.SameCall(b.Site())
}

// maxRelated bounds the routes that a finding lists.
const maxRelated = 10

func (f *findings) related(o *order, routes []chains.Route) []analysis.RelatedInformation {
	var list []analysis.RelatedInformation
	for _, r := range routes {
		e := o.Events[r.Event]
		same := func(d analysis.RelatedInformation) bool { return d.Pos == e.Pos() }
		if len(list) == maxRelated || !e.Pos().IsValid() || slices.ContainsFunc(list, same) {
			continue // one call can register many
		}
		list = append(list, analysis.RelatedInformation{Pos: e.Pos(), End: e.End(), Message: e.Name + " runs without it"})
	}
	return list
}

// notOutermost reports middleware with an evident panic that runs outside of
// the recovery that is registered after it.
func (f *findings) notOutermost(o *order) {
	for i := range o.Chains {
		c := o.Around(i)
		if c.Unknown || !o.complete(i) {
			continue
		}
		rec := slices.IndexFunc(c.Layers, func(l chains.Layer) bool { return o.recovers(l.Middleware) })
		unknown := slices.IndexFunc(c.Layers, func(l chains.Layer) bool { return l.Unknown })
		if rec < 0 || unknown >= 0 && unknown < rec {
			continue
		}
		guard := c.Layers[rec]
		for _, l := range c.Layers[:rec] {
			if l.Panics == "" || !routing.Together(l.When, guard.When) || l.SameCall(guard.Site()) {
				continue
			}
			advice := fmt.Sprintf("register %s first", subject(guard.Middleware))
			if guard.Field {
				advice = fmt.Sprintf("wrap %s in middleware that recovers", subject(l.Middleware))
			}
			f.add("not-outermost", l.Middleware, fmt.Sprintf("%s runs outside of %s, so a panic in it (%s) is not recovered; %s",
				subject(l.Middleware), f.at(subject(guard.Middleware), guard), l.Panics, advice), nil)
		}
	}
}

// insideOut reports recovery that leaves the answer to the error middleware which
// it runs around: that has ended by then.
func (f *findings) insideOut(o *order) {
	for _, r := range o.Routes {
		layers := r.Chain.Layers
		rec := slices.IndexFunc(layers, func(l chains.Layer) bool { return l.Collects || l.Unknown || l.Errors })
		if rec < 0 || !layers[rec].Collects || r.Chain.Unknown {
			continue
		}
		answers := slices.IndexFunc(layers[rec+1:], func(l chains.Layer) bool { return l.Errors })
		if answers < 0 {
			continue
		}
		l, errs := layers[rec], layers[rec+1+answers]
		if !routing.Together(l.When, errs.When) || l.SameCall(errs.Site()) {
			continue
		}
		f.add("not-outermost", l.Middleware, fmt.Sprintf("%s adds a panic to the context's errors and runs outside of %s, which answers them, so the response to a panic has no body; register %s first",
			subject(l.Middleware), f.at(subject(errs.Middleware), errs), subject(errs.Middleware)), nil)
	}
}

// complete reports whether all that runs around router r is seen: it is a
// wrapped handler that is served here, or a router that is made here and that
// nothing outside recovers for.
func (o *order) complete(r int) bool {
	if o.Wrapped(r) {
		return slices.ContainsFunc(o.Events, func(e routing.Event) bool { return e.Op == routing.Serve && e.Router == r })
	}
	return o.Routers[o.Root(r)].Origin == routing.Made && !o.guardedOutside(r)
}
