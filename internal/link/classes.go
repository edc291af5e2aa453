package link

import (
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// classes knows which types the interfaces of the program hold: those that are
// somewhere turned into the interface, or into another one from which the
// interface is made.
//
// What is not seen to happen can still happen elsewhere. An interface of the
// program that nothing is turned into (dependency injection by reflection) holds
// every type that has its methods; one of at least two methods holds the types
// that other modules can make and that this one turns into no interface at all.
type classes struct {
	methods map[symbol]map[string]symbol   // of a type: name -> function
	keys    map[symbol]map[string]bool     // of a type: name and numbers of parameters and results
	ifaces  map[symbol][]string            // of an interface: the same
	own     map[symbol]bool                // interfaces of the program
	holds   map[symbol]map[symbol]struct{} // interface -> types
}

var anySymbol = symbol{name: "any"}

func newClasses(packages []*Package) *classes {
	c := &classes{
		methods: make(map[symbol]map[string]symbol),
		keys:    make(map[symbol]map[string]bool),
		ifaces:  make(map[symbol][]string),
		own:     make(map[symbol]bool),
		holds:   make(map[symbol]map[symbol]struct{}),
	}
	for _, p := range packages {
		for _, t := range p.Types {
			c.addType(p, t)
		}
		for _, i := range p.Interfaces {
			s := p.symbol(i.Symbol)
			c.ifaces[s] = i.Methods
			c.own[s] = s.pkg == p.Path
		}
	}
	c.spread(packages)
	return c
}

func (c *classes) addType(p *Package, t Type) {
	s := symbol{p.Path, t.Name}
	c.methods[s] = make(map[string]symbol)
	c.keys[s] = make(map[string]bool)
	for _, m := range t.Methods {
		key, target, promoted := strings.Cut(m, "=")
		key, star := strings.CutPrefix(key, "*")
		c.keys[s][key] = true
		name := methodName(key)
		switch {
		case promoted && target == "":
		case promoted:
			i, _ := strconv.Atoi(target) // Decode has checked it
			c.methods[s][name] = p.symbol(i)
		case star:
			c.methods[s][name] = symbol{p.Path, "(*" + t.Name + ")." + name}
		default:
			c.methods[s][name] = symbol{p.Path, "(" + t.Name + ")." + name}
		}
	}
}

// methodName returns the name in a method's key: "Find" of "Find22".
func methodName(key string) string { return key[:max(0, len(key)-2)] }

// spread finds what every interface holds.
func (c *classes) spread(packages []*Package) {
	type flow struct{ from, to symbol }
	var flows []flow
	for _, p := range packages {
		for _, list := range p.Becomes {
			to := p.symbol(list[0])
			for _, i := range list[1:] {
				from := p.symbol(i)
				if _, isType := c.methods[from]; isType {
					c.hold(to, from)
					c.hold(anySymbol, from)
				} else {
					flows = append(flows, flow{from, to})
				}
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for _, f := range flows {
			for t := range c.holds[f.from] {
				if c.implements(t, f.to) && c.hold(f.to, t) {
					changed = true
				}
			}
		}
	}
	c.unseen()
}

// unseen adds the types that interfaces hold without being seen to.
func (c *classes) unseen() {
	becomesNone := make(map[symbol]bool)
	for t := range c.methods {
		if _, ok := c.holds[anySymbol][t]; !ok {
			becomesNone[t] = true
		}
	}
	for i, methods := range c.ifaces {
		if !c.own[i] {
			continue
		}
		nothing := len(c.holds[i]) == 0
		for t := range c.methods {
			if (nothing || becomesNone[t] && len(methods) > 1 && isPublic(t)) && c.implements(t, i) {
				c.hold(i, t)
			}
		}
	}
}

// isPublic reports whether other modules can make values of a type.
func isPublic(t symbol) bool {
	return token.IsExported(t.name) && !strings.Contains("/"+t.pkg+"/", "/internal/")
}

func (c *classes) hold(iface, t symbol) bool {
	if c.holds[iface] == nil {
		c.holds[iface] = make(map[symbol]struct{})
	}
	_, had := c.holds[iface][t]
	c.holds[iface][t] = struct{}{}
	return !had
}

// implements reports whether the type has the methods of the interface, as far
// as their names and numbers of parameters and results tell.
func (c *classes) implements(t, iface symbol) bool {
	methods := c.ifaces[iface]
	return len(methods) > 0 && !slices.ContainsFunc(methods, func(key string) bool { return !c.keys[t][key] })
}

// implementations returns the functions that a call of the interface's method
// can run.
func (c *classes) implementations(iface symbol, method string) (list []symbol) {
	for t := range c.holds[iface] {
		if m, ok := c.methods[t][method]; ok {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, symbol.compare)
	return list
}

// served returns the functions that a server calls through the interface.
func (c *classes) served(iface symbol) (list []symbol) {
	for _, key := range c.ifaces[iface] {
		list = append(list, c.implementations(iface, methodName(key))...)
	}
	return list
}
