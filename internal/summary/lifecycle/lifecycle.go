// Package lifecycle finds where a package's servers are started and stopped and
// which signals it waits for, and tells importers what its functions do of that
// and whether anything in a program stops its servers.
//
// What is known of packages whose source is not analysed comes from
// internal/frameworks.
package lifecycle

import (
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/recovery"
	"github.com/prodvet/prodvet/internal/suppress"
)

// Rule is the name of the rule whose findings the facts carry.
const Rule = "gracefulshutdown"

// Analyzer summarises one package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_lifecycle",
	Doc:        "summarise where servers are started and stopped",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, recovery.Analyzer},
	FactTypes:  []analysis.Fact{new(Fact), new(Program)},
	ResultType: reflect.TypeFor[*Result](),
	Run:        run,
}

// Result tells of one package's servers. It does not change.
type Result struct {
	Starts  []*Start
	Stops   []*Stop
	Signals []*Signal

	// Gaps are the package's own, and Program is what is known of it and of the
	// packages of its module below it.
	Gaps    []*OwnGap
	Program Program
	// Below are the gaps of the packages below, by the import that leads to them.
	Below map[*types.Package][]Gap

	pass     *analysis.Pass
	info     *types.Info
	in       *inspector.Inspector
	recovery *recovery.Result
	dropped  *suppress.Reporter
	decls    map[*types.Func]*ast.FuncDecl
	facts    map[*types.Func]*Fact
	values   map[types.Object][]value
}

// Start is a call that serves until the server is stopped.
type Start struct {
	Cursor inspector.Cursor
	Call   *ast.CallExpr
	// Row says what the call does. Of a function of the module, it is only about
	// what it returns.
	Row *frameworks.Starter
	// Own: the function is of a framework and not of the module.
	Own bool
	// Server is the variable or the field that holds the server, nil if it has
	// none.
	Server types.Object
}

// Stop is a call that stops a server, or the mention of a method that does.
type Stop struct {
	Cursor inspector.Cursor
	Expr   ast.Expr
	Call   *ast.CallExpr // nil for a mention
	// Context is the argument that bounds how long it waits, nil if there is none.
	Context ast.Expr
	// Instead is the method with a bound, if this one has none.
	Instead string
	Server  types.Object
	// Async: it is done on another goroutine, which the call starts.
	Async bool
	// Gentle: it waits for the requests that are served.
	Gentle bool
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		pass:     pass,
		info:     pass.TypesInfo,
		in:       pass.ResultOf[inspect.Analyzer].(*inspector.Inspector),
		recovery: pass.ResultOf[recovery.Analyzer].(*recovery.Result),
		decls:    make(map[*types.Func]*ast.FuncDecl),
		facts:    make(map[*types.Func]*Fact),
		Below:    make(map[*types.Package][]Gap),
	}
	if frameworks.Standard(pass) || strings.HasSuffix(pass.Pkg.Path(), ".test") {
		return r, nil
	}
	r.below()
	if r.concerned() {
		r.dropped = suppress.For(pass, Rule)
		r.values = assignments(r.in, r.info)
		r.declared()
		r.look()
		r.gaps()
		for fn := range r.decls {
			if f := r.fact(fn); fn.Exported() && !f.empty() {
				pass.ExportObjectFact(fn, f)
			}
		}
	}
	r.export()
	return r, nil
}

// concerned reports whether the package can have to do with servers: it
// imports a package that has, or one of the module about which there is a fact.
func (r *Result) concerned() bool {
	for _, p := range r.pass.Pkg.Imports() {
		if p.Path() == "os/signal" || frameworks.HasLifecycle(p.Path()) || r.pass.ImportPackageFact(p, new(Program)) {
			return true
		}
	}
	return false
}

// declared collects the package's functions.
func (r *Result) declared() {
	for c := range r.in.Root().Preorder((*ast.FuncDecl)(nil)) {
		decl := c.Node().(*ast.FuncDecl)
		if fn, ok := r.info.Defs[decl.Name].(*types.Func); ok && decl.Body != nil && !r.isTest(decl) {
			r.decls[fn] = decl
		}
	}
}

// look finds the package's starts, stops and signals.
func (r *Result) look() {
	called := make(map[ast.Expr]bool)
	for c := range r.in.Root().Preorder((*ast.CallExpr)(nil), (*ast.SelectorExpr)(nil), (*ast.CompositeLit)(nil)) {
		n := c.Node()
		if r.isTest(n) {
			continue
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			called[ast.Unparen(n.Fun)] = true
			r.call(c, n)
		case *ast.SelectorExpr:
			r.mention(c, n, called[n])
		case *ast.CompositeLit:
			r.literalFields(n)
		}
	}
}

// call records what a call is.
func (r *Result) call(c inspector.Cursor, call *ast.CallExpr) {
	if row, own, server := r.starter(call); row != nil {
		r.Starts = append(r.Starts, &Start{c, call, row, own, server})
	}
	r.Stops = append(r.Stops, r.stoppers(c, call)...)
	if s := r.signal(c, call); s != nil {
		r.Signals = append(r.Signals, s)
	}
	fn := r.callee(call)
	r.Program.Stops = r.Program.Stops || frameworks.IsGraceful(frameworks.FuncOf(fn)) || r.stopsUnseen(fn) || r.escapes(fn, call)
}

