package errortext

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/values"
)

// builder computes the Result of one package.
type builder struct {
	pass      *analysis.Pass
	info      *types.Info
	module    string
	result    *Result
	responses *response.Result
	values    *values.Result
	view      *values.View

	makers   map[frameworks.Func]frameworks.ErrorValue
	made     map[frameworks.Type]frameworks.ErrorType
	names    map[frameworks.Type]string // the frameworks of these
	senders  typeSet                    // own types of which responses are made here
	known    typeSet                    // or below
	shows    typeSet
	hides    typeSet
	central  map[string]bool
	decls    map[*types.Func]*ast.FuncDecl
	funcs    map[ast.Node]*function // of *ast.FuncDecl and *ast.FuncLit
	order    []ast.Node             // of funcs, as in the source
	outer    map[*ast.FuncLit]ast.Node
	assigns  map[*types.Var][]source
	operands map[types.Object]ast.Expr // of a type switch, by the variable of a clause
	switches map[*ast.CaseClause]ast.Stmt
	ranges   map[*ast.Ident]ast.Expr
	panics   map[*types.Var]bool // parameters that are given what was recovered
	leaks    map[ast.Expr]*Leak
	sites    map[ast.Node][]*errorvalue.Site // by the function around them

	// What the search asks again on every path.
	development map[condition]bool
	developing  map[ast.Node]bool // see inDevelopment
	calls       map[ast.Node][]*ast.CallExpr
}

// condition is that expr holds, or that it equals value, or does not.
type condition struct {
	expr, value ast.Expr
	holds       bool
}

// source is the index-th value of an expression.
type source struct {
	expr  ast.Expr
	index int
}

// function is a declaration or a literal.
type function struct {
	node  ast.Node
	fn    *types.Func // of a declaration
	sig   *types.Signature
	body  *ast.BlockStmt
	graph *cfg.CFG
	preds map[*cfg.Block][]*cfg.Block
	flows *Flows
	shows []*types.Var // see search
	hides bool
}

func newBuilder(pass *analysis.Pass) *builder {
	b := &builder{
		pass:      pass,
		info:      pass.TypesInfo,
		result:    &Result{at: make(map[ast.Expr]bool)},
		responses: pass.ResultOf[response.Analyzer].(*response.Result),
		values:    pass.ResultOf[values.Analyzer].(*values.Result),
		makers:    make(map[frameworks.Func]frameworks.ErrorValue),
		made:      make(map[frameworks.Type]frameworks.ErrorType),
		names:     make(map[frameworks.Type]string),
		senders:   make(typeSet),
		known:     make(typeSet),
		shows:     make(typeSet),
		hides:     make(typeSet),
		decls:     make(map[*types.Func]*ast.FuncDecl),
		funcs:     make(map[ast.Node]*function),
		outer:     make(map[*ast.FuncLit]ast.Node),
		assigns:   make(map[*types.Var][]source),
		operands:  make(map[types.Object]ast.Expr),
		switches:  make(map[*ast.CaseClause]ast.Stmt),
		ranges:    make(map[*ast.Ident]ast.Expr),

		development: make(map[condition]bool),
		developing:  make(map[ast.Node]bool),
		calls:       make(map[ast.Node][]*ast.CallExpr),
		panics:      make(map[*types.Var]bool),
		leaks:       make(map[ast.Expr]*Leak),
		sites:       make(map[ast.Node][]*errorvalue.Site),
	}
	if pass.Module != nil {
		b.module = pass.Module.Path
	}
	ev := pass.ResultOf[errorvalue.Analyzer].(*errorvalue.Result)
	b.central = ev.Central
	for _, t := range ev.Sent() {
		b.senders[frameworks.TypeOf(t.Type())] = true
	}
	for _, s := range ev.Sites {
		b.sites[s.Func] = append(b.sites[s.Func], s)
	}
	for _, f := range frameworks.All() {
		if f.Errors != nil {
			for _, v := range f.Errors.Values {
				b.makers[v.Func] = v
			}
			for _, t := range f.Errors.Types {
				b.made[t.Type], b.names[t.Type] = t, f.Name
			}
		}
	}
	b.result.names = b.names
	b.view = b.values.Production(nil, nil)
	return b
}

