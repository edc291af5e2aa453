package link

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/vetjson"
)

// Bodies is what a package does with the bodies of requests.
type Bodies struct {
	// Reads are those of bodies that the function in which they lie does not
	// bound.
	Reads []BodyRead `json:"reads,omitempty"`
	// Bounds are the functions that bound the body of the request that they are
	// given, for themselves and for what they call.
	Bounds []int `json:"bounds,omitempty"`
	// Limits: the package makes, or has, a handler or a middleware that bounds the
	// bodies of others.
	Limits bool `json:"limits,omitempty"`
	// Servers are the findings about routers that are made in the package.
	Servers []BodyServer `json:"servers,omitempty"`
}

// BodyRead is a finding about a read, if a route leads there that has no limit
// though others have. Its message holds Routes.
type BodyRead struct {
	Rule string `json:"rule"`
	Func int    `json:"func"`
	// Unpacks: it is about middleware that puts what is decompressed of a body in
	// its place. It is a finding if a handler behind it reads that without a limit.
	Unpacks bool `json:"unpacks,omitempty"`
	vetjson.Diagnostic
}

// BodyServer is a finding about a router, if the handlers of its routes read
// bodies that nothing bounds. Its message holds Handlers.
type BodyServer struct {
	Rule  string `json:"rule"`
	Maker string `json:"maker"` // as in Server
	vetjson.Diagnostic
}

// Routes stands in the message of a BodyRead for the routes that lead to it: "
// on POST /import".
const Routes = "{routes}"

// Handlers stands in the message of a BodyServer for the handlers that read
// bodies: "request bodies, so 12 handlers read …".
const Handlers = "{handlers}"

// indexes returns all indexes of symbols, for check.
func (b *Bodies) indexes() []int {
	if b == nil {
		return nil
	}
	all := slices.Clone(b.Bounds)
	for _, r := range b.Reads {
		all = append(all, r.Func)
	}
	return all
}

// kindBodyLimit is what the kind of middleware that bounds bodies is called.
const kindBodyLimit = "body limit"

// maxSingle bounds the reads of a server that are told one by one. Where more
// are without a limit it is the server that lacks one.
const maxSingle = 4

// maxReads bounds the reads that the finding about a server points to.
const maxReads = 10

// Unbounded returns the findings about bodies that nothing bounds: one for a
// server on which most are, and one for each read where most are not.
func Unbounded(packages []*Package, g *Graph) []Finding {
	b := newBodies(packages, g)
	if len(b.reads) == 0 {
		return nil
	}
	var findings []Finding
	told := make(map[*BodyRead]bool)
	// A router that nobody is seen to serve counts where no other does: it may be
	// there for tests.
	for _, isServed := range []bool{true, false} {
		if len(findings) > 0 {
			break
		}
		for _, s := range b.servers() {
			if s.Served == isServed {
				findings = append(findings, b.unpacked(s, told)...)
				findings = append(findings, b.server(s, told)...)
			}
		}
	}
	slices.SortStableFunc(findings, func(a, c Finding) int { return cmp.Or(cmp.Compare(a.Package, c.Package), cmp.Compare(a.Posn, c.Posn)) })
	return findings
}

// bodies is what all packages know together.
type bodies struct {
	graph    *Graph
	packages []*Package
	reads    map[symbol][]readIn
	bounds   map[symbol]bool
	limits   bool // somewhere is a limit
	main     bool // a program is among the packages
}

type readIn struct {
	*BodyRead
	pkg *Package
}

func newBodies(packages []*Package, g *Graph) *bodies {
	b := &bodies{graph: g, reads: make(map[symbol][]readIn), bounds: make(map[symbol]bool)}
	b.packages = slices.SortedFunc(slices.Values(packages), func(a, b *Package) int { return cmp.Compare(a.Path, b.Path) })
	for _, p := range b.packages {
		b.main = b.main || p.Carriers != nil && p.Carriers.Main
		if p.Bodies == nil {
			continue
		}
		b.limits = b.limits || p.Bodies.Limits
		for i := range p.Bodies.Reads {
			s := p.symbol(p.Bodies.Reads[i].Func)
			b.reads[s] = append(b.reads[s], readIn{&p.Bodies.Reads[i], p})
		}
		for _, i := range p.Bodies.Bounds {
			b.bounds[p.symbol(i)] = true
		}
	}
	return b
}

