package middlewareorder

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/census"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// defaultErrors reports the routers that answer by themselves, in the form of
// their framework, where the errors of the service have one of their own.
func (f *findings) defaultErrors(orders []*order) {
	if servesTests(f.pass) {
		return
	}
	graph := f.pass.ResultOf[callgraph.Analyzer].(*callgraph.Result)
	if graph.Linking() {
		graph.Answers(answeredElsewhere(orders))
	}
	for _, s := range selfAnswering(orders) {
		d, ok := s.finding()
		if !ok {
			continue
		}
		if graph.Linking() {
			graph.IfAnswersOff(f.report, d.Diagnostic, d.Default)
			continue
		}
		if s.hidden {
			continue
		}
		if c, ok := f.conventionOf(s.routes); ok && c.Unlike(envelope.ShapeOf(d.Shape)) {
			d.Message = strings.ReplaceAll(d.Message, link.While, link.Expectation(c))
			f.report.Report(d.Diagnostic)
		}
	}
}

// conventionOf returns what errors are like on a router with routes in these
// packages, as far as this package and its imports tell.
func (f *findings) conventionOf(routes map[string]int) (envelope.Convention, bool) {
	counts := f.pass.ResultOf[census.Analyzer].(*census.Result)
	own := map[string][]envelope.Form{f.pass.Pkg.Path(): counts.Own}
	for _, p := range counts.Below {
		own[p.Path] = p.Forms
	}
	declared := declaredEnvelope(f.pass.ResultOf[response.Analyzer].(*response.Result))
	return envelope.OfRoutes(routes, func(path string) (c envelope.Convention, known bool, answers int) {
		return envelope.OfPackage(own[path], counts.Service(), declared)
	})
}

// declaredEnvelope returns the one envelope that directives declare, or nil.
func declaredEnvelope(res *response.Result) *envelope.Convention {
	var shapes []string
	for _, e := range slices.Concat(res.Envelopes, res.Imported) {
		if e.Shape.Type == jsonshape.Object && !e.Shape.Open && !slices.Contains(shapes, envelope.TextOf(e.Shape)) {
			shapes = append(shapes, envelope.TextOf(e.Shape))
		}
	}
	if len(shapes) != 1 {
		return nil
	}
	c := envelope.Declared(envelope.ShapeOf(shapes[0]))
	return &c
}

