// Package response summarises what each function does to an HTTP response:
// which statuses it sends, from constants or from its parameters, and what
// bodies. It learns a project's own helpers from what they do, in this package,
// in those it imports, and in other modules.
package response

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
)

// Analyzer computes the summaries. Its result is a *Result; it reports nothing.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_response",
	Doc:        "summarise what functions write to HTTP responses",
	Run:        run,
	FactTypes:  []analysis.Fact{new(Writes), new(Returns), new(Statuses), new(Package)},
	ResultType: reflect.TypeFor[*Result](),
}

// Status is what is known of a response's status.
type Status struct {
	Codes []int // the constants that it can be; none if it is not known
	Param int   // index of the parameter that it is taken from, or None
	// Implicit: the function does not set it; it is that of an earlier call,
	// and 200 if there was none.
	Implicit bool
}

// None stands for "no parameter".
const None = frameworks.None

// IsError reports whether the status is known to be one of 400 to 599.
func (s Status) IsError() bool {
	return len(s.Codes) > 0 && !slices.ContainsFunc(s.Codes, func(c int) bool { return c < 400 || c > 599 })
}

// MayBeError reports whether the status is not known to be none of 400 to 599.
func (s Status) MayBeError() bool {
	return len(s.Codes) == 0 || slices.ContainsFunc(s.Codes, func(c int) bool { return c >= 400 && c <= 599 })
}

// Body is what is known of a response's body.
type Body struct {
	Kind        frameworks.BodyKind
	Shape       jsonshape.Shape // of a body of JSON, and of a text that is JSON
	ContentType string          // as the function declares it, or ""
	// Param is the index of the parameter that is the body, or None: encoded
	// if Kind is BodyJSON, sent as it is otherwise.
	Param int
}

// Outcome is one way in which a function answers.
type Outcome struct {
	Status Status
	Body   Body
	// StatusOnly: the function sends no body on some path, but its caller still
	// can.
	StatusOnly bool
	// Errors: this is an error response whatever the status, since it carries
	// an error's text or goes through a function for errors.
	Errors bool
	// Judged: the function that answers so is itself a place where a rule looks
	// at the response, since it is known to be one of an error.
	Judged bool
	// Aborts: later handlers of a gin chain do not run.
	Aborts bool
	// Default: the response is that of the framework's central error handler, in
	// whose place the application can set its own.
	Default bool
	// Collects: an error is recorded as well, of which a middleware may make a
	// body.
	Collects bool
}

// Writes is the fact about a function that answers through a parameter or a
// field of its receiver.
type Writes struct {
	Outcomes []Outcome
	Module   string // path of the module that declares the function
	Certainty
}

func (*Writes) AFact() {}

// Returns is the fact about a function that returns the value of a response
// body.
type Returns struct{ Shape jsonshape.Shape }

func (*Returns) AFact() {}

// Package is the fact about a package whose functions were summarised.
type Package struct {
	Module string
	// Envelopes are those that the package, or one of the same module that it
	// imports, declares with //prodvet:envelope.
	Envelopes []Envelope
	// FillsErrors: a gin middleware, of this package or of one that it imports,
	// makes responses of the errors that handlers collect.
	FillsErrors bool
}

func (*Package) AFact() {}

// Envelope is a declared error envelope.
type Envelope struct {
	Shape  jsonshape.Shape // unknown if it cannot be told
	Writer frameworks.Func // the function that carries the directive, or zero
	Name   string          // of the type or function that carries it
}

// Write is a place that decides what a response is like: where a function of a
// framework or of another module is called, or where a helper is handed the
// body or the status that makes the response what it is.
type Write struct {
	Outcome
	Call *ast.CallExpr // writes the body; sets the status if there is none
	// StatusCall sets the status, where another call does.
	StatusCall *ast.CallExpr
	Callee     *types.Func // what Call calls; nil for a function literal
	Func       ast.Node    // the *ast.FuncDecl or *ast.FuncLit around it
	Fn         *types.Func // the same, if it is a declaration
	Traits     *Traits     // of that function
	// Calls are those of the helper that Call stands in, with an error's status.
	Calls []*ast.CallExpr
	// Error: the response is known to be an error's.
	Error bool
	// Foreign: Callee is a helper that decides about the response alone;
	// OtherModule: and it is one of another module.
	Foreign, OtherModule bool

	uses    []use
	helper  bool // the status or the body's text come from the caller
	pending bool // no body, but a caller may write one
	held    bool // and without one the status is lost
	ended   bool // no caller writes one
}

