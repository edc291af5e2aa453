package routing

import (
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// maxExported bounds a fact. A function that does more is unknown to its
// callers in other packages.
const maxExported = maxEvents

// exportRegistration exports what callers in other packages need of reg. A
// function that has to do with routers but has no fact is unknown to them.
func (p *pkg) exportRegistration(fn *types.Func, reg *Registration) {
	if reg == nil || !p.exported(fn) || !speaksOfRouters(fn.Signature()) {
		return
	}
	c := compact(reg)
	if len(c.Events) > maxExported {
		return
	}
	p.pass.ExportObjectFact(fn, c)
}

// exported reports whether another package can call fn.
func (p *pkg) exported(fn *types.Func) bool { return fn.Exported() && fn.Pkg() == p.pass.Pkg }

// speaksOfRouters reports whether a parameter or a result of sig is a router or
// a handler.
func speaksOfRouters(sig *types.Signature) bool {
	for _, t := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range t.Variables() {
			if isRouter(v.Type()) || isHandler(v.Type()) {
				return true
			}
		}
	}
	return false
}

// isRouter reports whether t is a router of the tables.
func isRouter(t types.Type) bool {
	r, _ := frameworks.RouterOf(t)
	return r != nil
}

// isHandler reports whether t is http.Handler.
func isHandler(t types.Type) bool {
	return frameworks.TypeOf(t) == frameworks.Type{Pkg: "net/http", Name: "Handler"}
}

// compact returns reg reduced to what a caller in another package can see:
// routers that come from parameters or leave by results.
func compact(reg *Registration) *Registration {
	keep := visible(reg)
	index := make([]int, len(reg.Routers))
	c := new(Registration)
	for i, r := range reg.Routers {
		index[i] = None
		if keep[i] {
			index[i] = len(c.Routers)
			r.site = site{}
			c.Routers = append(c.Routers, r)
		}
	}
	for i := range c.Routers {
		if c.Routers[i].Origin == Derived {
			c.Routers[i].Parent = index[c.Routers[i].Parent]
		}
	}
	for _, e := range reg.Events {
		if !keep[e.Router] || e.Child != None && !keep[e.Child] {
			continue // the latter is a handler that the caller does not get to see
		}
		e.Router = index[e.Router]
		if e.Child != None {
			e.Child = index[e.Child]
		}
		e.site = site{}
		e.Middleware = append([]Middleware(nil), e.Middleware...)
		for i := range e.Middleware {
			e.Middleware[i].site = site{}
		}
		c.Events = append(c.Events, e)
	}
	for _, r := range reg.Results {
		if r != None {
			r = index[r]
		}
		c.Results = append(c.Results, r)
	}
	return c
}

// visible says which routers a caller in another package can reach: the
// parameters, the results, what is derived from them and what they derive from.
// Fields of parameters stay out: their callers seldom can name them.
func visible(reg *Registration) []bool {
	roots := make(map[int]bool)
	for i, r := range reg.Routers {
		if r.Origin == FromParam && r.Path == "" {
			roots[i] = true
		}
	}
	for _, r := range reg.Results {
		if r != None {
			roots[reg.Root(r)] = true
		}
	}
	keep := make([]bool, len(reg.Routers))
	for i := range reg.Routers {
		keep[i] = roots[reg.Root(i)]
	}
	for _, e := range reg.Events {
		if e.Op == Mount && e.Child != None && keep[e.Router] {
			keep[e.Child] = true // a leaf: what was done to it before stays behind
		}
	}
	for i := range keep { // parents of what is kept
		for j := i; keep[i] && reg.Routers[j].Origin == Derived; {
			j = reg.Routers[j].Parent
			keep[j] = true
		}
	}
	return keep
}

// inline appends what a call of the function with summary callee does. args
// gives the router for each FromParam router of callee. It returns the routers
// of the results.
func (w *walker) inline(callee *Registration, at site, foreign bool, bind func(Router) int) []int {
	index := make([]int, len(callee.Routers))
	for i, r := range callee.Routers {
		switch r.Origin {
		case FromParam:
			index[i] = bind(r)
			continue
		case Derived:
			r.Parent = index[r.Parent]
		}
		if foreign {
			r.site = at
		}
		index[i] = w.reg.add(r)
	}
	branches := make(map[int]int)
	for _, e := range callee.Events {
		e.Router = index[e.Router]
		if e.Child != None {
			e.Child = index[e.Child]
		}
		if foreign {
			e.site = at
			e.Middleware = append([]Middleware(nil), e.Middleware...)
			for i := range e.Middleware {
				e.Middleware[i].site = at
			}
		}
		when := w.conditions()
		for _, a := range e.When {
			if _, ok := branches[a.Branch]; !ok {
				branches[a.Branch] = w.branch()
			}
			when = append(when, Arm{branches[a.Branch], a.Case})
		}
		e.When = when
		w.append(e)
	}
	results := make([]int, len(callee.Results))
	for i, r := range callee.Results {
		results[i] = None
		if r != None {
			results[i] = index[r]
		}
	}
	return results
}

// siteOf returns the site of n in the analysed package.
func siteOf(n interface {
	Pos() token.Pos
	End() token.Pos
}) site {
	return site{pos: n.Pos(), end: n.End()}
}
