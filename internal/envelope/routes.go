package envelope

import (
	"maps"
	"slices"

	"github.com/prodvet/prodvet/internal/jsonshape"
)

// OfPackage returns what errors are like in a package, which is what own counts,
// in a service of which all is known, and how many errors the package answers so
// itself. Where the package has no convention of its own, a declared one counts;
// nil if there is none.
func OfPackage(own, all []Form, declared *Convention) (c Convention, known bool, answers int) {
	c, known = Surface(own, all)
	if _, ok := Infer(own); declared != nil && !ok {
		c, known = *declared, true
	}
	for _, f := range settle(slices.Concat(own, centrals(all))) {
		if f.Kind == c.Kind {
			answers += f.Sites + f.Answers
		}
	}
	return c, known, answers
}

// OfRoutes returns what errors are like on a router: the convention of the packages
// in which nearly all of its handlers are, if that is an envelope and they answer
// some errors themselves. It is given the numbers of routes by package.
func OfRoutes(routes map[string]int, of func(path string) (c Convention, known bool, answers int)) (best Convention, ok bool) {
	total, follow, sites, most := 0, 0, 0, 0
	for _, path := range slices.Sorted(maps.Keys(routes)) {
		n := routes[path]
		total += n
		c, known, answers := of(path)
		if !known || c.Kind != JSON || c.Shape.Type != jsonshape.Object {
			continue
		}
		follow += n
		sites += answers
		if answers > 0 && n > most {
			best, most = c, n
		}
	}
	return best, sites >= MinSites && dominates(follow, total)
}

// Unlike reports whether a framework's answer with JSON of the shape, or with
// anything else if that is unknown, is off the envelope.
func (c Convention) Unlike(shape jsonshape.Shape) bool {
	if !shape.Known() {
		return true
	}
	return c.judges && !Follows(shape, c.Shape)
}
