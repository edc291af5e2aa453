// Package callgraph summarises, for the link step, what a package's functions
// call, store and hand on, and keeps the findings of rules that wait for the
// answer whether a request gets there.
//
// It does so only in the standalone run. In all other drivers its result does
// nothing.
package callgraph

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/summary/census"
	"github.com/prodvet/prodvet/internal/summary/errortext"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/requestpath"
	"github.com/prodvet/prodvet/internal/suppress"
)

// Analyzer summarises one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_callgraph",
	Doc:        "summarise what functions call, for the whole-program step",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, requestpath.Analyzer, errorvalue.Analyzer, census.Analyzer, errortext.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	Run: func(pass *analysis.Pass) (any, error) {
		return &Result{
			pass:   pass,
			path:   pass.ResultOf[requestpath.Analyzer].(*requestpath.Result),
			values: pass.ResultOf[errorvalue.Analyzer].(*errorvalue.Result),
			census: pass.ResultOf[census.Analyzer].(*census.Result),
			texts:  pass.ResultOf[errortext.Analyzer].(*errortext.Result),
		}, nil
	},
}

// Path stands in a candidate's message for how a request gets there; see
// [link.Path].
const Path = link.Path

// Result is the summary of one package. Without Record it does not change.
type Result struct {
	pass       *analysis.Pass
	path       *requestpath.Result
	values     *errorvalue.Result
	census     *census.Result
	texts      *errortext.Result
	recording  bool
	candidates []candidate
	allows     map[string][]*types.Func
	carriers   []carrierCandidate
	allowed    []*types.Func
	servers    []Server
	configured []configured
	errors     link.Errors
	bodies     bodies
	gaps       []link.Gap
	open       []string
}

type candidate struct {
	rule  string
	known bool // to be reached by a request
	cause *Cause
	analysis.Diagnostic
}

// Record makes the result keep candidates; see [link.Mapper].
func (r *Result) Record() { r.recording = true }

// Linking reports whether the link step follows. What it will say in the place
// itself, a rule need not say elsewhere.
func (r *Result) Linking() bool { return r.recording }

// IfReached reports d if a request gets to the function in which d lies: the
// innermost function or function literal round d.Pos. Rules call it for
// findings in functions that the package alone does not know to be on a request
// path; those that it knows they report themselves.
//
// It is the link step that answers, so that in drivers without it nothing is
// reported. Directives count as used in all drivers alike: what one driver
// reports, a directive must suppress without another driver calling it useless.
//
// d.Message holds Path once, where the way of the request is to be told.
func (r *Result) IfReached(report *suppress.Reporter, d analysis.Diagnostic) {
	if d, ok := report.Finding(d); ok && r.recording {
		r.candidates = append(r.candidates, candidate{rule: report.Rule(), Diagnostic: d})
	}
}

// ReachedByCause reports d as IfReached does, or if known is set in any case; many
// of one cause are one finding in their place.
func (r *Result) ReachedByCause(report *suppress.Reporter, d analysis.Diagnostic, known bool, cause Cause) {
	if d, ok := report.Finding(d); ok && r.recording {
		r.candidates = append(r.candidates, candidate{report.Rule(), known, &cause, d})
	}
}

// AllowReached tells that a directive suppresses a rule's findings at functions of
// the package, if they are causes of ReachedByCause.
func (r *Result) AllowReached(rule string, fns ...*types.Func) {
	if r.recording {
		if r.allows == nil {
			r.allows = make(map[string][]*types.Func)
		}
		r.allows[rule] = append(r.allows[rule], fns...)
	}
}
