package callgraph

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/suppress"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// Routes and Handlers stand in messages for what the link step knows; see
// [link.Routes] and [link.Handlers].
const (
	Routes   = link.Routes
	Handlers = link.Handlers
)

// bodies is what a rule tells of the bodies of requests.
type bodies struct {
	rule    string
	reads   []bodyRead
	bounds  []token.Pos
	limits  bool
	servers []serverCandidate
}

type bodyRead struct {
	unpacks bool
	analysis.Diagnostic
}

type serverCandidate struct {
	maker string
	analysis.Diagnostic
}

// ReadsBody reports d, about a read of a request's body that its function does
// not bound, if a route leads there that has no limit though others have. Where
// most have none it counts for the finding about their server.
//
// It is the link step that answers, or Unbounded.
func (r *Result) ReadsBody(report *suppress.Reporter, d analysis.Diagnostic) {
	if d, ok := report.Finding(d); ok {
		r.bodies.rule = report.Rule()
		r.bodies.reads = append(r.bodies.reads, bodyRead{false, d})
	}
}

// UnpacksBody reports d, about middleware that puts what is decompressed of a body
// in its place, if a handler behind it reads that and nothing between them bounds
// it. The link step answers, or Unbounded.
func (r *Result) UnpacksBody(report *suppress.Reporter, d analysis.Diagnostic) {
	if d, ok := report.Finding(d); ok {
		r.bodies.rule = report.Rule()
		r.bodies.reads = append(r.bodies.reads, bodyRead{true, d})
	}
}

// BoundsBodies tells where functions bound the bodies of the requests that they
// are given, and whether the package has or makes limits for the bodies of other
// handlers.
func (r *Result) BoundsBodies(at []token.Pos, limits bool) {
	r.bodies.bounds, r.bodies.limits = at, limits
}

// IfUnbounded reports d, about the router that is made at maker, if the handlers
// of its routes read bodies that nothing bounds.
func (r *Result) IfUnbounded(report *suppress.Reporter, d analysis.Diagnostic, maker string) {
	if d, ok := report.Finding(d); ok {
		r.bodies.rule = report.Rule()
		r.bodies.servers = append(r.bodies.servers, serverCandidate{maker, d})
	}
}

// Unbounded reports what the package alone proves of what ReadsBody and
// IfUnbounded were told. It is for drivers without a link step.
func (r *Result) Unbounded(report *suppress.Reporter) {
	if len(r.bodies.reads) == 0 || len(r.servers) == 0 {
		return
	}
	at := make(map[string]analysis.Diagnostic)
	for _, d := range r.bodies.reads {
		at[vetjson.FromAnalysis(r.pass.Fset, d.Diagnostic).Posn] = d.Diagnostic
	}
	for _, s := range r.bodies.servers {
		at[vetjson.FromAnalysis(r.pass.Fset, s.Diagnostic).Posn] = s.Diagnostic
	}
	own := []*link.Package{r.Summary()}
	for _, f := range link.Unbounded(own, link.NewGraph(own)) {
		d := at[f.Posn]
		d.Message = f.Message
		for _, rel := range f.Related {
			read := at[rel.Posn]
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: read.Pos, End: read.End, Message: rel.Message})
		}
		report.Report(d)
	}
}

// bodiesUseful marks the functions about whose bodies the link step is asked.
func (b *builder) bodiesUseful(useful map[symbol]bool) {
	for _, d := range b.Result.bodies.reads {
		useful[b.around(d.Pos)] = true
	}
	for _, pos := range b.Result.bodies.bounds {
		useful[b.around(pos)] = true
	}
}

// requestBodies returns what the package does with the bodies of requests, nil if
// nothing.
func (w *writer) requestBodies() *link.Bodies {
	in := w.Result.bodies
	if len(in.reads)+len(in.bounds)+len(in.servers) == 0 && !in.limits {
		return nil
	}
	out := &link.Bodies{Limits: in.limits}
	for _, d := range in.reads {
		out.Reads = append(out.Reads, link.BodyRead{Rule: in.rule, Func: w.symbol(w.around(d.Pos)), Unpacks: d.unpacks, Diagnostic: vetjson.FromAnalysis(w.pass.Fset, d.Diagnostic)})
	}
	for _, pos := range in.bounds {
		if i := w.symbol(w.around(pos)); !slices.Contains(out.Bounds, i) {
			out.Bounds = append(out.Bounds, i)
		}
	}
	for _, s := range in.servers {
		out.Servers = append(out.Servers, link.BodyServer{Rule: in.rule, Maker: s.maker, Diagnostic: vetjson.FromAnalysis(w.pass.Fset, s.Diagnostic)})
	}
	return out
}
