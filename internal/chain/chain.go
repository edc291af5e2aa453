// Package chain shows the middleware that the requests of a service pass: which
// runs around which route, in the order in which a request gets there, and what
// of a production service's middleware is missing.
//
// It reads the summaries of the link step and knows nothing else.
package chain

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/link"
)

// Server is a router with the routes that are registered on it.
type Server struct {
	Package string `json:"package"` // the path of the package that sees it so
	link.Server
	Checklist []Item `json:"checklist"`
}

// Servers returns the routers of the packages, each as the package sees it that
// serves it, or that knows most of its routes, in the order of their positions.
func Servers(packages []*link.Package) []Server {
	best := make(map[string]Server) // by maker
	for _, p := range packages {
		for _, s := range p.Servers {
			old, seen := best[s.Maker]
			if !seen || better(s, old.Server) {
				best[s.Maker] = Server{Package: p.Path, Server: s, Checklist: checklist(s)}
			}
		}
	}
	list := slices.Collect(maps.Values(best))
	slices.SortFunc(list, func(a, b Server) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Maker, b.Maker))
	})
	return list
}

// better reports whether s tells more of a router than old does.
func better(s, old link.Server) bool {
	if s.Served != old.Served {
		return s.Served
	}
	return len(s.Routes) > len(old.Routes)
}

// Coverage says how many of the routes have something.
type Coverage string

// The values of Coverage.
const (
	All         Coverage = "all"
	Conditional Coverage = "conditional" // all, but some only under a condition of the program
	Some        Coverage = "some"
	None        Coverage = "none"
)

// Item is one thing that a service in production has.
type Item struct {
	Name    string   `json:"name"`
	Covered Coverage `json:"covered"`
}

// kinds are the middleware of a service in production, as the kinds of
// [link.Middleware] name them.
var kinds = []string{"recovery", "CORS", "body limit", "rate limit", "timeout", "compression", "logging", "request ID"}

// remote are the frameworks of remote calls, and browserKinds what only servers of
// browsers have.
var (
	remote       = []string{"gRPC"}
	browserKinds = []string{"CORS", "body limit", "compression", "request ID"}
)

// central are the frameworks that answer errors in one place, if they are told
// how.
var central = []string{"echo", "echo v5", "fiber v2", "fiber v3", "gin"}

// checklist returns what of a service in production a server has.
func checklist(s link.Server) []Item {
	var items []Item
	calls := slices.Contains(remote, s.Framework)
	for _, kind := range kinds {
		if calls && slices.Contains(browserKinds, kind) {
			continue
		}
		items = append(items, Item{kind, covered(s, func(r link.Route) presence { return has(s, r, kind) })})
	}
	if slices.Contains(central, s.Framework) {
		c := covered(s, func(r link.Route) presence { return has(s, r, "error handler") })
		if s.Errors != "" {
			c = All
		}
		items = append(items, Item{"error handler", c})
	}
	if calls {
		return items
	}
	return append(items,
		Item{"404 handler", anyIf(s.NotFound != "" || slices.ContainsFunc(s.Routes, catchesAll))},
		Item{"health check", anyIf(slices.ContainsFunc(s.Routes, isProbe))})
}

// presence says whether a route has something.
type presence int

const (
	absent presence = iota
	maybe           // under a condition
	present
)

// covered says how many of the ordinary routes have what f looks for.
func covered(s link.Server, f func(link.Route) presence) Coverage {
	var n [present + 1]int
	for _, r := range s.Routes {
		if !isProbe(r) {
			n[f(r)]++
		}
	}
	switch {
	case n[maybe]+n[present] == 0:
		return None
	case n[absent] > 0:
		return Some
	case n[maybe] > 0:
		return Conditional
	}
	return All
}

func anyIf(ok bool) Coverage {
	if ok {
		return All
	}
	return None
}

