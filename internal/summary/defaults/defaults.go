// Package defaults summarises what a service is configured with when nobody has
// configured anything, as far as other packages need to know it to follow a
// policy: which functions look a setting up and have a fallback for it, and what
// the settings that have to do with other origins are by default.
//
// It is learnt from bodies, by facts across packages. Names only say which
// settings are worth a fact.
package defaults

import (
	"cmp"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// Analyzer computes the summaries of one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_defaults",
	Doc:        "summarise what settings are by default",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, values.Analyzer},
	FactTypes:  []analysis.Fact{new(Default), new(Fallback), new(Keys)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Default is what a variable, a field, or the result of a function without
// parameters is by default.
type Default struct{ values.Known }

func (*Default) AFact() {}

func (d *Default) String() string { return "default:" + text(d.Known) }

// Fallback is a function that looks a setting up and returns one of its
// parameters if there is none.
type Fallback struct {
	Key int // the index of the parameter that names the setting, or -1
	// Fallback is the index of the parameter that it returns by default.
	Fallback int
}

func (*Fallback) AFact() {}

func (*Fallback) String() string { return "fallback" }

// Keys are the defaults that a package, or one that it imports, sets for keys
// of a configuration library, sorted by key.
type Keys struct{ Defaults []KeyDefault }

// KeyDefault is the default of one key, which is in lower case.
type KeyDefault struct {
	Key string
	values.Known
}

func (*Keys) AFact() {}

func (k *Keys) String() string {
	s := "keys:"
	for _, d := range k.Defaults {
		s += " " + d.Key + "=" + text(d.Known)
	}
	return s
}

func text(k values.Known) string {
	if k.List {
		return "[" + strings.Join(k.Items, ",") + "]"
	}
	return strings.Join(k.Items, ",")
}

// Result is what the package and those that it imports are known to do. It is
// the [values.Foreign] of views on the package. Its methods may be called
// concurrently.
type Result struct {
	mu sync.Mutex
	*summary
}

var _ values.Foreign = (*Result)(nil)

// summary is Result for those who hold its lock, and for the views that they
// ask.
type summary struct {
	pass      *analysis.Pass
	info      *types.Info
	values    *values.Result
	always    *values.View // in production
	view      *values.View // in production, by default
	body      *values.View // the same, for functions as such
	open      *values.View // as view, whoever calls a function
	libraries []*frameworks.Settings
	fallbacks map[*types.Func]*Fallback
	parents   map[*types.Named][]*types.Var // the fields of the package's structs, by the struct type that they have
	keys      map[string]values.Known
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{summary: &summary{
		pass:      pass,
		info:      pass.TypesInfo,
		values:    pass.ResultOf[values.Analyzer].(*values.Result),
		fallbacks: make(map[*types.Func]*Fallback),
		parents:   make(map[*types.Named][]*types.Var),
		keys:      make(map[string]values.Known),
		libraries: frameworks.AllSettings(),
	}}
	if frameworks.Standard(pass) {
		return r, nil
	}
	s := r.summary
	s.always = s.values.Production(nil, nil).WithForeign(s)
	s.view = s.always.ByDefault()
	s.open = s.view.Unbound()
	s.body = s.view.Unbound()
	s.importKeys()
	c := s.scan(pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root())
	s.exportFallbacks(c)
	s.ownKeys()
	s.exportKeys()
	s.exportDefaults(c)
	return r, nil
}

// Known implements [values.Foreign].
func (r *Result) Known(obj types.Object) (values.Known, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.summary.Known(obj)
}

// Fallback implements [values.Foreign]. It knows the package's own functions as
// well, and those that are not exported.
func (r *Result) Fallback(fn *types.Func) (key, fallback int, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.summary.Fallback(fn)
}

// KeyDefault implements [values.Foreign]. It knows the package's own keys as
// well.
func (r *Result) KeyDefault(key string) (values.Known, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.summary.KeyDefault(key)
}

func (s *summary) Known(obj types.Object) (values.Known, bool) {
	if !s.isForeign(obj) {
		return values.Known{}, false
	}
	var d Default
	ok := s.pass.ImportObjectFact(origin(obj), &d)
	return d.Known, ok
}

func (s *summary) Fallback(fn *types.Func) (key, fallback int, ok bool) {
	if fn == nil || fn.Signature().Results().Len() != 1 || fn.Signature().Params().Len() == 0 {
		return 0, 0, false
	}
	f := s.fallback(fn.Origin())
	if f == nil {
		return 0, 0, false
	}
	return f.Key, f.Fallback, true
}

func (s *summary) KeyDefault(key string) (values.Known, bool) {
	k, ok := s.keys[strings.ToLower(key)]
	return k, ok
}

// isForeign reports whether obj is of another package whose facts may be known.
func (s *summary) isForeign(obj types.Object) bool {
	return obj != nil && obj.Pkg() != nil && obj.Pkg() != s.pass.Pkg && !frameworks.StandardPath(obj.Pkg().Path(), "")
}

// origin returns the declared form of an instantiated function or field.
func origin(obj types.Object) types.Object {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Origin()
	case *types.Var:
		return obj.Origin()
	}
	return obj
}

func (s *summary) exportFallbacks(c candidates) {
	for _, decl := range c.lookups {
		fn, ok := s.info.Defs[decl.Name].(*types.Func)
		if !ok {
			continue
		}
		if f := s.fallback(fn); f != nil {
			s.pass.ExportObjectFact(fn, f)
		}
	}
}

func (s *summary) exportDefaults(c candidates) {
	export := func(obj types.Object, k values.Known, ok bool) {
		if ok && obj.Pkg() == s.pass.Pkg { // and not a field of type T other.T
			s.pass.ExportObjectFact(obj, &Default{k})
		}
	}
	for _, cell := range c.cells {
		k, ok := s.ofCell(cell)
		if text, tagged := cell.tagDefault(); tagged && s.overwrites(cell.obj) && (!ok || strings.Join(k.Items, ",") != text) {
			export(cell.obj, values.Known{}, true) // one or the other
			continue
		}
		export(cell.obj, k, ok && matters(cell.words, k))
	}
	for _, g := range c.getters {
		k, ok := s.ofGetter(g)
		export(g.fn, k, ok && matters(g.words, k))
	}
}

func (s *summary) exportKeys() {
	if len(s.keys) == 0 {
		return
	}
	var fact Keys
	for key, k := range s.keys {
		fact.Defaults = append(fact.Defaults, KeyDefault{key, k})
	}
	slices.SortFunc(fact.Defaults, func(a, b KeyDefault) int { return cmp.Compare(a.Key, b.Key) })
	s.pass.ExportPackageFact(&fact)
}

// isName reports whether e is the identifier of obj.
func (s *summary) isName(e ast.Expr, obj types.Object) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && s.info.Uses[id] == obj
}
