package callgraph

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/suppress"
	"github.com/prodvet/prodvet/internal/symbols"
	"github.com/prodvet/prodvet/internal/vetjson"
)

type carrierCandidate struct {
	rule, condition, framework string
	types                      []*types.TypeName
	sure                       bool
	cause                      *Cause
	analysis.Diagnostic
}

// Cause is a function of the project, of this package or another, that findings
// have in common: many are one finding, at the function, with this message, which
// holds [link.Count].
type Cause struct {
	Func    *types.Func
	Message string
}

// For rules that put the findings of one cause together within a package, as the
// link step does over packages; see [link.Count], [link.Many] and [link.OneOfMany].
const (
	Count     = link.Count
	Many      = link.Many
	OneOfMany = link.OneOfMany
)

// IfSent reports d if some package makes responses of values of the type, as
// IfReached does if a request gets there.
func (r *Result) IfSent(report *suppress.Reporter, d analysis.Diagnostic, carrier *types.TypeName) {
	r.ifCarrier(report, carrierCandidate{condition: link.IfSent, types: []*types.TypeName{carrier}, Diagnostic: d})
}

// IfMade reports d, about a response that is made of values of the types, if
// some package makes such values with the status of an error, or in any case if
// sure is set. The places where they are made become related positions.
func (r *Result) IfMade(report *suppress.Reporter, d analysis.Diagnostic, carriers []*types.TypeName, sure bool) {
	r.ifCarrier(report, carrierCandidate{condition: link.IfMade, types: carriers, sure: sure, Diagnostic: d})
}

// ByCause reports d, or with others of the cause one finding in their place, if
// an error value of the type carrier, or of a framework, is shown as IfShown says;
// if returned is set, on the condition of IfUnhandled, and without either in any
// case. It does so in the link step only.
func (r *Result) ByCause(report *suppress.Reporter, d analysis.Diagnostic, cause Cause, carrier *types.TypeName, framework string, returned bool) {
	c := carrierCandidate{condition: link.Always, Diagnostic: d, cause: &cause}
	switch {
	case returned:
		c.condition, c.framework = link.IfUnhandled, framework
	case carrier != nil:
		c.condition, c.types = link.IfShown, []*types.TypeName{carrier}
	case framework != "":
		c.condition, c.framework = link.IfShown, framework
	}
	r.ifCarrier(report, c)
}

// Allow tells that a directive suppresses findings at functions of the package,
// if they are causes.
func (r *Result) Allow(fns ...*types.Func) { r.allowed = append(r.allowed, fns...) }

// IfUnhandled reports d if a program serves requests with a framework, and no
// package installs a handler for its errors.
func (r *Result) IfUnhandled(report *suppress.Reporter, d analysis.Diagnostic, framework string) {
	r.ifCarrier(report, carrierCandidate{condition: link.IfUnhandled, framework: framework, Diagnostic: d})
}

// IfUnfilled reports d if no package has middleware that answers with the errors
// which handlers of a framework leave to it.
func (r *Result) IfUnfilled(report *suppress.Reporter, d analysis.Diagnostic, framework string) {
	r.ifCarrier(report, carrierCandidate{condition: link.IfUnfilled, framework: framework, Diagnostic: d})
}

// IfShown reports d if the text of an error value gets to clients with the status
// of a server error: one of the project's own type carrier, or, if that is nil, an
// error of a framework.
func (r *Result) IfShown(report *suppress.Reporter, d analysis.Diagnostic, carrier *types.TypeName, framework string) {
	c := carrierCandidate{condition: link.IfShown, framework: framework, Diagnostic: d}
	if carrier != nil {
		c.types, c.framework = []*types.TypeName{carrier}, ""
	}
	r.ifCarrier(report, c)
}

func (r *Result) ifCarrier(report *suppress.Reporter, c carrierCandidate) {
	if !report.Suppressed(c.Pos) && r.recording {
		c.rule = report.Rule()
		r.carriers = append(r.carriers, c)
	}
}

// errorValues returns what the package knows of error values, nil if nothing.
func (w *writer) errorValues() *link.Carriers {
	out := &link.Carriers{Serves: w.Result.values.Serves, Handles: w.Result.values.Handles, Main: w.pass.Pkg.Name() == "main"}
	add := func(list []int, t *types.TypeName) []int {
		if t == nil {
			return list
		}
		if i := w.symbol(symbol{Pkg: symbols.PackagePath(t.Pkg()), Name: t.Name()}); !slices.Contains(list, i) {
			list = append(list, i)
		}
		return list
	}
	for _, t := range w.Result.values.Sent() {
		out.Sends = add(out.Sends, t)
	}
	for _, t := range w.Result.texts.Shows {
		if f := w.Result.texts.Framework(t); f == "" {
			out.Shows = add(out.Shows, t)
		} else if !slices.Contains(out.ShowsErrors, f) {
			out.ShowsErrors = append(out.ShowsErrors, f)
		}
	}
	for _, t := range w.Result.texts.Hides {
		if w.Result.texts.Framework(t) == "" {
			out.Hides = add(out.Hides, t)
		}
	}
	for _, s := range w.Result.values.Sites {
		if s.Carrier != nil && !w.silent(s) {
			w.made(out, s)
		}
	}
	for _, c := range w.Result.carriers {
		d := link.CarrierCandidate{Rule: c.rule, If: c.condition, Framework: c.framework, Sure: c.sure, Diagnostic: vetjson.FromAnalysis(w.pass.Fset, c.Diagnostic)}
		for _, t := range c.types {
			d.Types = add(d.Types, t)
		}
		d.Cause = w.cause(c.cause)
		out.Candidates = append(out.Candidates, d)
	}
	for _, fn := range w.Result.allowed {
		out.Allowed = append(out.Allowed, w.symbol(symbols.Func(fn)))
	}
	if len(out.Allowed)+len(out.Sends)+len(out.Makes)+len(out.Serves)+len(out.Handles)+len(out.Candidates)+len(out.Shows)+len(out.Hides)+len(out.ShowsErrors) == 0 && !out.Main {
		return nil
	}
	return out
}

// cause returns a cause as the format writes it, nil for nil.
func (w *writer) cause(c *Cause) *link.Cause {
	if c == nil {
		return nil
	}
	from := w.pass.Fset.Position(c.Func.Pos()) // of other packages' functions only the line is right
	to := from
	to.Column += len(c.Func.Name())
	return &link.Cause{Func: w.symbol(symbols.Func(c.Func)), Posn: from.String(), End: to.String(), Message: c.Message}
}

// silent reports whether a site's status is that of another response than an
// error's.
func (w *writer) silent(s *errorvalue.Site) bool { return !s.Status.MayBeError() }

func (w *writer) made(out *link.Carriers, s *errorvalue.Site) {
	from, to := w.pass.Fset.PositionFor(s.Expr.Pos(), false), w.pass.Fset.PositionFor(s.Expr.End(), false)
	at := fmt.Sprintf("%d:%d-%d:%d", from.Line, from.Column, to.Line, to.Column)
	if !s.Status.IsError() && !s.Collected {
		at += "?"
	}
	t := w.symbol(symbol{Pkg: symbols.PackagePath(s.Carrier.Pkg()), Name: s.Carrier.Name()})
	for i := range out.Makes {
		if m := &out.Makes[i]; m.Type == t && m.File == from.Filename {
			m.At = append(m.At, at)
			return
		}
	}
	out.Makes = append(out.Makes, link.Made{Type: t, File: from.Filename, At: []string{at}})
}
