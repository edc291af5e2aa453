package link

import (
	"fmt"
	"path"
	"strings"

	"github.com/prodvet/prodvet/internal/symbols"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// Finding is a finding that all packages together prove.
type Finding struct {
	Package string // the path of the package in which it lies
	Rule    string
	vetjson.Diagnostic

	// Apart: it is another matter than what else the rule reports at the place.
	Apart bool
}

// OnRequest returns the candidates in functions that requests get to.
func OnRequest(packages []*Package, g *Graph) (findings []Finding) {
	before := g.paths()
	allowed := make(map[causeKey]bool)
	var causes causes
	for _, p := range packages {
		for rule, list := range p.Allows {
			for _, i := range list {
				allowed[causeKey{rule, p.symbol(i)}] = true
			}
		}
		for _, c := range p.Candidates {
			f := p.symbol(c.Func)
			d, from := c.Diagnostic, ""
			if _, reached := before[f]; reached {
				from = way(before, f)
			} else if !c.Known {
				continue
			}
			d.Message = strings.ReplaceAll(d.Message, Path, from)
			finding := Finding{Package: p.Path, Rule: c.Rule, Diagnostic: d}
			if c.Cause == nil {
				findings = append(findings, finding)
				continue
			}
			causes.add(p.symbol(c.Cause.Func), *c.Cause, finding, from)
		}
	}
	return append(findings, causes.findings(func(rule string, fn symbol) bool { return allowed[causeKey{rule, fn}] })...)
}

// maxThrough is the number of functions between the entry and the one with the
// finding that a message names.
const maxThrough = 2

// way says how a request gets to f.
func way(before map[symbol]symbol, f symbol) string {
	var chain []string // from the function before f up to the entry
	last := outermost(f)
	for s := f; before[s] != s; {
		s = before[s]
		if o := outermost(s); isFunc(s) && o != last {
			last = o
			chain = append(chain, display(s, f.pkg))
		}
		if before[s] == s && len(chain) == 0 {
			return ""
		}
	}
	if len(chain) == 0 {
		return ""
	}
	entry, through := chain[len(chain)-1], chain[:len(chain)-1]
	if len(through) == 0 || len(through) > maxThrough {
		return fmt.Sprintf(" (reached from %s)", entry)
	}
	names := make([]string, 0, len(through))
	for _, t := range through {
		names = append([]string{t}, names...)
	}
	return fmt.Sprintf(" (reached from %s through %s)", entry, strings.Join(names, " and "))
}

// outermost returns the declared function of a function literal.
func outermost(s symbol) symbol {
	name, _, _ := strings.Cut(s.name, "$")
	return symbol{s.pkg, name}
}

// isFunc reports whether s is a function and not a place or the method of an
// interface.
func isFunc(s symbol) bool {
	return !strings.ContainsAny(s.name, "#=~@{") && !strings.HasSuffix(s.name, "()") && (strings.HasPrefix(s.name, "(") || !strings.Contains(s.name, "."))
}

// display returns a function as it is called in package from: "(*API).Create",
// "(*api.API).Create", "api.New". A literal is told by the function round it.
func display(s symbol, from string) string {
	name := outermost(s).name
	if name == symbols.Init {
		return "a function literal of package " + packageName(s.pkg)
	}
	if s.pkg == from {
		return name
	}
	p := packageName(s.pkg)
	if rest, ok := strings.CutPrefix(name, "(*"); ok {
		return "(*" + p + "." + rest
	}
	if rest, ok := strings.CutPrefix(name, "("); ok {
		return "(" + p + "." + rest
	}
	return p + "." + name
}

// packageName guesses the name of the package with this path.
func packageName(p string) string {
	base := path.Base(p)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(p))
	}
	return base
}