// Complete reports whether w sends all that there is of a response: no caller
// adds a body to a status.
func (w *Write) Complete() bool { return !w.pending || w.ended }

// use is a call of the helper that a Write stands in.
type use struct {
	write    *Write // as seen at the call
	followed bool   // a body is written after it
}

// Result is what Analyzer found in one package.
type Result struct {
	// Writes are the places that decide about a response, in no order.
	Writes []*Write
	// Implicit are the places where a handler answers in JSON and nothing sets a
	// status: it is 200.
	Implicit []*Write
	// Envelopes are declared by this package; Imported by those it imports,
	// directly or not, of the same module.
	Envelopes, Imported []Envelope
	// Misplaced are the directives that stand above nothing they could mean.
	Misplaced []*ast.Comment
	// FillsErrors: see Package. Fillers are the functions of this package that do
	// so, in no order.
	FillsErrors bool
	Fillers     []ast.Node
	// Errors counts the error responses of the package, one for each place that
	// sends one, by kind of body.
	Errors map[frameworks.BodyKind]int

	calls    map[*ast.CallExpr][]Outcome
	tables   map[*ast.CallExpr]frameworks.Writer
	funcs    map[*types.Func]*Writes
	imported map[*types.Func]*Writes
	uses     map[*types.Func]int
	declare  map[*types.Package]bool
	pass     *analysis.Pass
	builder  *builder // answers what is asked later
	byCall   map[*ast.CallExpr][]*Write
	// onFailure are the calls of functions that answer only if they fail.
	onFailure map[*ast.CallExpr]bool
}

// Call returns the ways in which a call answers, with what is known at this
// call: none if it does not answer or nothing is known of it.
func (r *Result) Call(call *ast.CallExpr) []Outcome { return r.calls[call] }

// AnswersOnFailure reports whether a call is one of a framework's functions that
// do something else, and answer if that fails (gin's BindJSON).
func (r *Result) AnswersOnFailure(call *ast.CallExpr) bool { return r.onFailure[call] }

// Answers reports whether any call of the package answers.
func (r *Result) Answers() bool { return len(r.calls)+len(r.onFailure) > 0 }

// Primitive returns the row of the tables for a call that answers by a function
// of a framework; ok is false if it is none.
func (r *Result) Primitive(call *ast.CallExpr) (w frameworks.Writer, ok bool) {
	w, ok = r.tables[call]
	return w, ok
}

// Calls returns the calls that answer, with what is known at each.
func (r *Result) Calls() map[*ast.CallExpr][]Outcome { return r.calls }

// Of returns the ways in which fn answers, a function of this package or of
// another; nil if it does not.
func (r *Result) Of(fn *types.Func) *Writes {
	fn = fn.Origin()
	if w := r.funcs[fn]; w != nil || fn.Pkg() == r.pass.Pkg {
		return w
	}
	if w := new(Writes); r.pass.ImportObjectFact(fn, w) {
		return w
	}
	return nil
}

// Helpers returns the functions of this package, and of those that it imports,
// that answer through a parameter or their receiver.
func (r *Result) Helpers() map[*types.Func]*Writes {
	all := make(map[*types.Func]*Writes)
	for fn, w := range r.imported {
		all[fn] = w
	}
	for fn, w := range r.funcs {
		all[fn] = w
	}
	return all
}

// Declares reports whether pkg, an import of this package, knows a declared
// envelope.
func (r *Result) Declares(pkg *types.Package) bool { return r.declare[pkg] }

// Uses returns how many calls of fn the package has.
func (r *Result) Uses(fn *types.Func) int { return r.uses[fn] }

func run(pass *analysis.Pass) (any, error) {
	b := newBuilder(pass)
	if !b.relevant() {
		return b.result, nil
	}
	for _, f := range frameworks.All() {
		b.learn(f)
	}
	b.importFacts()
	b.index()
	b.directives()
	b.summarise()
	b.declareWriters()
	b.settle()
	b.exportFacts()
	return b.result, nil
}