// served is a server with the package that describes it.
type served struct {
	*Server
	pkg *Package
}

// servers returns the routers, each as the package describes it that serves it
// or registers most on it, by the place where they are made.
func (b *bodies) servers() []served {
	best := make(map[string]served)
	for _, p := range b.packages {
		for i := range p.Servers {
			s := served{&p.Servers[i], p}
			old, ok := best[s.Maker]
			if !ok || s.Served && !old.Served || s.Served == old.Served && len(s.Routes) > len(old.Routes) {
				best[s.Maker] = s
			}
		}
	}
	var list []served
	for _, s := range best {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b served) int { return cmp.Compare(a.Maker, b.Maker) })
	return list
}

// unbounded is a route's handler, or a middleware, with the reads that it leads
// to and that nothing bounds.
type unbounded struct {
	name       string
	route      string
	middleware bool
	reads      []readIn
}

// server returns the findings about one server.
func (b *bodies) server(s served, told map[*BodyRead]bool) (findings []Finding) {
	at, d := b.about(s.Maker)
	if at == nil || !b.seen(s) {
		return nil
	}
	open, bounded := b.handlers(s)
	if len(open) == 0 {
		return nil
	}
	var reads []readIn
	for _, h := range open {
		for _, r := range h.reads {
			if !slices.ContainsFunc(reads, func(o readIn) bool { return o.BodyRead == r.BodyRead }) {
				reads = append(reads, r)
			}
		}
	}
	if bounded >= len(open) && len(reads) <= maxSingle {
		for _, r := range reads {
			if told[r.BodyRead] {
				continue
			}
			told[r.BodyRead] = true
			d := r.Diagnostic
			d.Message = strings.ReplaceAll(d.Message, Routes, on(open, r))
			findings = append(findings, Finding{Package: r.pkg.Path, Rule: r.Rule, Diagnostic: d})
		}
		return findings
	}
	d.Message = strings.ReplaceAll(d.Message, Handlers, sentence(open, bounded))
	d.Related = slices.Clone(d.Related)
	for _, r := range reads[:min(len(reads), maxReads)] {
		d.Related = append(d.Related, vetjson.Related{Posn: r.Posn, End: r.End, Message: "reads a body of any size"})
	}
	return []Finding{{Package: at.Path, Rule: d.Rule, Diagnostic: d.Diagnostic}}
}

// about returns the finding about the server that is made there, and the package
// that has it.
func (b *bodies) about(maker string) (*Package, BodyServer) {
	for _, p := range b.packages {
		if p.Bodies == nil {
			continue
		}
		for _, c := range p.Bodies.Servers {
			if c.Maker == maker {
				return p, c
			}
		}
	}
	return nil, BodyServer{}
}

// seen reports whether all that can be around the server's routes is known: it is
// served where it is described, and somewhere a limit is not in doubt. A router
// that is returned may get one where it is served, unless there is none in the
// whole program.
func (b *bodies) seen(s served) bool {
	inChain := slices.ContainsFunc(b.packages, func(p *Package) bool {
		return slices.ContainsFunc(p.Servers, func(s Server) bool {
			return slices.ContainsFunc(s.Middleware, limits)
		})
	})
	if b.limits && !inChain {
		return false // where it belongs is not known
	}
	return s.Served || b.main && !b.limits
}

func limits(m Middleware) bool { return slices.Contains(m.Kinds, kindBodyLimit) }

