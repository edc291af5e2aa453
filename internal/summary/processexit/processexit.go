// Package processexit finds the calls that end the process, or the goroutine,
// and tells the importers of a function which of its calls do.
//
// It is learnt from bodies, by facts across packages: a logger's Fatal is one
// that ends in os.Exit. What is known of packages whose source is not analysed
// comes from internal/frameworks.
package processexit

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/recovery"
	"github.com/prodvet/prodvet/internal/summary/requestpath"
	"github.com/prodvet/prodvet/internal/suppress"
)

// Analyzer summarises the functions of one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_processexit",
	Doc:        "summarise which functions end the process",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, recovery.Analyzer, requestpath.Analyzer},
	FactTypes:  []analysis.Fact{new(Fact)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Fact says how calls of a function end the process.
type Fact struct {
	// Ends: every call does. It is nil if not.
	Ends *Ending
	// Levels are constants with which a call does, as that of a logger's level.
	Levels []Level
	// May are the places where a call does if there is an error, and that the
	// function's own package does not report.
	May []Ending
}

// Ending is a call that ends the process, or the goroutine.
type Ending struct {
	How   frameworks.How
	Call  string // as it is written: "os.Exit"
	Place string // "package/file.go:12"
}

// Level says that a call ends the process if an argument is this constant.
type Level struct {
	Param int
	Value string // exact
	Ending
}

func (*Fact) AFact() {}

func (f *Fact) String() string {
	s := "exits:"
	if f.Ends != nil {
		s += " always"
	}
	if len(f.Levels) > 0 {
		s += " at a level"
	}
	for _, e := range f.May {
		s += " " + e.Place
	}
	return s
}

func (f *Fact) empty() bool { return f.Ends == nil && len(f.Levels) == 0 && len(f.May) == 0 }

// maxMay bounds a fact's size. A message names one.
const maxMay = 4

// Result tells which calls end the process. It does not change.
type Result struct {
	pass     *analysis.Pass
	info     *types.Info
	recovery *recovery.Result
	path     *requestpath.Result
	decls    map[*types.Func]*ast.FuncDecl
	values   map[*types.Var]ast.Expr // variables and fields that are set once; nil: set more often
	hooked   map[string]bool         // packages whose hooks this one uses, for all calls or for some
	facts    map[*types.Func]*Fact
	may      map[*types.Func][]Ending
	methods  map[string][]*types.Func // the package's methods by name
	dropped  *suppress.Reporter
	ignored  []token.Pos
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pass:     pass,
		info:     pass.TypesInfo,
		recovery: pass.ResultOf[recovery.Analyzer].(*recovery.Result),
		path:     pass.ResultOf[requestpath.Analyzer].(*requestpath.Result),
		decls:    make(map[*types.Func]*ast.FuncDecl),
		facts:    make(map[*types.Func]*Fact),
		may:      make(map[*types.Func][]Ending),
		methods:  make(map[string][]*types.Func),
	}
	if frameworks.Standard(pass) {
		return r, nil
	}
	r.dropped = suppress.For(pass, "processexit")
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	r.values = singleValues(in, pass)
	r.hooked = hooked(pass)
	var order []*types.Func
	for c := range in.Root().Preorder((*ast.FuncDecl)(nil)) {
		decl := c.Node().(*ast.FuncDecl)
		fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func)
		if !ok || decl.Body == nil {
			continue
		}
		r.decls[fn] = decl
		order = append(order, fn)
		if decl.Recv != nil {
			r.methods[fn.Name()] = append(r.methods[fn.Name()], fn)
		}
	}
	for _, fn := range order {
		if fn.Exported() {
			r.export(fn)
		}
	}
	for _, name := range pass.Pkg.Scope().Names() {
		if t, ok := pass.Pkg.Scope().Lookup(name).(*types.TypeName); ok && types.IsInterface(t.Type()) && !t.IsAlias() {
			r.exportMethods(t)
		}
	}
	return r, nil
}

// export exports what calls of fn do. What fn may do is left out if its own
// package reports it.
func (r *Result) export(fn *types.Func) {
	f := *r.fact(fn)
	if f.Ends == nil && !r.path.Has(fn) {
		f.May = r.mayEnd(fn)
	}
	if !f.empty() {
		r.pass.ExportObjectFact(fn, &f)
	}
}

// exportMethods exports what calls of an interface's methods do.
func (r *Result) exportMethods(t *types.TypeName) {
	iface, ok := t.Type().Underlying().(*types.Interface)
	if !ok {
		return // a type parameter's
	}
	for m := range iface.ExplicitMethods() {
		if m.Pkg() != r.pass.Pkg {
			continue // type Logger other.Logger
		}
		if f := r.fact(m); m.Exported() && !f.empty() {
			r.pass.ExportObjectFact(m, f)
		}
	}
}

// drop reports whether a finding at pos is dropped in this package, so that it
// shall not be carried to others.
func (r *Result) drop(pos token.Pos) bool {
	if !r.dropped.Suppressed(pos) {
		return false
	}
	r.ignored = append(r.ignored, pos)
	return true
}

// Ignored returns the positions of calls whose directives kept them out of the
// facts: the directives have their use.
func (r *Result) Ignored() []token.Pos { return r.ignored }
