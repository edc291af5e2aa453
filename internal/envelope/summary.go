package envelope

import (
	"cmp"
	"slices"

	"github.com/prodvet/prodvet/internal/jsonshape"
)

// Summary is the census of a service.
type Summary struct {
	Rows []Row // the most frequent first
	// Convention is what errors of the service are like, if Known.
	Convention Convention
	Known      bool
	// Surfaces are the packages with a convention of their own that is another
	// one, or that answer in several ways where the service has one. They are in
	// the order of their paths.
	Surfaces []SurfaceOf
	// Others are the paths of the other packages that have a convention.
	Others []string
}

// Row counts one form in all packages. Forms with the same keys in another
// order are one.
type Row struct {
	Form
	Packages []string
}

// SurfaceOf is one package that differs from the service.
type SurfaceOf struct {
	Path       string
	Convention Convention
	Known      bool
}

// Summarise counts what the packages do together.
func Summarise(packages []Package) Summary {
	all := Merge(packages)
	central := centrals(all)
	var s Summary
	s.Convention, s.Known = Infer(all)
	var settled []Package
	for _, p := range packages {
		forms := settle(slices.Concat(p.Forms, central))
		settled = append(settled, Package{p.Path, forms})
		c, ok := Infer(forms)
		if ok && s.Known && s.Convention.agrees(c) {
			s.Others = append(s.Others, p.Path)
		}
		if !ok && Answers(forms) < MinSites || ok && s.Known && s.Convention.agrees(c) || !ok && !s.Known {
			continue
		}
		s.Surfaces = append(s.Surfaces, SurfaceOf{Path: p.Path, Convention: c, Known: ok})
	}
	s.Rows = rows(settled)
	return s
}

// agrees reports whether the convention of a package is the service's.
func (c Convention) agrees(p Convention) bool {
	switch {
	case c.Kind != p.Kind:
		return plain(c.Kind) && plain(p.Kind)
	case c.Kind != JSON:
		return true
	case !c.Shape.Known():
		return !p.Shape.Known()
	}
	return p.Shape.Known() && Follows(p.Shape, c.Shape)
}

func plain(k Kind) bool { return k == Text || k == Empty }

// Answers returns how many error responses the forms count, those for browsers
// and other programs left out.
func Answers(forms []Form) (n int) {
	for _, f := range forms {
		if f.Kind == JSON || plain(f.Kind) {
			n += f.Sites
		}
	}
	return n
}

// rows puts the forms of all packages together.
func rows(packages []Package) []Row {
	type key struct {
		kind         Kind
		keys, helper string
	}
	index := make(map[key]int)
	texts := make(map[key]map[string]int)
	var rows []Row
	for _, p := range packages {
		for _, f := range p.Forms {
			k := key{f.Kind, keysOf(f.Shape), f.Helper}
			if ShapeOf(f.Shape).Type != jsonshape.Object {
				k.keys = f.Shape
			}
			i, ok := index[k]
			if !ok {
				i = len(rows)
				index[k], texts[k] = i, make(map[string]int)
				rows = append(rows, Row{Form: Form{Kind: f.Kind, Helper: f.Helper}})
			}
			rows[i].Sites += f.Sites
			rows[i].Answers += f.Answers
			if !slices.Contains(rows[i].Packages, p.Path) {
				rows[i].Packages = append(rows[i].Packages, p.Path)
			}
			texts[k][f.Shape] += f.Sites + f.Answers
			if best := rows[i].Shape; texts[k][f.Shape] > texts[k][best] || texts[k][f.Shape] == texts[k][best] && (best == "" || f.Shape < best) {
				rows[i].Shape = f.Shape
			}
		}
	}
	rows = slices.DeleteFunc(rows, func(r Row) bool { return r.Sites == 0 && r.Answers < MinSites })
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Sites+b.Answers, a.Sites+a.Answers), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Shape, b.Shape), cmp.Compare(a.Helper, b.Helper))
	})
	return rows
}