// has says whether there is middleware of that kind around route r.
func has(s link.Server, r link.Route, kind string) presence {
	best := absent
	for _, i := range r.Chain {
		switch m := s.Middleware[i]; {
		case !slices.Contains(m.Kinds, kind):
		case m.Maybe:
			best = max(best, maybe)
		default:
			best = present
		}
	}
	return best
}

// catchesAll reports whether a route is for all requests that no other takes.
func catchesAll(r link.Route) bool {
	return r.Method == "" && (r.Path == "/" || r.Path == "/*" || r.Path == "*")
}

// isProbe reports whether a route answers a health check, by its path.
func isProbe(r link.Route) bool {
	path := strings.ToLower(r.Path)
	last := path[strings.LastIndexByte(path, '/')+1:]
	return strings.Contains(last, "health") || slices.Contains([]string{"ready", "readyz", "readiness", "live", "livez", "liveness", "ping", "status"}, last)
}

// Node is what a request passes next: a middleware, and behind it the routes that
// no other middleware is before, and further middleware. The root has no
// middleware.
type Node struct {
	Middleware *link.Middleware
	Routes     []Leaf
	Next       []*Node
}

// Leaf is a route, with the middleware that is for it alone, outermost first.
type Leaf struct {
	link.Route
	Own []*link.Middleware

	order int // of registration
}

// Tree returns the chains of a server as a tree, in the order of registration.
func Tree(s link.Server) *Node {
	root := new(Node)
	index := make(map[*Node]map[int]*Node)
	for order, r := range s.Routes {
		n := root
		for _, i := range r.Chain {
			next := index[n][i]
			if next == nil {
				next = &Node{Middleware: &s.Middleware[i]}
				if index[n] == nil {
					index[n] = make(map[int]*Node)
				}
				index[n][i] = next
				n.Next = append(n.Next, next)
			}
			n = next
		}
		n.Routes = append(n.Routes, Leaf{Route: r, order: order})
	}
	root.fold()
	return root
}

// fold turns the middleware that is for one route alone into the route's own.
func (n *Node) fold() {
	branches := n.Next
	n.Next = nil
	for _, next := range branches {
		next.fold()
		if len(next.Next) == 0 && len(next.Routes) == 1 && (n.Middleware != nil || len(branches)+len(n.Routes) > 1) {
			leaf := next.Routes[0]
			leaf.Own = append([]*link.Middleware{next.Middleware}, leaf.Own...)
			n.Routes = append(n.Routes, leaf)
			continue
		}
		n.Next = append(n.Next, next)
	}
	slices.SortStableFunc(n.Routes, func(a, b Leaf) int { return cmp.Compare(a.order, b.order) })
}

// title returns what a server is, in one line.
func title(s Server, relative func(string) string) string {
	name := s.Name
	if s.Framework != "" {
		name += " (" + s.Framework + ")"
	}
	return name + " in " + s.Func + ", " + relative(s.Posn)
}

// label returns a middleware with what it does.
func label(m *link.Middleware) string {
	text := m.Name
	if len(m.Kinds) > 0 {
		text += " [" + strings.Join(m.Kinds, ", ") + "]"
	}
	if m.Maybe {
		text += " (under a condition)"
	}
	return text
}

// handlerLabel returns a route's handler behind the middleware that is for the
// route alone: "auth → users.list".
func handlerLabel(l Leaf) string {
	var parts []string
	for _, m := range l.Own {
		parts = append(parts, label(m))
	}
	return strings.Join(append(parts, l.Handler), " → ")
}

// routeLabel returns a route: "GET /users".
func routeLabel(r Leaf) string {
	method, path := r.Method, r.Path
	if method == "" {
		method = "ANY"
	}
	if path == "" || !strings.ContainsAny(path[:1], "/{*") {
		path = "/" + path
	}
	return method + " " + path
}

// named returns the names of the items that are covered so.
func named(items []Item, c Coverage) (names []string) {
	for _, it := range items {
		if it.Covered == c {
			names = append(names, it.Name)
		}
	}
	return names
}
