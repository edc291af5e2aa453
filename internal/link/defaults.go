package link

import (
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// While stands, in the message of a Default, for what errors are like there. It is
// replaced by ", while errors of this service are JSON objects with code and
// message".
const While = "{while}"

// What Default.Unless and Errors.Answers say of a framework, beside the occasions:
// there is a central error handler; its router serves people with pages or files.
const (
	AnswersCentral  = "errors"
	AnswersBrowsers = "browsers"
)

// Default is a finding about a router that answers by itself, in the form of its
// framework. Its open question is what errors are like where its handlers are. Its
// message holds While.
type Default struct {
	Rule string `json:"rule"`
	// Routes are the numbers of its ordinary routes by the package of the handler.
	Routes map[string]int `json:"routes"`
	// Shape is that of an answer in JSON.
	Shape string `json:"shape,omitempty"`
	// Hidden: code that is not seen can reach the router. It is no finding then if
	// one of Unless is among the Errors.Answers of any package.
	Hidden bool     `json:"hidden,omitempty"`
	Unless []string `json:"unless,omitempty"`
	vetjson.Diagnostic
}

// OffDefaults returns the routers that answer in another form than the service
// whose handlers they have.
func OffDefaults(packages []*Package) (findings []Finding) {
	all := envelope.Merge(Census(packages))
	var declared *envelope.Convention
	if c, ok := declaration(packages); ok {
		declared = &c
	}
	byPath, answered := make(map[string]*Errors), make(map[string]bool)
	for _, p := range packages {
		byPath[p.Path] = p.Errors
		if p.Errors != nil {
			for _, what := range p.Errors.Answers {
				answered[what] = true
			}
		}
		if p.Carriers != nil {
			for _, framework := range p.Carriers.Handles {
				answered[framework+" "+AnswersCentral] = true
			}
		}
	}
	of := func(path string) (c envelope.Convention, known bool, answers int) {
		e := byPath[path]
		switch {
		case e == nil:
			return envelope.OfPackage(nil, all, declared)
		case e.Exempt:
			return c, false, 0
		case e.Configured != "":
			c := envelope.Declared(envelope.ShapeOf(e.Configured))
			_, _, answers = envelope.OfPackage(e.Forms, all, &c)
			return c, true, answers
		}
		return envelope.OfPackage(e.Forms, all, declared)
	}
	sorted := slices.SortedFunc(slices.Values(packages), func(a, b *Package) int { return strings.Compare(a.Path, b.Path) })
	for _, p := range sorted {
		if p.Errors == nil {
			continue
		}
		for _, s := range p.Errors.Defaults {
			if s.Hidden && slices.ContainsFunc(s.Unless, func(what string) bool { return answered[what] }) {
				continue
			}
			c, ok := envelope.OfRoutes(s.Routes, of)
			if !ok || !c.Unlike(envelope.ShapeOf(s.Shape)) {
				continue
			}
			d := s.Diagnostic
			d.Message = strings.ReplaceAll(d.Message, While, Expectation(c))
			findings = append(findings, Finding{Package: p.Path, Rule: s.Rule, Diagnostic: d, Apart: true})
		}
	}
	return findings
}

// Expectation says in a message what errors of the service are like, in place of
// While.
func Expectation(c envelope.Convention) string {
	return ", while errors of this service are JSON objects with " + c.Keys()
}
