package envelope

import (
	"cmp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/jsonshape"
)

// The thresholds. They are shares of what counts: what answers browsers and
// other programs (HTML, Other), forms that a protocol demands, and forms of
// which nothing is known say nothing of an API's convention.
const (
	// MinSites is the least number of error responses that make a convention.
	// A package with fewer belongs to the surface of the service.
	MinSites = 3
	// dominant is the share, in percent, from which a form dominates: three of
	// four. Below it a service has two ways, and neither is a slip.
	dominant = 75
	// MinShapeSites and shapeDominant are the same for the keys of an envelope
	// by which other JSON is judged: nine of ten, and not of a handful.
	MinShapeSites = 10
	shapeDominant = 90
	// MinService is the number of error responses from which on a service is
	// told that no form of them dominates.
	MinService = 10
)

// Convention is what errors are like on a surface.
type Convention struct {
	Kind Kind
	// Shape holds, of JSON, the keys that nearly all errors have; unknown if
	// no keys dominate. Of a key that some leave out, Optional is set.
	Shape jsonshape.Shape
	// Helper is the project's function that most of them go through, "" if there
	// is none. Returned: what it makes is a value that is carried to where all
	// are answered, or it is the type of such values.
	Helper   string
	Returned bool
	// Sites are those that follow the convention, of Total; Errors are those of
	// them that are known to answer an error.
	Sites, Total, Errors int
	// judges: its keys are sure enough to judge other JSON by.
	judges bool
}

// Infer returns the convention of what the forms count; ok is false if none
// dominates.
func Infer(forms []Form) (c Convention, ok bool) {
	forms = settle(forms)
	weigh := weights(forms)
	sums := make(map[Kind]int)
	errors := 0
	for i, f := range forms {
		if f.Kind != JSON || !Protocol(ShapeOf(f.Shape)) {
			sums[f.Kind] += weigh[i]
			if f.Kind == JSON {
				errors += f.Sites
			}
		}
	}
	plain := sums[Text] + sums[Empty]
	api := sums[JSON] + plain
	switch {
	case sums[JSON] >= MinSites && dominates(sums[JSON], api) && sums[JSON] >= sums[HTML]:
		c = Convention{Kind: JSON, Sites: sums[JSON], Total: api, Errors: errors}
		c.shape(forms, weigh)
	case plain >= MinSites && dominates(plain, api) && plain >= sums[HTML]:
		c = Convention{Kind: Text, Sites: plain, Total: api}
		if sums[Empty] > sums[Text] {
			c.Kind = Empty
		}
	case sums[HTML] >= MinSites && dominates(sums[HTML], api+sums[HTML]):
		c = Convention{Kind: HTML, Sites: sums[HTML], Total: api + sums[HTML]}
	default:
		return c, false
	}
	c.helper(forms, weigh)
	return c, true
}

// Declared returns the convention of a service that declares the envelope.
func Declared(shape jsonshape.Shape) Convention {
	return Convention{Kind: JSON, Shape: shape, judges: true}
}

// Undecided reports whether a service answers many errors and in no form that
// dominates.
func Undecided(service []Form) bool {
	n := 0
	for _, f := range service {
		if f.Kind != Other {
			n += f.Sites
		}
	}
	_, ok := Infer(service)
	return !ok && n >= MinService
}