// index finds the package's functions and what its variables are assigned.
func (b *builder) index() {
	for _, file := range b.pass.Files {
		ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				b.declare(n)
			case *ast.FuncLit:
				for _, s := range slices.Backward(stack) {
					if b.funcs[s] != nil {
						b.outer[n] = s
						break
					}
				}
				sig, _ := b.info.TypeOf(n).(*types.Signature)
				b.add(&function{node: n, sig: sig, body: n.Body})
			default:
				b.indexNode(n)
			}
			return true
		})
	}
}

func (b *builder) declare(d *ast.FuncDecl) {
	fn, _ := b.info.Defs[d.Name].(*types.Func)
	if fn == nil || d.Body == nil {
		return
	}
	b.decls[fn] = d
	b.add(&function{node: d, fn: fn, sig: fn.Signature(), body: d.Body})
}

func (b *builder) add(f *function) {
	if f.sig == nil {
		return
	}
	b.funcs[f.node] = f
	b.order = append(b.order, f.node)
}

func (b *builder) indexNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
				b.panicField(sel.Sel, n.Rhs[i])
			}
			v := b.variable(lhs)
			switch {
			case v == nil:
			case len(n.Lhs) == len(n.Rhs):
				b.assigns[v] = append(b.assigns[v], source{n.Rhs[i], 0})
			default:
				b.assigns[v] = append(b.assigns[v], source{n.Rhs[0], i})
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			v := b.variable(name)
			switch {
			case v == nil || len(n.Values) == 0:
			case len(n.Names) == len(n.Values):
				b.assigns[v] = append(b.assigns[v], source{n.Values[i], 0})
			default:
				b.assigns[v] = append(b.assigns[v], source{n.Values[0], i})
			}
		}
	case *ast.RangeStmt:
		if id, ok := n.Value.(*ast.Ident); ok {
			b.ranges[id] = n.X
			if v := b.variable(id); v != nil {
				b.assigns[v] = append(b.assigns[v], source{n.X, 0})
			}
		}
	case *ast.SwitchStmt:
		for _, c := range n.Body.List {
			b.switches[c.(*ast.CaseClause)] = n
		}
	case *ast.TypeSwitchStmt:
		x := operand(n)
		for _, c := range n.Body.List {
			c := c.(*ast.CaseClause)
			b.switches[c] = n
			if obj := b.info.Implicits[c]; obj != nil {
				b.operands[obj] = x
			}
		}
	case *ast.KeyValueExpr:
		if id, ok := n.Key.(*ast.Ident); ok {
			b.panicField(id, n.Value)
		}
	case *ast.CallExpr:
		b.indexCall(n)
	}
}

// operand returns the x of switch x.(type).
func operand(sw *ast.TypeSwitchStmt) ast.Expr {
	var e ast.Expr
	switch s := sw.Assign.(type) {
	case *ast.AssignStmt:
		e = s.Rhs[0]
	case *ast.ExprStmt:
		e = s.X
	}
	if ta, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return ta.X
	}
	return e
}

// indexCall notes the functions that a framework calls with what it recovered.
func (b *builder) indexCall(call *ast.CallExpr) {
	fn, _ := typeutil.Callee(b.info, call).(*types.Func)
	if fn == nil {
		return
	}
	for _, h := range frameworks.PanicHandlers {
		if frameworks.FuncOf(fn) != h.Func || h.Arg >= len(call.Args) {
			continue
		}
		b.panicHandler(call.Args[h.Arg], h.Value)
	}
}

// panicField notes a function that is put into a field of a library, which calls
// it with what it recovered.
func (b *builder) panicField(id *ast.Ident, handler ast.Expr) {
	v, ok := b.info.Uses[id].(*types.Var)
	if !ok || !v.IsField() || v.Pkg() == nil {
		return
	}
	for _, known := range frameworks.PanicFields {
		if v.Name() == known.Field && v.Pkg().Path() == known.Pkg {
			b.panicHandler(handler, known.Value)
		}
	}
}

