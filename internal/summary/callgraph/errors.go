package callgraph

import (
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/suppress"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// Envelope stands in a message for what errors are like; see [link.Envelope].
const Envelope = link.Envelope

// JudgesErrors says that a rule judges the package's error responses, and
// whether it knows the envelope, as configured or declared. Those that the
// package declares in its own source are given as envelope.TextOf writes them.
func (r *Result) JudgesErrors(declared bool, envelopes []string) {
	r.errors.Asked, r.errors.Declared, r.errors.Envelopes = true, declared, envelopes
}

// IfOffEnvelope reports d, about an error response, if the surface that the
// package belongs to answers errors otherwise. It is the link step that answers,
// as with IfReached. Of s the rule sets what is known of the response; d.Message
// holds Envelope once.
func (r *Result) IfOffEnvelope(report *suppress.Reporter, d analysis.Diagnostic, s link.Site) {
	if report.Suppressed(d.Pos) || !r.recording {
		return
	}
	s.Rule, s.Diagnostic = report.Rule(), vetjson.FromAnalysis(r.pass.Fset, d)
	r.errors.Sites = append(r.errors.Sites, s)
}

// Configures says which envelope the configuration has for the package, as
// envelope.TextOf writes it, or that there shall be none.
func (r *Result) Configures(envelope string, exempt bool) {
	r.errors.Configured, r.errors.Exempt = envelope, exempt
}

// Answers says what functions of the package set for routers that they did not
// make; see [link.Errors].
func (r *Result) Answers(what []string) { r.errors.Answers = what }

// IfAnswersOff reports d, about a router that answers by itself, if errors are
// otherwise where its handlers are. It is the link step that answers. Of s the rule
// sets what is known of the router; d.Message holds link.While once.
func (r *Result) IfAnswersOff(report *suppress.Reporter, d analysis.Diagnostic, s link.Default) {
	if report.Suppressed(d.Pos) || !r.recording {
		return
	}
	s.Rule, s.Diagnostic = report.Rule(), vetjson.FromAnalysis(r.pass.Fset, d)
	r.errors.Defaults = append(r.errors.Defaults, s)
}

// answers returns how the package answers errors, nil if it does not.
func (r *Result) answers() *link.Errors {
	e := r.errors
	e.Forms, e.Fills = r.census.Own, r.census.Fills
	if len(e.Forms) == 0 && len(e.Envelopes) == 0 && !e.Fills && len(e.Answers) == 0 && len(e.Defaults) == 0 {
		return nil
	}
	return &e
}