// answeredElsewhere returns what functions set for routers of which it is not
// known here where they are made, as link.Default.Unless has it.
func answeredElsewhere(orders []*order) []string {
	set := make(map[string]bool)
	for _, o := range orders {
		for r, router := range o.Routers {
			if router.Origin != routing.FromElsewhere && router.Origin != routing.FromParam {
				continue
			}
			_, framework := router.Table()
			if framework == nil {
				continue
			}
			a := o.answering(r)
			for _, name := range a.set.Names() {
				set[framework.Name+" "+name] = true
			}
			if a.central {
				set[framework.Name+" "+link.AnswersCentral] = true
			}
			if a.browsers {
				set[framework.Name+" "+link.AnswersBrowsers] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// server is a router that is made here, with all that is known of how it answers
// by itself.
type server struct {
	routing.Router
	table     *frameworks.Router
	framework *frameworks.Framework
	served    bool // some function neither returns it nor mounts it on one of its kind
	answering
}

// follow adds what functions know of the router that find it in a field or a
// variable.
func (s *server) follow(orders []*order) {
	for i := 0; i < len(s.holders); i++ {
		for _, o := range orders {
			for r, router := range o.Routers {
				if router.Holder() == s.holders[i] && router.Origin != routing.Made {
					s.add(o.answering(r))
				}
			}
		}
	}
}

// selfAnswering returns the routers that this package makes and does not return,
// in the order of the source.
func selfAnswering(orders []*order) []*server {
	byPos := make(map[token.Pos]*server)
	for _, o := range orders {
		for r, router := range o.Routers {
			table, framework := router.Table()
			if router.Origin != routing.Made || table == nil || len(table.Defaults) == 0 || !router.Pos().IsValid() {
				continue
			}
			s := byPos[router.Pos()]
			if s == nil {
				s = &server{Router: router, table: table, framework: framework}
				byPos[router.Pos()] = s
			}
			s.add(o.answering(r))
			// Else somebody else serves it, or answers for it.
			s.served = s.served || !o.Returned(r) && !o.mountedAlike(r)
		}
	}
	for _, s := range byPos {
		s.follow(orders)
	}
	return slices.SortedFunc(maps.Values(byPos), func(a, b *server) int { return cmp.Compare(a.Pos(), b.Pos()) })
}

// mountedAlike reports whether router r is mounted on one that answers for it.
func (o *order) mountedAlike(r int) bool {
	return slices.ContainsFunc(o.Events, func(e routing.Event) bool {
		return e.Op == routing.Mount && e.Child != routing.None && o.Root(e.Child) == r && o.Root(e.Router) != r && o.alike(r, e.Router)
	})
}

// answer is one thing that a server answers by itself.
type answer struct {
	on    frameworks.Occasion
	sends string
	write string
}

// own returns what the server answers by itself, the shape of that if it is JSON,
// and whether it is more than what its recovery answers.
func (s *server) own() (list []answer, shape string, unrouted bool) {
	for _, d := range s.table.Defaults {
		on := d.On &^ s.set
		if d.Enabled {
			on &= s.enabled
		}
		if s.recovery == nil {
			on &^= frameworks.Panicked
		}
		if d.Central && s.central || on&^frameworks.TooLarge == 0 {
			continue
		}
		unrouted = true
		shape = strings.Join(d.Keys, ",")
		list = append(list, answer{on, d.Sends, d.Write})
	}
	if s.recovery != nil {
		if d, ok := frameworks.AnswerOf(s.recovery.Func); ok && !(d.Bare && strings.HasSuffix(s.recovery.Name, "(…)")) {
			list = append(list, answer{d.On, d.Sends, d.Write})
		}
	}
	return list, shape, unrouted
}

// defaultFinding is a finding about a server, with what the link step has to know
// for it.
type defaultFinding struct {
	analysis.Diagnostic
	link.Default
}

// finding returns what is to be reported about s if the errors of its service have
// a form of their own. A recovery that is all that is left is reported where it is
// registered.
func (s *server) finding() (d defaultFinding, ok bool) {
	list, shape, unrouted := s.own()
	if len(list) == 0 || !s.served || s.browsers || len(s.routes) == 0 || s.Opaque && s.framework.Errors == nil {
		return d, false
	}
	at, subject := site(s.Router), s.subject()
	if !unrouted {
		at, subject = site(s.recovery), s.recovery.Name
		if !at.Pos().IsValid() {
			at, subject = s.Router, s.subject()
		}
	}
	var clauses, writes []string
	for _, a := range list {
		clauses = append(clauses, join(a.on.Names())+" with "+a.sends)
		for _, name := range a.on.Names() {
			d.Unless = append(d.Unless, s.framework.Name+" "+name)
		}
		writes = append(writes, s.advice(a.write))
	}
	d.Unless = append(d.Unless, s.framework.Name+" "+link.AnswersBrowsers)
	if slices.ContainsFunc(s.table.Defaults, func(d frameworks.Default) bool { return d.Central }) {
		d.Unless = append(d.Unless, s.framework.Name+" "+link.AnswersCentral)
	}
	d.Hidden, d.Shape, d.Routes = s.hidden, shape, s.routes
	d.Category, d.Pos, d.End = "default-error", at.Pos(), at.End()
	d.Message = fmt.Sprintf("%s (%s) answers %s%s; %s", subject, s.framework.Name, join(clauses), link.While, advise(writes))
	if unrouted && s.recovery != nil && s.recovery.Pos().IsValid() && s.recovery.Pos() != at.Pos() {
		d.Related = []analysis.RelatedInformation{{Pos: s.recovery.Pos(), End: s.recovery.End(), Message: "recovers from panics"}}
	}
	return d, true
}

// subject is what messages call the router.
func (s *server) subject() string {
	if from := s.From(); from != "" {
		return from
	}
	return s.Name
}

// advice puts the router's name into what is to be written.
func (s *server) advice(write string) string {
	name := s.subject()
	if strings.HasSuffix(name, ")") { // a call, not a variable
		return strings.NewReplacer("%s.", "its ", "%s", "it").Replace(write)
	}
	return strings.ReplaceAll(write, "%s", name)
}

// advise puts advice together: "set r.NotFound and r.MethodNotAllowed, and use …".
func advise(writes []string) string {
	var set, other []string
	for _, w := range writes {
		if what, ok := strings.CutPrefix(w, "set "); !ok {
			other = append(other, w)
		} else if !slices.Contains(set, what) {
			set = append(set, what)
		}
	}
	if len(set) == 0 {
		return join(other)
	}
	return strings.Join(append([]string{"set " + join(set)}, other...), ", and ")
}

// join joins words as a sentence does.
func join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
