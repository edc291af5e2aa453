// Package census counts how a package answers errors: in which forms, through
// which of the project's functions, at how many places.
package census

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/envelope"
	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// Analyzer takes the census of one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_census",
	Doc:        "count how a package answers errors",
	Requires:   []*analysis.Analyzer{response.Analyzer, errorvalue.Analyzer},
	FactTypes:  []analysis.Fact{new(Census)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Census is the fact about a package that answers errors.
type Census struct {
	Module string
	Forms  []envelope.Form
}

func (*Census) AFact() {}

// Result is the census of a package and of those that it imports.
type Result struct {
	// Own are the forms of the package itself.
	Own []envelope.Form
	// Below are the packages of the same module that it imports, directly or
	// not, and that answer errors.
	Below []envelope.Package
	// Fills: a middleware of the package makes responses of the errors that
	// handlers collect.
	Fills bool
}

func run(pass *analysis.Pass) (any, error) {
	res := pass.ResultOf[response.Analyzer].(*response.Result)
	r := &Result{Fills: len(res.Fillers) > 0}
	c := &counter{pass: pass, res: res, counted: make(map[*ast.CallExpr]bool), silent: make(map[*token.File]bool)}
	for _, f := range pass.Files {
		if tf := pass.Fset.File(f.FileStart); tf != nil {
			c.silent[tf] = strings.HasSuffix(tf.Name(), "_test.go") || ast.IsGenerated(f)
		}
	}
	c.writes()
	c.calls()
	c.values = pass.ResultOf[errorvalue.Analyzer].(*errorvalue.Result)
	c.carried()
	c.central()
	r.Own = wrappers(c.forms)
	envelope.Sort(r.Own)
	if len(r.Own) > 0 {
		pass.ExportPackageFact(&Census{Module: module(pass), Forms: r.Own})
	}
	for _, f := range pass.AllPackageFacts() {
		if fact, ok := f.Fact.(*Census); ok && f.Package != pass.Pkg && fact.Module == module(pass) {
			r.Below = append(r.Below, envelope.Package{Path: f.Package.Path(), Forms: fact.Forms})
		}
	}
	slices.SortFunc(r.Below, envelope.Compare)
	return r, nil
}

// Service returns the forms of the package and of all that it imports together.
func (r *Result) Service() []envelope.Form {
	return envelope.Merge(append([]envelope.Package{{Forms: r.Own}}, r.Below...))
}

func module(pass *analysis.Pass) string {
	if pass.Module == nil {
		return ""
	}
	return pass.Module.Path
}

// counter takes the census of one package.
type counter struct {
	pass    *analysis.Pass
	res     *response.Result
	values  *errorvalue.Result
	forms   []envelope.Form
	counted map[*ast.CallExpr]bool
	silent  map[*token.File]bool // tests and generated files
}

// writes counts the responses that are known to be errors.
func (c *counter) writes() {
	for _, w := range c.res.Writes {
		switch {
		case w.Error && len(w.Calls) > 0: // at the calls of the helper
			for _, call := range w.Calls {
				c.count(call, w.Outcome, w.Traits, w.Fn, true)
			}
		case w.Error && w.Callee != nil && c.project(w.Callee):
			c.count(w.Call, w.Outcome, w.Traits, w.Callee, true)
		case w.Error, w.Body.Kind == frameworks.BodyJSON && failure(w.Body.Shape):
			c.count(w.Call, w.Outcome, w.Traits, nil, true)
		}
	}
}

// calls counts the calls of the project's writers whose status is not known, or
// whose body says what it is.
func (c *counter) calls() {
	for call, outcomes := range c.res.Calls() {
		fn := typeutil.StaticCallee(c.pass.TypesInfo, call)
		if fn == nil || c.counted[call] || !c.project(fn) || !Writes(fn) {
			continue
		}
		o, ok := answer(outcomes)
		if !ok {
			continue
		}
		switch {
		case failure(o.Body.Shape):
			c.count(call, o, nil, fn, true)
		case givesError(c.pass.TypesInfo, call): // with whatever status
			c.count(call, o, nil, fn, !givesNil(c.pass.TypesInfo, call))
		case o.Body.Kind == frameworks.BodyJSON:
			c.count(call, o, nil, fn, false)
		}
	}
}

// maxKeys is the number of keys beyond which an object is data and no envelope.
const maxKeys = 8

// wrappers leaves out the answers of helpers that are given what they encode:
// only one that always sends the same object puts it round all that the service
// answers, errors among it.
func wrappers(forms []envelope.Form) []envelope.Form {
	shapes := make(map[string]int)
	for _, f := range forms {
		shapes[f.Helper]++
	}
	return slices.DeleteFunc(forms, func(f envelope.Form) bool {
		if f.Sites > 0 || f.Central {
			return false
		}
		s := envelope.ShapeOf(f.Shape)
		return shapes[f.Helper] > 1 || s.Type != jsonshape.Object || len(s.Keys) == 0 || len(s.Keys) > maxKeys
	})
}

// answer returns what a call of a helper is mostly for: JSON, where it answers
// in several ways.
func answer(outcomes []response.Outcome) (o response.Outcome, ok bool) {
	object := func(o response.Outcome) bool {
		return o.Body.Kind == frameworks.BodyJSON && o.Body.Shape.Type == jsonshape.Object
	}
	for _, fits := range []func(o response.Outcome) bool{
		func(o response.Outcome) bool { return object(o) && o.Status.MayBeError() && !o.Status.Implicit },
		object,
		func(o response.Outcome) bool {
			return o.Body.Kind == frameworks.BodyJSON || o.Body.Kind == frameworks.BodyText
		},
	} {
		if i := slices.IndexFunc(outcomes, fits); i >= 0 {
			return outcomes[i], true
		}
	}
	return o, false
}

func (c *counter) count(call *ast.CallExpr, o response.Outcome, t *response.Traits, helper *types.Func, isError bool) {
	if c.counted[call] || c.silent[c.pass.Fset.File(call.Pos())] {
		return
	}
	c.counted[call] = true
	kind, ok := kindOf(o.Body.Kind, t)
	if !ok {
		return
	}
	f := envelope.Form{Kind: kind}
	if o.Collects {
		f.Via = envelope.Collected
	}
	if kind == envelope.JSON {
		f.Shape = envelope.TextOf(o.Body.Shape)
	}
	if helper != nil {
		f.Helper = frameworks.FuncOf(helper).String()
	}
	if isError {
		f.Sites = 1
	} else {
		f.Answers = 1
	}
	c.forms = envelope.Add(c.forms, f)
}

func kindOf(k frameworks.BodyKind, t *response.Traits) (envelope.Kind, bool) {
	switch k {
	case frameworks.BodyJSON:
		return envelope.JSON, true
	case frameworks.BodyHTML:
		return envelope.HTML, true
	case frameworks.BodyOther:
		return envelope.Other, true
	case frameworks.BodyText, frameworks.BodyEmpty:
		if t != nil && t.Surface != "" && t.Surface != "text" {
			if t.Surface == "page" || t.Surface == "redirect" {
				return envelope.HTML, true
			}
			return envelope.Other, true
		}
		if k == frameworks.BodyText {
			return envelope.Text, true
		}
		return envelope.Empty, true
	}
	return "", false
}

// failure reports whether a body says itself that it is an error's.
func failure(s jsonshape.Shape) bool {
	for _, k := range s.Keys {
		switch k.Name {
		case "success", "ok":
			if k.Value == "false" {
				return true
			}
		case "status", "result":
			if slices.Contains([]string{`"error"`, `"fail"`, `"failed"`, `"failure"`, `"KO"`}, k.Value) {
				return true
			}
		}
	}
	return false
}

// project reports whether fn is the project's: of this module, and no handler.
func (c *counter) project(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if fn.Pkg() == c.pass.Pkg {
		return true
	}
	w := c.res.Of(fn)
	return w != nil && w.Module == module(c.pass)
}

// Writes reports whether fn is a helper and not a handler that happens to
// answer: its status or its body depend on its caller.
func Writes(fn *types.Func) bool {
	params := fn.Signature().Params()
	for i := range params.Len() {
		t := params.At(i).Type()
		if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&(types.IsString|types.IsInteger) != 0 {
			return true
		}
		if expr.IsErrorType(t) {
			return true
		}
	}
	return false
}

// errorArgument returns the argument for the first parameter that is an error.
func errorArgument(info *types.Info, call *ast.CallExpr) ast.Expr {
	sig, ok := info.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return nil
	}
	for i := range min(sig.Params().Len(), len(call.Args)) {
		if expr.IsErrorType(sig.Params().At(i).Type()) {
			return call.Args[i]
		}
	}
	return nil
}

func givesError(info *types.Info, call *ast.CallExpr) bool { return errorArgument(info, call) != nil }

func givesNil(info *types.Info, call *ast.CallExpr) bool {
	arg := errorArgument(info, call)
	return arg != nil && info.Types[arg].IsNil()
}