// mention records a method that stops a server and is not called here: it is
// kept, deferred or handed on.
func (r *Result) mention(c inspector.Cursor, sel *ast.SelectorExpr, called bool) {
	if frameworks.StopsServer(frameworks.Field{Type: frameworks.TypeOf(r.info.TypeOf(sel.X)), Name: sel.Sel.Name}) {
		r.Program.Stops = true
	}
	fn, _ := r.info.Uses[sel.Sel].(*types.Func)
	if fn == nil || called {
		return
	}
	if row := frameworks.StopperOf(frameworks.FuncOf(fn)); row != nil {
		r.Stops = append(r.Stops, &Stop{Cursor: c, Expr: sel, Server: r.object(sel.X), Async: true, Gentle: gentle(row)})
	}
}

// literalFields notes that a field is set by which a server is stopped.
func (r *Result) literalFields(lit *ast.CompositeLit) {
	t := frameworks.TypeOf(r.info.TypeOf(lit))
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && frameworks.StopsServer(frameworks.Field{Type: t, Name: id.Name}) {
				r.Program.Stops = true
			}
		}
	}
}

// starter returns what is known of a call that serves: own says that the
// function is a framework's. server is where the server is held.
func (r *Result) starter(call *ast.CallExpr) (row *frameworks.Starter, own bool, server types.Object) {
	fn := r.callee(call)
	if fn == nil {
		return nil, false, nil
	}
	if row := frameworks.StarterOf(frameworks.FuncOf(fn)); row != nil {
		if row.Recv != "" {
			server = r.object(receiver(call))
		}
		return row, true, server
	}
	f := r.fact(fn)
	if f.Serves == nil {
		return nil, false, nil
	}
	return &frameworks.Starter{Func: frameworks.FuncOf(fn), Addr: frameworks.None, Listener: frameworks.None, Returns: f.Serves.Returns, Closed: f.Serves.Closed},
		false, r.object(r.operand(call, f.Serves.Server))
}

// stoppers returns the servers that a call stops.
func (r *Result) stoppers(c inspector.Cursor, call *ast.CallExpr) (all []*Stop) {
	fn := r.callee(call)
	if fn == nil {
		return nil
	}
	if row := frameworks.StopperOf(frameworks.FuncOf(fn)); row != nil {
		s := &Stop{Cursor: c, Expr: call.Fun, Call: call, Instead: row.Instead, Server: r.object(receiver(call)), Gentle: gentle(row)}
		if row.Context >= 0 && row.Context < len(call.Args) {
			s.Context = call.Args[row.Context]
		}
		return []*Stop{s}
	}
	for _, st := range r.fact(fn).Stops {
		s := &Stop{Cursor: c, Expr: call.Fun, Call: call, Server: r.object(r.operand(call, st.Server)), Async: st.Async, Gentle: st.Gentle}
		if st.Context >= 0 && st.Context < len(call.Args) {
			s.Context = call.Args[st.Context]
		}
		all = append(all, s)
	}
	return all
}

// gentle reports whether a function that stops a server waits for the requests.
func gentle(row *frameworks.Stopper) bool { return row.Name != "Close" && row.Name != "Stop" }

// operand returns what call gives for a parameter: Receiver is the receiver.
func (r *Result) operand(call *ast.CallExpr, param int) ast.Expr {
	switch {
	case param == Receiver:
		return receiver(call)
	case param >= 0 && param < len(call.Args):
		return call.Args[param]
	}
	return nil
}

func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// object returns the variable or field that e names, through pointers and
// variables that are set once to such; nil if it is none.
func (r *Result) object(e ast.Expr) types.Object {
	var obj types.Object
	for range 4 { // a chain of variables is short
		switch x := unwrap(e).(type) {
		case *ast.Ident:
			obj = r.info.ObjectOf(x)
		case *ast.SelectorExpr:
			obj = r.info.Uses[x.Sel]
		default:
			return obj
		}
		v, ok := obj.(*types.Var)
		if !ok {
			return nil
		}
		obj = v.Origin()
		if v.IsField() || len(r.values[obj]) != 1 || r.values[obj][0].index >= 0 {
			return obj
		}
		switch unwrap(r.values[obj][0].expr).(type) {
		case *ast.Ident, *ast.SelectorExpr:
			e = r.values[obj][0].expr
		default:
			return obj
		}
	}
	return obj
}

// unwrap removes parentheses, pointers and addresses.
func unwrap(e ast.Expr) ast.Expr {
	for {
		switch x := e.(type) {
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.UnaryExpr:
			e = x.X
		default:
			return e
		}
	}
}

func (r *Result) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(r.info, call).(*types.Func)
	return fn
}

func (r *Result) isTest(n ast.Node) bool {
	f := r.pass.Fset.File(n.Pos())
	return f == nil || strings.HasSuffix(f.Name(), "_test.go")
}

// StopsOf returns the calls and mentions that stop the server that obj holds.
func (r *Result) StopsOf(obj types.Object) (all []*Stop) {
	if obj == nil {
		return nil
	}
	for _, s := range r.Stops {
		if s.Server == obj {
			all = append(all, s)
		}
	}
	return all
}
