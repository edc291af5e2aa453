// Package errorvalue finds where error values are made of which a response is
// made elsewhere: the errors of frameworks that handlers return and a central
// handler answers with, and a project's own.
//
// A project's own are learnt from what is done with them: a type is one of such
// errors if one of its fields becomes the status of a response.
package errorvalue

import (
	"cmp"
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// Analyzer finds the places of one package. Its result is a *Result; it reports
// nothing.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_errorvalue",
	Doc:        "summarise error values of which responses are made elsewhere",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, response.Analyzer},
	FactTypes:  []analysis.Fact{new(Makes), new(Package)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Site is a place where an error value is made, or passed on, of which a response
// is made elsewhere.
type Site struct {
	Expr   ast.Expr // the call, literal, variable or returned status
	Func   ast.Node // the *ast.FuncDecl or *ast.FuncLit around it, nil at package level
	Status response.Status
	// Texts are what of it the client gets to read: message arguments, or the
	// error itself. With the framework's default, if Framework is set.
	Texts []ast.Expr

	// Kind and Shape are what the response is like, if that is known.
	Kind  frameworks.BodyKind
	Shape jsonshape.Shape

	// Framework makes the response; nil for a project's own type, Carrier.
	Framework *frameworks.Framework
	Carrier   *types.TypeName
	// Maker is the project's function that makes the value, of this package or of
	// another; nil if it is made here.
	Maker  *types.Func
	sender *Sender // of a function's result

	// Collected: it is a call that leaves an error to a middleware (gin's c.Error).
	// Carrier stands for the errors that are left so.
	Collected bool
	// Written: a call at this place answers with it.
	Written bool
	// Plain: it is an error like any other, which a handler returns to the
	// framework.
	Plain bool
	// Default: the framework's own central handler makes the response, as far as
	// is known.
	Default bool
	// Known: who makes the response is in this package, below it, or the
	// framework; otherwise the link step decides.
	Known bool
}

// Returned reports whether it is a function's result with which the function's
// caller answers.
func (s *Site) Returned() bool { return s.sender != nil }

// Result is what Analyzer found in one package.
type Result struct {
	Sites []*Site // in the order of the source
	// Central are the frameworks for whose errors this package, or one below it,
	// installs a handler of its own, by name.
	Central map[string]bool
	// Serves are the frameworks of which this package makes a server, and Handles
	// those for whose errors it installs a handler itself, by name.
	Serves, Handles []string
	// Senders are the places of the package that make responses of carriers.
	Senders []*Sender

	collecting []*frameworks.Framework // that the package imports

	res  *response.Result
	made map[frameworks.Type]bool // carriers made with the status of an error, here or below
}

// Sent returns the carriers that have a name and of which the package makes
// responses.
func (r *Result) Sent() (names []*types.TypeName) {
	for _, s := range r.Senders {
		if s.name != nil && !slices.Contains(names, s.name) {
			names = append(names, s.name)
		}
	}
	return names
}

// CarriersOf returns the carriers that have a name and of which a write makes a
// response.
func (r *Result) CarriersOf(w *response.Write) (names []*types.TypeName) {
	for _, s := range r.Senders {
		if s.name != nil && !slices.Contains(names, s.name) && slices.Contains(r.res.WritesOf(s.Call), w) {
			names = append(names, s.name)
		}
	}
	return names
}

// SendsErrors reports whether a write makes a response of values of which this
// package, or one below it, makes some with the status of an error.
func (r *Result) SendsErrors(w *response.Write) bool {
	return w.Complete() && w.Status.MayBeError() && (slices.ContainsFunc(r.SitesOf(w), func(s *Site) bool { return s.Collected || s.Status.IsError() }) ||
		slices.ContainsFunc(r.CarriersOf(w), func(t *types.TypeName) bool { return r.made[frameworks.TypeOf(t.Type())] }))
}

// SitesOf returns the values that a write makes a response of, of those that are
// made in this package.
func (r *Result) SitesOf(w *response.Write) (sites []*Site) {
	for _, s := range r.Senders {
		if !slices.Contains(r.res.WritesOf(s.Call), w) {
			continue
		}
		for _, site := range r.Sites {
			if (site.sender == s || s.sig == nil && s.name != nil && site.Carrier == s.name) && !slices.Contains(sites, site) {
				sites = append(sites, site)
			}
		}
	}
	return sites
}

// builder computes the Result of one package.
type builder struct {
	pass   *analysis.Pass
	info   *types.Info
	in     *inspector.Inspector
	res    *response.Result
	result *Result

	values  map[frameworks.Func]value
	types   map[frameworks.Type]typ
	same    map[frameworks.Func]bool
	central map[frameworks.Func]*frameworks.Framework
	new     map[frameworks.Func]*frameworks.Framework
	usual   map[frameworks.Func]bool // central handlers that are the default

	collect map[frameworks.Func]collector

	decls map[*types.Func]*ast.FuncDecl
	vars  map[*types.Var]ast.Expr // of package level, with the value they begin with
	makes map[*types.Func]*Makes  // nil while it is computed, and for those that make none
	known map[*types.Var]*Makes

	carriers []Carrier // of this package and of those below it
	packages map[string]*types.Package
}

type value struct {
	frameworks.ErrorValue
	framework *frameworks.Framework
}

type typ struct {
	frameworks.ErrorType
	framework *frameworks.Framework
}

func run(pass *analysis.Pass) (any, error) {
	b := newBuilder(pass)
	if b.relevant() {
		b.index()
		b.installed()
		b.senders()
		b.sites()
		b.results()
		for _, s := range b.result.Sites {
			if s.Carrier != nil && (s.Collected || s.Status.IsError()) {
				b.result.made[frameworks.TypeOf(s.Carrier.Type())] = true
			}
		}
		slices.SortFunc(b.result.Sites, func(s, t *Site) int {
			return cmp.Or(cmp.Compare(s.Expr.Pos(), t.Expr.Pos()), cmp.Compare(s.Expr.End(), t.Expr.End()))
		})
		b.export()
	}
	return b.result, nil
}

func newBuilder(pass *analysis.Pass) *builder {
	b := &builder{
		pass:    pass,
		info:    pass.TypesInfo,
		in:      pass.ResultOf[inspect.Analyzer].(*inspector.Inspector),
		res:     pass.ResultOf[response.Analyzer].(*response.Result),
		result:  &Result{Central: make(map[string]bool), res: pass.ResultOf[response.Analyzer].(*response.Result), made: make(map[frameworks.Type]bool)},
		values:  make(map[frameworks.Func]value),
		types:   make(map[frameworks.Type]typ),
		same:    make(map[frameworks.Func]bool),
		central: make(map[frameworks.Func]*frameworks.Framework),
		new:     make(map[frameworks.Func]*frameworks.Framework),
		usual:   make(map[frameworks.Func]bool),
		collect: make(map[frameworks.Func]collector),
		decls:   make(map[*types.Func]*ast.FuncDecl),
		vars:    make(map[*types.Var]ast.Expr),
		makes:   make(map[*types.Func]*Makes),
		known:   make(map[*types.Var]*Makes),
	}
	return b
}

// relevant reports whether the package can have such values: it imports a
// framework that has them, or a package that was found to make some.
func (b *builder) relevant() bool {
	if frameworks.Standard(b.pass) || b.listed() {
		return false
	}
	found := false
	for _, p := range b.pass.Pkg.Imports() {
		found = found || p.Path() == "net/http"
		for _, f := range frameworks.All() {
			if f.Errors != nil && slices.Contains(f.Packages, p.Path()) {
				b.table(f)
				found = true
			}
			if len(f.Collect) > 0 && slices.Contains(f.Packages, p.Path()) {
				b.collectors(f)
				found = true
			}
		}
		fact := new(Package)
		if b.pass.ImportPackageFact(p, fact) {
			found = true
			for _, name := range fact.Central {
				b.result.Central[name] = true
			}
			for _, t := range fact.Made {
				b.result.made[t] = true
			}
			for _, c := range fact.Carriers {
				if !slices.ContainsFunc(b.carriers, c.is) {
					b.carriers = append(b.carriers, c)
				}
			}
		}
	}
	return found
}

// listed reports whether the tables speak for the package.
func (b *builder) listed() bool {
	return slices.ContainsFunc(frameworks.All(), func(f *frameworks.Framework) bool {
		return f.Errors != nil && slices.Contains(f.Packages, b.pass.Pkg.Path())
	})
}

// table adds what is known of a framework.
func (b *builder) table(f *frameworks.Framework) {
	for _, v := range f.Errors.Values {
		b.values[v.Func] = value{v, f}
	}
	for _, t := range f.Errors.Types {
		b.types[t.Type] = typ{t, f}
	}
	for _, s := range f.Errors.Same {
		b.same[s] = true
	}
	for _, c := range f.Errors.Central {
		b.central[c] = f
	}
	for _, n := range f.Errors.New {
		b.new[n] = f
	}
	for _, d := range f.Errors.Default {
		b.usual[d] = true
	}
}

// index finds the package's functions and variables.
func (b *builder) index() {
	for _, file := range b.pass.Files {
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if fn, ok := b.info.Defs[d.Name].(*types.Func); ok && d.Body != nil {
					b.decls[fn] = d
				}
			case *ast.GenDecl:
				b.indexVars(d)
			}
		}
	}
}

func (b *builder) indexVars(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		s, ok := spec.(*ast.ValueSpec)
		if !ok || len(s.Names) != len(s.Values) {
			continue
		}
		for i, name := range s.Names {
			if v, ok := b.info.Defs[name].(*types.Var); ok {
				b.vars[v] = s.Values[i]
			}
		}
	}
}