// panicHandler notes that the parameter of a function with that index is given
// what was recovered.
func (b *builder) panicHandler(handler ast.Expr, value int) {
	var sig *types.Signature
	if lit, ok := ast.Unparen(handler).(*ast.FuncLit); ok {
		sig, _ = b.info.TypeOf(lit).(*types.Signature)
	} else if fn := b.named(handler); fn != nil {
		sig = fn.Signature()
	} else if v := b.variable(handler); v != nil && len(b.assigns[v]) == 1 {
		if lit, ok := ast.Unparen(b.assigns[v][0].expr).(*ast.FuncLit); ok {
			sig, _ = b.info.TypeOf(lit).(*types.Signature)
		}
	}
	if sig != nil && value < sig.Params().Len() {
		b.panics[sig.Params().At(value)] = true
	}
}

// named returns the function that e names.
func (b *builder) named(e ast.Expr) *types.Func {
	return expr.Func(b.info, e)
}

// variable returns the variable that e names.
func (b *builder) variable(e ast.Expr) *types.Var {
	if e == nil {
		return nil
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := b.info.ObjectOf(id).(*types.Var)
	return v
}

// target returns what a call runs: a function, or a function literal of this
// package that a local variable holds.
func (b *builder) target(call *ast.CallExpr) (*types.Func, *ast.FuncLit) {
	fun := ast.Unparen(call.Fun)
	if lit, ok := fun.(*ast.FuncLit); ok {
		return nil, lit
	}
	if fn, ok := typeutil.Callee(b.info, call).(*types.Func); ok {
		return fn.Origin(), nil
	}
	if v := b.variable(fun); v != nil && len(b.assigns[v]) == 1 {
		if lit, ok := ast.Unparen(b.assigns[v][0].expr).(*ast.FuncLit); ok {
			return nil, lit
		}
	}
	return nil, nil
}

// function returns the function of this package that a call runs, or nil.
func (b *builder) function(call *ast.CallExpr) *function {
	fn, lit := b.target(call)
	if lit != nil {
		return b.funcs[lit]
	}
	if decl := b.decls[fn]; decl != nil {
		return b.funcs[decl]
	}
	return nil
}

// flows returns what is known of the function that a call runs; nil if nothing.
func (b *builder) flows(call *ast.CallExpr) *Flows {
	if f := b.function(call); f != nil {
		return b.flowsOf(f)
	}
	fn, _ := b.target(call)
	if fn == nil || fn.Pkg() == b.pass.Pkg {
		return nil
	}
	flows := new(Flows)
	if !b.pass.ImportObjectFact(fn, flows) {
		return nil
	}
	return flows
}

// graphOf makes the control flow graph of f.
func (b *builder) graphOf(f *function) {
	if f.graph != nil {
		return
	}
	f.graph = cfg.New(f.body, func(call *ast.CallExpr) bool {
		switch fn := typeutil.Callee(b.info, call).(type) {
		case *types.Builtin:
			return fn.Name() != "panic"
		case *types.Func:
			return !frameworks.NeverReturns(frameworks.FuncOf(fn))
		}
		return true
	})
	f.preds = make(map[*cfg.Block][]*cfg.Block)
	for _, block := range f.graph.Blocks {
		if !block.Live {
			continue
		}
		for _, s := range block.Succs {
			if !slices.Contains(f.preds[s], block) {
				f.preds[s] = append(f.preds[s], block)
			}
		}
	}
}

// paramIndex returns the index of v among the parameters of f, Receiver, or
// None.
func (f *function) paramIndex(v *types.Var) int {
	if v == nil {
		return None
	}
	if f.sig.Recv() == v {
		return Receiver
	}
	for i := range f.sig.Params().Len() {
		if f.sig.Params().At(i) == v {
			return i
		}
	}
	return None
}

// arguments returns the arguments for the parameter with index i.
func arguments(info *types.Info, call *ast.CallExpr, sig *types.Signature, i int) []ast.Expr {
	if i == Receiver {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
			return []ast.Expr{sel.X}
		}
		return nil
	}
	if i < 0 || i >= len(call.Args) {
		return nil
	}
	if sig != nil && sig.Variadic() && i == sig.Params().Len()-1 {
		return call.Args[i:]
	}
	return call.Args[i : i+1]
}

func (b *builder) signature(call *ast.CallExpr) *types.Signature {
	t := b.info.TypeOf(call.Fun)
	if t == nil {
		return nil
	}
	sig, _ := t.Underlying().(*types.Signature)
	return sig
}