// handlers returns the handlers of a server that read bodies which nothing
// bounds, and how many there are whose bodies something does.
func (b *bodies) handlers(s served) (open []unbounded, bounded int) {
	isOpen := make(map[string]bool)
	covered := make(map[string]bool)
	for _, r := range s.Routes {
		if !r.mayHaveBody() {
			continue
		}
		for _, h := range b.around(s, r) {
			switch {
			case h.bounded:
				covered[h.name] = true
				continue
			case h.unseen || len(h.reads) == 0:
				continue
			}
			if !isOpen[h.name] {
				isOpen[h.name] = true
				open = append(open, h.unbounded)
			}
		}
	}
	for name := range covered {
		if !isOpen[name] {
			bounded++
		}
	}
	slices.SortStableFunc(open, func(a, b unbounded) int { // handlers first
		switch {
		case a.middleware == b.middleware:
			return 0
		case b.middleware:
			return -1
		}
		return 1
	})
	return open, bounded
}

// mayHaveBody reports whether requests of a route have bodies, as a rule. Readers
// of forms look at the query where they have none. A path that is not a constant
// can begin with the method: {"GET " + prefix}.
func (r Route) mayHaveBody() bool {
	methods := r.Method
	if methods == "" {
		methods, _, _ = strings.Cut(strings.TrimPrefix(r.Path, `{"`), " ")
	}
	return slices.ContainsFunc(strings.Split(methods, ","), func(method string) bool {
		return !slices.Contains([]string{"GET", "HEAD", "OPTIONS", "TRACE", "CONNECT"}, method)
	})
}

type part struct {
	unbounded
	bounded, unseen bool
}

// around returns the handler of a route and the middleware of its chain, with
// what they read.
func (b *bodies) around(s served, r Route) (parts []part) {
	bounded, unseen := false, false
	where := strings.TrimSpace(r.Method + " " + r.Path)
	for _, i := range r.Chain {
		m := s.Middleware[i]
		if m.Func != "" {
			p := b.called(middlewareSymbols(m.Func))
			p.reads = slices.DeleteFunc(p.reads, func(r readIn) bool { return r.Unpacks })
			if len(p.reads) > 0 {
				p.name, p.route, p.middleware = m.Name, where, true
				p.bounded, p.unseen = bounded, unseen
				parts = append(parts, p)
			}
		}
		bounded = bounded || limits(m)
		unseen = unseen || m.Unseen
	}
	var start []symbol
	for _, f := range r.Funcs {
		start = append(start, s.pkg.symbol(f))
	}
	p := b.reach(start)
	if len(p.reads) > 0 || p.bounded {
		p.name, p.route = r.Handler, where
		switch {
		case strings.Contains(start[0].name, "$"):
			p.name = "the handler of " + where
		case isFunc(start[0]):
			p.name = display(start[0], s.pkg.Path)
		}
		p.bounded = bounded || p.bounded && len(p.reads) == 0
		p.unseen = unseen
		parts = append(parts, p)
	}
	return parts
}

// unpacked returns the findings about middleware of a server that decompresses
// bodies: those behind which a handler reads what comes of it, with nothing
// between them that bounds it.
func (b *bodies) unpacked(s served, told map[*BodyRead]bool) (findings []Finding) {
	for _, r := range s.Routes {
		if !r.mayHaveBody() || len(b.unboundedBy(s, r)) == 0 {
			continue
		}
		for n, i := range r.Chain {
			after := slices.ContainsFunc(r.Chain[n+1:], func(i int) bool { return limits(s.Middleware[i]) || s.Middleware[i].Unseen })
			if s.Middleware[i].Func == "" || after {
				continue
			}
			for _, read := range b.called(middlewareSymbols(s.Middleware[i].Func)).reads {
				if read.Unpacks && !told[read.BodyRead] {
					told[read.BodyRead] = true
					d := read.Diagnostic
					d.Message = strings.ReplaceAll(d.Message, Routes, " on "+strings.TrimSpace(r.Method+" "+r.Path))
					findings = append(findings, Finding{Package: read.pkg.Path, Rule: read.Rule, Diagnostic: d})
				}
			}
		}
	}
	return findings
}