// Keys returns the keys of the envelope as a sentence lists them.
func (c Convention) Keys() string {
	var names []string
	for _, k := range c.Shape.Keys {
		if !k.Optional || allOptional(c.Shape) {
			names = append(names, k.Name)
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// settle gives the errors that are carried elsewhere the form in which they are
// answered there, and leaves them out if that is not known.
func settle(forms []Form) []Form {
	var out []Form
	for _, f := range forms {
		if f.Central {
			continue
		}
		if f.Via != "" {
			f.Kind, f.Shape = answered(f, forms)
		}
		if f.Kind != Carried {
			out = append(out, f)
		}
	}
	return out
}

// answered returns the form in which the project answers what comes by the way
// of f: as JSON, if it can do so in several ways. It is that of f itself if it
// does not.
func answered(f Form, forms []Form) (Kind, string) {
	var shapes []string
	kinds := make(map[Kind]bool)
	for _, g := range forms {
		if !g.Central || g.Via != f.Via {
			continue
		}
		kinds[g.Kind] = true
		if g.Kind == JSON && !slices.ContainsFunc(shapes, func(s string) bool { return keysOf(s) == keysOf(g.Shape) }) {
			shapes = append(shapes, g.Shape)
		}
	}
	switch {
	case len(kinds) == 0:
		return f.Kind, f.Shape
	case !kinds[JSON]:
		for _, k := range []Kind{Text, Empty, HTML, Other} {
			if kinds[k] {
				return k, ""
			}
		}
		return Carried, ""
	}
	for _, s := range shapes {
		if !slices.ContainsFunc(shapes, func(t string) bool { return !Follows(ShapeOf(t), ShapeOf(s)) }) {
			return JSON, s
		}
	}
	return JSON, ""
}

// centrals returns the forms in which what is carried is answered.
func centrals(forms []Form) []Form {
	return slices.DeleteFunc(slices.Clone(forms), func(f Form) bool { return !f.Central })
}

func dominates(n, of int) bool { return 100*n >= dominant*of }

// weights returns what each form counts. The calls of a helper of which nobody
// knows whether they answer an error count where errors have the same keys, or
// where there is nothing else to go by.
func weights(forms []Form) []int {
	sure := 0
	keys := make(map[string]bool)
	for _, f := range forms {
		if f.Sites > 0 && (f.Kind == JSON || f.Kind == Text || f.Kind == Empty) {
			sure += f.Sites
			if ShapeOf(f.Shape).Type == jsonshape.Object {
				keys[keysOf(f.Shape)] = true
			}
		}
	}
	w := make([]int, len(forms))
	for i, f := range forms {
		w[i] = f.Sites
		if f.Kind == JSON && (sure < MinSites || keys[keysOf(f.Shape)]) {
			w[i] += f.Answers
		}
	}
	return w
}

// keysOf returns what shapes with the same keys have in common.
func keysOf(shape string) string {
	names := ShapeOf(shape).Names()
	slices.Sort(names)
	return strings.Join(names, ",")
}

// shape finds the keys that dominate: of the forms whose keys nearly all errors
// have, the most frequent one.
func (c *Convention) shape(forms []Form, weigh []int) {
	best := 0
	for i, f := range forms {
		s := ShapeOf(f.Shape)
		if f.Kind != JSON || s.Type != jsonshape.Object || len(s.Keys) == 0 || s.Open || Protocol(s) {
			continue
		}
		exact, support := 0, 0
		for j, g := range forms {
			if g.Kind != JSON || weigh[j] == 0 {
				continue
			}
			if keysOf(g.Shape) == keysOf(f.Shape) {
				exact += weigh[j]
			}
			if Follows(ShapeOf(g.Shape), s) {
				support += weigh[j]
			}
		}
		if !dominates(support, c.Sites) || exact < best || exact == best && weigh[i] <= 0 {
			continue
		}
		if exact > best || !c.Shape.Known() {
			best = exact
			c.Shape = s
			c.judges = support >= MinShapeSites && 100*support >= shapeDominant*c.Sites
		}
	}
	if c.Shape.Known() {
		c.generalise(forms, weigh)
	}
}

// generalise forgets the types and constants in which the errors differ.
func (c *Convention) generalise(forms []Form, weigh []int) {
	c.Shape.Keys = slices.Clone(c.Shape.Keys)
	for i, k := range c.Shape.Keys {
		types := make(map[jsonshape.Type]int)
		for j, f := range forms {
			s := ShapeOf(f.Shape)
			if got, ok := s.Key(k.Name); ok && f.Kind == JSON && Follows(s, c.Shape) {
				types[got.Type] += weigh[j]
			}
		}
		delete(types, jsonshape.Null)
		if len(types) > 1 || types[jsonshape.Unknown] > 0 {
			c.Shape.Keys[i].Type = jsonshape.Unknown
		} else if len(types) == 1 {
			for t := range types {
				c.Shape.Keys[i].Type = t
			}
		}
	}
}

// Follows reports whether s is an object with the keys of the envelope e.
func Follows(s, e jsonshape.Shape) bool {
	if s.Type != jsonshape.Object {
		return false
	}
	for _, k := range e.Keys {
		got, ok := s.Key(k.Name)
		if !ok && !k.Optional && !s.Open {
			return false
		}
		if ok && got.Type != k.Type && k.Type > jsonshape.Null && got.Type > jsonshape.Null {
			return false
		}
	}
	return !allOptional(e) || slices.ContainsFunc(e.Keys, func(k jsonshape.Key) bool { return s.Has(k.Name) })
}

func allOptional(e jsonshape.Shape) bool {
	return !slices.ContainsFunc(e.Keys, func(k jsonshape.Key) bool { return !k.Optional })
}

// helper finds the function that most of the convention's sites go through.
func (c *Convention) helper(forms []Form, weigh []int) {
	counts := make(map[string]int)
	for i, f := range forms {
		if f.Kind == c.Kind && f.Helper != "" {
			counts[f.Helper] += weigh[i]
		}
	}
	for name, n := range counts {
		if dominates(n, c.Sites) {
			c.Helper = name
			c.Returned = slices.ContainsFunc(forms, func(f Form) bool { return f.Helper == name && f.Via != "" && f.Via != Collected })
		}
	}
}

// Judges reports whether the keys of the envelope are beyond doubt.
func (c Convention) Judges() bool { return c.judges }

// Strays reports whether JSON of the shape is a slip on the surface with this
// convention: it lacks keys of an envelope that is beyond doubt, and there is
// no second place in the service, all of whose forms are given, that answers
// like it. What is done twice is done on purpose.
func (c Convention) Strays(shape jsonshape.Shape, service []Form) bool {
	if c.Kind != JSON || !c.judges || shape.Type != jsonshape.Object || shape.Open || len(shape.Keys) == 0 || Protocol(shape) || Follows(shape, c.Shape) {
		return false
	}
	return Count(service, shape) <= 1
}

// Count returns how many places answer with the keys of the shape.
func Count(forms []Form, shape jsonshape.Shape) (n int) {
	keys := keysOf(TextOf(shape))
	for _, f := range forms {
		if f.Kind == JSON && keysOf(f.Shape) == keys {
			n += f.Sites + f.Answers
		}
	}
	return n
}

// Surface returns the convention of one package, which is what own counts, in a
// service of which all is known: the package's own, or where it has too few
// error responses for one, the service's. A package in which the service's form
// is in the minority is a surface of its own.
func Surface(own, service []Form) (Convention, bool) {
	own = settle(slices.Concat(own, centrals(service)))
	if c, ok := Infer(own); ok {
		return c, c.Kind != JSON || c.Errors >= MinSites
	}
	n := make(map[Kind]int)
	for _, f := range own {
		if f.Kind != JSON || !Protocol(ShapeOf(f.Shape)) {
			n[f.Kind] += f.Sites
		}
	}
	plain := n[Text] + n[Empty]
	if n[HTML] > n[JSON]+plain || n[JSON]+plain >= MinSites && n[JSON] < plain {
		return Convention{}, false
	}
	c, ok := Infer(service)
	if c.Errors < MinService {
		return Convention{}, false
	}
	return c, ok
}

// Merge returns the forms of all packages together, the most frequent first.
func Merge(packages []Package) (all []Form) {
	for _, p := range packages {
		for _, f := range p.Forms {
			all = Add(all, f)
		}
	}
	Sort(all)
	return all
}

// Compare orders packages by their path.
func Compare(a, b Package) int { return cmp.Compare(a.Path, b.Path) }
