package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// anything is the index that stands for interfaces without methods.
const anything = -1

// symbol is a symbol with the path of its package, which is "" for interfaces
// without a name.
type symbol struct{ pkg, name string }

func (s symbol) compare(t symbol) int {
	return cmp.Or(cmp.Compare(s.pkg, t.pkg), cmp.Compare(s.name, t.name))
}

// cutImport splits off the index of the import in front of a symbol of another
// package.
func cutImport(s string) (n int, name string, ok bool) {
	before, name, found := strings.Cut(s, ":")
	n, err := strconv.Atoi(before)
	if !found || err != nil {
		return 0, s, false
	}
	return n, name, true
}

// symbol returns symbol i of the package's table.
func (p *Package) symbol(i int) symbol {
	if i == anything {
		return symbol{name: "any"}
	}
	s := p.Symbols[i]
	if n, name, ok := cutImport(s); ok {
		return symbol{p.Imports[n], name}
	}
	if strings.HasPrefix(s, "{") {
		return symbol{"", s} // an interface without a name is the same everywhere
	}
	return symbol{p.Path, s}
}

// Graph is the call graph of all packages: who gets to whom.
type Graph struct {
	next    map[symbol][]symbol
	entries []symbol
}

// NewGraph builds the graph of the packages, of which no two have the same path.
func NewGraph(packages []*Package) *Graph {
	g := &Graph{next: make(map[symbol][]symbol)}
	c := newClasses(packages)
	for _, p := range packages {
		for _, list := range p.Edges {
			from := p.symbol(list[0])
			for _, to := range list[1:] {
				g.next[from] = append(g.next[from], p.symbol(to))
			}
		}
		for _, e := range p.Entries {
			g.entries = append(g.entries, p.symbol(e))
		}
	}
	g.methods(c)
	for _, p := range packages {
		for _, s := range p.Serves {
			g.entries = append(g.entries, c.served(p.symbol(s))...)
		}
	}
	for s, list := range g.next {
		slices.SortFunc(list, symbol.compare)
		g.next[s] = slices.Compact(list)
	}
	slices.SortFunc(g.entries, symbol.compare)
	g.entries = slices.Compact(g.entries)
	return g
}

// methods connects the methods of interfaces with those of the types that the
// interfaces hold, and back the parameters.
func (g *Graph) methods(c *classes) {
	seen := make(map[symbol]bool)
	var work []symbol
	add := func(s symbol) {
		if !seen[s] {
			seen[s] = true
			work = append(work, s)
		}
	}
	for from, tos := range g.next {
		add(from)
		for _, to := range tos {
			add(to)
		}
	}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		base, suffix := cutPlace(s.name)
		iface, method, ok := cutMethod(base)
		if !ok {
			continue
		}
		for _, m := range c.implementations(symbol{s.pkg, iface}, method) {
			impl := symbol{m.pkg, m.name + suffix}
			add(impl) // that of an embedded interface, perhaps
			if strings.HasPrefix(suffix, "#") {
				g.next[impl] = append(g.next[impl], s) // who calls its parameter calls what the interface's is given
			} else {
				g.next[s] = append(g.next[s], impl)
			}
		}
	}
}

// cutPlace splits "F#1" into "F" and "#1", "F=" into "F" and "=".
func cutPlace(name string) (base, suffix string) {
	if i := strings.LastIndexAny(name, "#="); i >= 0 {
		return name[:i], name[i:]
	}
	return name, ""
}

// cutMethod splits the method of an interface, "Store.Find", and the same of an
// interface without a name. Fields look alike; no interface has their names.
func cutMethod(name string) (iface, method string, ok bool) {
	if strings.HasPrefix(name, "(") || strings.ContainsAny(name, "$~") {
		return "", "", false
	}
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return "", "", false
	}
	return name[:i], name[i+1:], true
}

// The costs of a step. A message names the cheapest way, which shall be one
// that a reader believes: calls by name rather than calls of an interface or of
// a place that many functions can answer.
const (
	costStep  = 1
	costGuess = 4  // one more function that could be meant instead
	costMost  = 40 // no step costs more
)

// cost returns what a step from s costs, of which there are n.
func cost(s symbol, n int) int {
	if isFunc(s) {
		return costStep
	}
	return min(costStep+costGuess*(n-1), costMost)
}

// paths finds for everything that requests get to the symbol before it on a
// cheapest way; entries have themselves.
func (g *Graph) paths() map[symbol]symbol {
	before := make(map[symbol]symbol)
	type visit struct{ symbol, from symbol }
	// Buckets by distance modulo more than the longest step.
	var buckets [costMost + 1][]visit
	for _, e := range g.entries {
		buckets[0] = append(buckets[0], visit{e, e})
	}
	for d, empty := 0, 0; empty < len(buckets); d++ {
		i := d % len(buckets)
		now := buckets[i]
		buckets[i] = nil
		empty++
		if len(now) > 0 {
			empty = 0
		}
		for _, v := range now {
			if _, seen := before[v.symbol]; seen {
				continue
			}
			before[v.symbol] = v.from
			next := g.next[v.symbol]
			at := (d + cost(v.symbol, len(next))) % len(buckets)
			for _, to := range next {
				if _, seen := before[to]; !seen {
					buckets[at] = append(buckets[at], visit{to, v.symbol})
				}
			}
		}
	}
	return before
}