// unboundedBy returns the reads that the handler of a route leads to and does not
// bound.
func (b *bodies) unboundedBy(s served, r Route) []readIn {
	var start []symbol
	for _, f := range r.Funcs {
		start = append(start, s.pkg.symbol(f))
	}
	return b.reach(start).reads
}

// middlewareSymbols returns what the function that is, or returns, a middleware
// can be called in the table of symbols.
func middlewareSymbols(name string) []symbol {
	dir, base := path.Split(name)
	pkg, fn, _ := strings.Cut(base, ".")
	pkg = dir + pkg
	if typ, method, ok := strings.Cut(fn, "."); ok {
		return []symbol{{pkg, "(*" + typ + ")." + method}, {pkg, "(" + typ + ")." + method}}
	}
	return []symbol{{pkg, fn}}
}

// reach returns the reads that start leads to, without those behind functions
// that bound the body; bounded says that there is one of these. It goes from
// functions to those that they mention, and over an interface or a place only
// where one function is behind it that leads anywhere: what could be is not
// enough.
func (b *bodies) reach(start []symbol) part {
	work := slices.Clone(start)
	for _, s := range start {
		if !isFunc(s) && strings.HasSuffix(s.name, "=") {
			work = append(work, b.graph.next[s]...) // a handler of those that a function returns
		}
	}
	return b.walk(work, func(s symbol) bool { return isFunc(s) || len(b.graph.next[s]) == 1 })
}

// called is reach for middleware: what it is given runs behind it, and is not its
// own.
func (b *bodies) called(start []symbol) part { return b.walk(start, isFunc) }

// walk returns the reads that work leads to over the symbols that lead on.
func (b *bodies) walk(work []symbol, leadsOn func(symbol) bool) (p part) {
	seen := make(map[symbol]bool)
	for len(work) > 0 {
		s := work[0]
		work = work[1:]
		if seen[s] {
			continue
		}
		seen[s] = true
		p.reads = append(p.reads, b.reads[s]...) // before it bounds the body, if it does
		if b.bounds[s] {
			p.bounded = true
			continue
		}
		if leadsOn(s) {
			work = append(work, b.graph.next[s]...)
		}
	}
	return p
}

// on says which routes lead to a read: " on POST /import and 2 more routes".
func on(open []unbounded, r readIn) string {
	var routes []string
	for _, h := range open {
		if slices.ContainsFunc(h.reads, func(o readIn) bool { return o.BodyRead == r.BodyRead }) && !slices.Contains(routes, h.route) {
			routes = append(routes, h.route)
		}
	}
	if len(routes) == 0 {
		return ""
	}
	text := " on " + routes[0]
	if n := len(routes) - 1; n == 1 {
		text += " and 1 more route"
	} else if n > 1 {
		text += fmt.Sprintf(" and %d more routes", n)
	}
	return text
}

// sentence says how many handlers read bodies that nothing bounds, and names one.
func sentence(open []unbounded, bounded int) string {
	first := open[0]
	place := placeOf(first.reads[0].Posn)
	what := "request bodies, so "
	if bounded > 0 {
		what = fmt.Sprintf("the bodies that %d of %d handlers read, so ", len(open), len(open)+bounded)
	}
	switch {
	case len(open) == 1:
		return fmt.Sprintf("%s%s reads as much as a client sends (%s)", what, first.name, place)
	case bounded > 0:
		return fmt.Sprintf("%sthey take as much as a client sends, %s for one (%s)", what, first.name, place)
	}
	return fmt.Sprintf("%s%d handlers read as much as a client sends, %s for one (%s)", what, len(open), first.name, place)
}

// placeOf returns the file and the line of a position.
func placeOf(posn string) string {
	posn = path.Base(strings.ReplaceAll(posn, `\`, "/"))
	if i := strings.LastIndexByte(posn, ':'); i >= 0 {
		posn = posn[:i]
	}
	return posn
}
