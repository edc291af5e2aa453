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
	"go/token"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/suppress"
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
	// PanicsAgain: deferred, it recovers but panics again.
	PanicsAgain bool
	// Safe: called, it lets no panic out but those of the functions that it is
	// given at the parameters Calls. It recovers what it does, or does nothing
	// that panics in practice.
	Safe  bool
	Calls []int
	// Guarded are the parameters that it calls with a recover in place.
	Guarded []int
	// Runs are the parameters that it runs on a goroutine which nothing
	// recovers.
	Runs []Run
	// Guards is 0, or 1 + the number of calls after which a recover is in place
	// around the next handler: 1 for a gin handler that recovers for c.Next, 2
	// for func(next http.Handler) http.Handler, 3 for a function returning that.
	Guards int
}

// Run says that a function runs a parameter on a goroutine of its own.
type Run struct {
	Param int
	Place string // where the goroutine is started: "package/file.go:12"
	// Pooled: it sends the parameter to a worker, which was started before.
	Pooled bool
}

func (*Fact) AFact() {}

func (f *Fact) String() string {
	s := "recovery:"
	for _, p := range []struct {
		is   bool
		word string
	}{{f.Recovers, " recovers"}, {f.Returns, " returns-recoverer"}, {f.Repanics, " repanics"}, {f.PanicsAgain, " panics-again"}, {f.Safe, " safe"}, {f.Guards > 0, " guards"}, {len(f.Guarded) > 0, " guards-parameter"}, {len(f.Runs) > 0, " runs"}} {
		if p.is {
			s += p.word
		}
	}
	return s
}

// Result answers questions about the functions of one package and of those
// that it imports. Its methods may be called concurrently.
type Result struct {
	mu        sync.Mutex
	pass      *analysis.Pass
	info      *types.Info
	decls     map[*types.Func]*ast.FuncDecl
	values    map[*types.Var]ast.Expr // variables that are set exactly once; nil: set more often, or to no single expression
	makers    makers
	pools     pools
	trueVars  map[*types.Var]bool     // variables of package level that are declared with true
	params    map[*types.Var]bool     // parameters that are functions or lists of them
	elements  map[*types.Var]ast.Expr // the value of a range clause, and what it ranges over
	rangeKeys map[types.Object]bool
	memo      map[*types.Func]*Fact
	started   map[*types.Func]bool // whose whole fact is or was computed, not only what recovers
	bodies    map[*ast.BlockStmt]Exposure
	busy      map[*ast.BlockStmt]bool // whose results are looked into: closures can return themselves
	tables    tables
	// dropped tells which places are not worth a fact, because their own
	// package says that they are no findings.
	dropped *suppress.Reporter
	ignored []token.Pos
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pass:      pass,
		info:      pass.TypesInfo,
		decls:     make(map[*types.Func]*ast.FuncDecl),
		trueVars:  trueVars(pass),
		memo:      make(map[*types.Func]*Fact),
		tables:    newTables(),
		params:    make(map[*types.Var]bool),
		elements:  make(map[*types.Var]ast.Expr),
		rangeKeys: make(map[types.Object]bool),
		started:   make(map[*types.Func]bool),
		busy:      make(map[*ast.BlockStmt]bool),
		bodies:    make(map[*ast.BlockStmt]Exposure),
	}
	r.dropped = suppress.For(pass, "goroutinerecover")
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	r.values = singleValues(in, pass.TypesInfo)
	r.makers = collectMakers(in, pass.TypesInfo)
	r.collect(in)
	var order []*types.Func
	for c := range in.Root().Preorder((*ast.FuncDecl)(nil)) {
		decl := c.Node().(*ast.FuncDecl)
		if fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok && decl.Body != nil {
			r.decls[fn] = decl
			order = append(order, fn)
		}
	}
	if frameworks.Standard(pass) {
		return r, nil
	}
	r.collectPools(in)
	for _, fn := range order {
		if !fn.Exported() {
			continue // no other package asks
		}
		if f := r.fact(fn); !reflect.ValueOf(*f).IsZero() {
			pass.ExportObjectFact(fn, f)
		}
	}
	return r, nil
}

// fact returns the summary of fn, never nil. A function that is asked about
// while its own summary is computed, by recursion, is one that is not Safe.
func (r *Result) fact(fn *types.Func) *Fact {
	fn = fn.Origin()
	f := r.recovers(fn)
	decl := r.decls[fn]
	if decl == nil || r.started[fn] {
		return f
	}
	r.started[fn] = true
	x := r.exposure(decl.Body)
	f.Safe = !x.Exposed()
	f.Calls = indexes(fn, x.Params)
	f.Guarded = indexes(fn, r.guarded(decl.Body))
	f.Guards = r.guardsBody(decl.Type, decl.Body)
	f.Runs = r.runs(fn, decl)
	return f
}

// recovers returns the summary of fn as far as it says what the function does
// when it is deferred. It does not need the rest, which needs it of functions
// that call each other.
func (r *Result) recovers(fn *types.Func) *Fact {
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
	f.Recovers = r.bodyRecovers(decl.Body)
	f.PanicsAgain = !f.Recovers && r.callsRecover(decl.Body)
	f.Returns = r.returnsRecoverer(decl.Type, decl.Body)
	f.Repanics = r.repanicsParam(decl)
	return f
}
