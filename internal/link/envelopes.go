package link

import (
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/jsonshape"
)

// OffEnvelope returns the error responses that are not what errors are like on
// the surface that their package belongs to.
func OffEnvelope(packages []*Package) (findings []Finding) {
	all := envelope.Merge(Census(packages))
	fills := slices.ContainsFunc(packages, func(p *Package) bool { return p.Errors != nil && p.Errors.Fills })
	declared, isDeclared := declaration(packages)
	helpers := make(map[string]bool)
	sorted := slices.SortedFunc(slices.Values(packages), func(a, b *Package) int { return strings.Compare(a.Path, b.Path) })
	for _, p := range sorted {
		if p.Errors == nil || len(p.Errors.Sites) == 0 {
			continue
		}
		c, ok := envelope.Surface(p.Errors.Forms, all)
		if _, own := envelope.Infer(p.Errors.Forms); isDeclared && !own {
			c, ok = declared, true
		}
		if !ok || c.Kind != envelope.JSON {
			continue
		}
		for _, s := range p.Errors.Sites {
			if s.Collects && fills || s.Helper != "" && helpers[s.Helper] {
				continue
			}
			if s.Shape != "" && !c.Strays(envelope.ShapeOf(s.Shape), all) {
				continue
			}
			helpers[s.Helper] = true
			d := s.Diagnostic
			d.Message = strings.ReplaceAll(d.Message, Envelope, expectation(c, isDeclared))
			findings = append(findings, Finding{Package: p.Path, Rule: s.Rule, Diagnostic: d})
		}
	}
	return findings
}

// declaration returns the one envelope that the service declares in its source.
func declaration(packages []*Package) (envelope.Convention, bool) {
	var shapes []string
	for _, p := range packages {
		if p.Errors == nil {
			continue
		}
		for _, s := range p.Errors.Envelopes {
			if !slices.Contains(shapes, s) {
				shapes = append(shapes, s)
			}
		}
	}
	if len(shapes) != 1 {
		return envelope.Convention{}, false
	}
	return envelope.Declared(envelope.ShapeOf(shapes[0])), true
}

// expectation is the end of a message: what errors are like.
func expectation(c envelope.Convention, declared bool) string {
	if c.Shape.Type != jsonshape.Object {
		return "; other errors of this service are JSON"
	}
	other := "other "
	if declared {
		other = ""
	}
	return "; " + other + "errors of this service are JSON objects with " + c.Keys()
}

// Census returns how the packages answer errors, those that do.
func Census(packages []*Package) (list []envelope.Package) {
	for _, p := range packages {
		if p.Errors != nil && len(p.Errors.Forms) > 0 {
			list = append(list, envelope.Package{Path: p.Path, Forms: p.Errors.Forms})
		}
	}
	return list
}

// Undeclared reports whether the service answers errors in no form that
// dominates, and declares none, so that the rule has nothing to go by.
func Undeclared(packages []*Package) bool {
	var asked []*Package
	for _, p := range packages {
		switch e := p.Errors; {
		case e == nil || !e.Asked:
		case e.Declared || len(e.Envelopes) > 0:
			return false
		default:
			asked = append(asked, p)
		}
	}
	return envelope.Undecided(envelope.Merge(Census(asked)))
}
