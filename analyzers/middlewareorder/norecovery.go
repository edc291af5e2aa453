package middlewareorder

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/lifecycle"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// noRecovery reports the routers that nothing recovers for. A router that
// several functions see, because one that makes it is called by them, must be
// bare in all of them.
func (f *findings) noRecovery(orders []*order) {
	if servesTests(f.pass) || lifecycle.IsTrial(f.pass.Pkg.Path()) {
		return
	}
	type unguarded struct {
		routing.Router
		route routing.Event
	}
	var bare []unguarded
	covered := make(map[token.Pos]bool)
	for _, o := range orders {
		for r, router := range o.Routers {
			if table, _ := router.Table(); router.Origin != routing.Made || table == nil || !f.wantsRecovery(table) || o.Returned(r) {
				continue
			}
			if first := bareRoute(orders, o, r); first != nil && !router.Recovers {
				bare = append(bare, unguarded{router, *first})
			} else {
				covered[router.Pos()] = true
			}
		}
	}
	for _, e := range bare {
		if !covered[e.Pos()] {
			f.add("no-recovery", e, noRecoveryMessage(e.Router, e.route), f.useRecovery(orders, e, e.Router))
		}
	}
}

// wantsRecovery reports whether a router of the table is to have recovery.
func (f *findings) wantsRecovery(table *frameworks.Router) bool {
	return table.Unrecovered > frameworks.UnrecoveredLeft || f.strict && table.Unrecovered == frameworks.UnrecoveredLeft
}

// servesTests reports whether the package helps tests: a file that is not a
// test itself imports package testing. (Importing httptest says nothing: its
// recorder is used in production, too.)
func servesTests(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.Files, func(f *ast.File) bool {
		return !strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go") && slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool {
			return s.Path.Value == `"testing"`
		})
	})
}

func noRecoveryMessage(router routing.Router, route routing.Event) string {
	table, framework := router.Table()
	subject, advice := router.Name, fmt.Sprintf("write %s.Use(%s)", router.Name, table.Recovery)
	if table.RecoveryOption != "" {
		maker, _, _ := strings.Cut(router.Made, "(")
		advice = fmt.Sprintf("give %s %s", maker, table.RecoveryOption)
	} else if table.Recovery == "" {
		advice = "wrap it in a handler that recovers"
	} else if strings.HasSuffix(router.Name, ")") { // a call, not a variable
		advice = "register " + table.Recovery
	}
	if from := router.From(); from != "" {
		subject = from
	}
	if table.Recovery != "" && table.LateUse != frameworks.LateUseApplies {
		advice += " before its routes"
	}
	consequence := "drops the connection without a response"
	if table.Unrecovered == frameworks.UnrecoveredEnds {
		consequence = "ends the process"
	}
	noun, of := "router", route.Name
	if table.RecoveryOption != "" {
		noun, of = "server", cmp.Or(route.From(), route.Name)
	}
	return fmt.Sprintf("%s is %s %s without recovery, so a panic in the handler of %s %s; %s", subject, article(framework.Name), noun, of, consequence, advice)
}

// article returns a name with its indefinite article.
func article(name string) string {
	if strings.ContainsRune("aeio", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}

// bareRoute returns an ordinary route of engine r that nothing recovers for;
// nil if there is none, or not all of what happens to the engine is seen. An
// engine that is kept in an unexported field or variable is seen in all the
// functions that read it from there.
func bareRoute(orders []*order, o *order, r int) *routing.Event {
	use := o.uses(r)
	for i := 0; i < len(use.holders); i++ {
		h := use.holders[i]
		for _, other := range orders {
			for held, router := range other.Routers {
				if router.Holder() == h && router.Origin != routing.Made {
					use.add(other.uses(held))
				}
			}
		}
	}
	if use.unseen || use.recovers {
		return nil
	}
	return use.route
}

// uses is what one function does to an engine.
type uses struct {
	unseen   bool           // it does more than is seen
	recovers bool           // it registers what recovers, or could
	route    *routing.Event // the first ordinary route
	holders  []*types.Var   // where it keeps the engine
}

func (u *uses) add(v uses) {
	u.unseen = u.unseen || v.unseen
	u.recovers = u.recovers || v.recovers
	if u.route == nil {
		u.route = v.route
	}
	for _, h := range v.holders {
		if !slices.Contains(u.holders, h) {
			u.holders = append(u.holders, h)
		}
	}
}

// uses returns what o does to router r, to its groups and to handlers around
// it.
func (o *order) uses(r int) uses {
	u := uses{unseen: o.Returned(r)}
	for i, e := range o.Events {
		if e.Child != routing.None && e.Op == routing.Mount && o.Root(e.Child) == r {
			u.unseen = true // others can wrap what it is mounted on
		}
		if o.Root(e.Router) != r {
			continue
		}
		table, _ := o.Routers[e.Router].Table()
		group := e.Router != r && table != nil // what is registered there is for its routes only
		// What is around a handler that is mounted is not around the others.
		u.recovers = u.recovers || e.Recovers || e.Op != routing.Mount && o.mayRecover(chains.Chain{Layers: o.Layers(i)})
		switch e.Op {
		case routing.Mount:
			if u.route == nil {
				u.route = o.mountedRoute(e)
			}
		case routing.Escape:
			u.unseen = u.unseen || !group
		case routing.Store:
			if h := e.Holder(); h != nil && !h.Exported() && e.Router == r {
				u.add(uses{holders: []*types.Var{h}})
			} else {
				u.unseen = u.unseen || !group
			}
		case routing.Route:
			if u.route == nil && !e.Deliberate && !(group && o.Escapes(e.Router)) {
				u.route = &o.Events[i]
			}
		}
	}
	return u
}

// mountedRoute returns an ordinary route of the router that event mount attaches,
// which is made here and has nothing that recovers.
func (o *order) mountedRoute(mount routing.Event) *routing.Event {
	if mount.Child == routing.None || o.Routers[o.Root(mount.Child)].Origin != routing.Made {
		return nil
	}
	child := o.Root(mount.Child)
	if table, _ := o.Routers[child].Table(); table == nil || o.Escapes(child) || o.mayRecover(o.Chains[mount.Child]) {
		return nil
	}
	for _, r := range o.Routes {
		if e := o.Events[r.Event]; o.Root(e.Router) == child && o.wantsRecovery(r) {
			return &o.Events[r.Event]
		}
	}
	return nil
}
