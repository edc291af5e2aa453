// Package recovery summarises what functions do about panics: which ones
// recover when they are deferred, which are middleware that recovers for what
// it wraps.
//
// It is learnt from bodies, by facts across packages. What is known of
// packages whose source is not analysed comes from internal/frameworks. Which
// form of recover works was executed form by form; the comments name the forms.
package recovery

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Analyzer computes the summaries of one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_recovery",
	Doc:        "summarise which functions and middleware recover from panics",
	Requires:   []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:  []analysis.Fact{new(Fact)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Fact is the summary of one function.
type Fact struct {
	// Recovers: deferred, the function ends a panic.
	Recovers bool
	// Returns: a function that it returns Recovers.
	Returns bool
	// Repanics: called with a recovered value, it panics with it.
	Repanics bool
	// Guards is 0, or 1 + the number of calls after which a recover is in place
	// around the next handler: 1 for a gin handler that recovers for c.Next, 2
	// for func(next http.Handler) http.Handler, 3 for a function returning that.
	Guards int
}

func (*Fact) AFact() {}

func (f *Fact) String() string {
	s := "recovery:"
	for _, p := range []struct {
		is   bool
		word string
	}{{f.Recovers, " recovers"}, {f.Returns, " returns-recoverer"}, {f.Repanics, " repanics"}, {f.Guards > 0, " guards"}} {
		if p.is {
			s += p.word
		}
	}
	return s
}

// Result answers questions about the functions of one package and of those
// that it imports. Its methods may be called concurrently.
type Result struct {
	mu       sync.Mutex
	pass     *analysis.Pass
	info     *types.Info
	decls    map[*types.Func]*ast.FuncDecl
	values   map[*types.Var]ast.Expr // variables that are set exactly once; nil: set more often, or to no single expression
	trueVars map[*types.Var]bool     // variables of package level that are declared with true
	memo     map[*types.Func]*Fact
	tables   tables
}

// tables is what internal/frameworks knows about recovery.
type tables struct {
	recoverers map[frameworks.Func]bool
	recovery   map[frameworks.Func]bool // middleware
	contexts   map[frameworks.Type]bool
}

func newTables() tables {
	t := tables{recoverers: make(map[frameworks.Func]bool), recovery: make(map[frameworks.Func]bool), contexts: make(map[frameworks.Type]bool)}
	for _, f := range frameworks.All() {
		for _, r := range f.Recoverers {
			t.recoverers[r] = true
		}
		for _, c := range f.Contexts {
			t.contexts[c] = true
		}
		for _, m := range f.Middlewares {
			if m.Kind == frameworks.MiddlewareRecovery {
				t.recovery[m.Func] = true
			}
		}
	}
	return t
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pass:     pass,
		info:     pass.TypesInfo,
		decls:    make(map[*types.Func]*ast.FuncDecl),
		trueVars: trueVars(pass),
		memo:     make(map[*types.Func]*Fact),
		tables:   newTables(),
	}
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	r.values = singleValues(in, pass.TypesInfo)
	var order []*types.Func
	for c := range in.Root().Preorder((*ast.FuncDecl)(nil)) {
		decl := c.Node().(*ast.FuncDecl)
		if fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok && decl.Body != nil {
			r.decls[fn] = decl
			order = append(order, fn)
		}
	}
	for _, fn := range order {
		if f := r.fact(fn); *f != (Fact{}) {
			pass.ExportObjectFact(fn, f)
		}
	}
	return r, nil
}

// fact returns the summary of fn, never nil. A function that is asked about
// while its own summary is computed, by recursion, is one that does nothing.
func (r *Result) fact(fn *types.Func) *Fact {
	fn = fn.Origin()
	if f, ok := r.memo[fn]; ok {
		return f
	}
	f := new(Fact)
	r.memo[fn] = f
	decl := r.decls[fn]
	if decl == nil {
		if fn.Pkg() != nil && fn.Pkg() != r.pass.Pkg {
			r.pass.ImportObjectFact(fn, f)
		}
		return f
	}
	computed := Fact{
		Recovers: r.bodyRecovers(decl.Body),
		Returns:  r.returnsRecoverer(decl.Type, decl.Body),
		Repanics: r.repanicsParam(decl),
		Guards:   r.guardsBody(decl.Type, decl.Body),
	}
	*f = computed
	return f
}
