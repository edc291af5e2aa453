package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/prodvet/prodvet/internal/vetjson"
)

// causes are findings by the function in which they are mended.
type causes struct {
	index map[causeKey]int
	list  []caused
}

type causeKey struct {
	rule string
	symbol
}

type caused struct {
	symbol
	findings []causedFinding
}

type causedFinding struct {
	Finding
	cause Cause  // as the package tells it
	way   string // how a request gets there, "" if that is not told
}

func (c *causes) add(fn symbol, cause Cause, f Finding, way string) {
	if c.index == nil {
		c.index = make(map[causeKey]int)
	}
	key := causeKey{f.Rule, fn}
	i, seen := c.index[key]
	if !seen {
		i = len(c.list)
		c.index[key] = i
		c.list = append(c.list, caused{symbol: fn})
	}
	c.list[i].findings = append(c.list[i].findings, causedFinding{f, cause, way})
}

// findings returns one finding for each function that has Many, unless its
// package allows it, and the others as they are.
func (c *causes) findings(allowed func(rule string, fn symbol) bool) (all []Finding) {
	for _, c := range c.list {
		switch {
		case len(c.findings) < Many:
			for _, f := range c.findings {
				all = append(all, f.Finding)
			}
		case !allowed(c.findings[0].Rule, c.symbol):
			all = append(all, c.one())
		}
	}
	return all
}

// one returns the finding that stands for all, which become related positions. It
// belongs to the function's package if that has one of them, which knows best where
// the function stands, or else to the first, whatever the order of the packages was.
func (c *caused) one() Finding {
	list := slices.SortedStableFunc(slices.Values(c.findings), func(a, b causedFinding) int {
		return cmp.Or(home(a.Package, c.pkg)-home(b.Package, c.pkg), cmp.Compare(a.Package, b.Package))
	})
	first := list[0]
	one := Finding{Package: first.Package, Rule: first.Rule}
	one.Category, one.Posn, one.End = first.Category, first.cause.Posn, first.cause.End
	one.Message = strings.ReplaceAll(first.cause.Message, Count, strconv.Itoa(len(list)))
	for _, f := range list {
		one.Related = append(one.Related, vetjson.Related{Posn: f.Posn, End: f.End, Message: OneOfMany + f.way})
	}
	return one
}

// OneOfMany is the message of the related positions of a Cause.
const OneOfMany = "one of them"

// home orders the function's package before others.
func home(pkg, of string) int {
	if pkg == of {
		return 0
	}
	return 1
}
