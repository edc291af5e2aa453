package response

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
)

// builder computes the Result of one package.
type builder struct {
	pass     *analysis.Pass
	info     *types.Info
	result   *Result
	writers  map[frameworks.Func]frameworks.Writer
	encoders []frameworks.Encoder
	// responses are the frameworks' types by which responses are written.
	responses    map[frameworks.Type]bool
	renderers    map[frameworks.Type]frameworks.Renderer
	bodies       map[frameworks.Func]bool // return the writer of a response's body
	headers      map[frameworks.Func]frameworks.HeaderFunc
	contentTypes map[frameworks.Func]int // index of the argument
	collect      map[frameworks.Func]bool
	collected    map[frameworks.Func]bool
	packages     map[string]bool // that the tables speak for

	decls    map[*types.Func]*ast.FuncDecl
	assigns  map[*types.Var][]source // what is assigned to each local variable
	fields   map[fieldOf][]source    // what is assigned to fields of local variables
	written  map[*types.Var]bool     // also changed in ways that assigns does not show
	outer    map[*ast.FuncLit]ast.Node
	isWriter map[types.Type]bool
	sums     map[ast.Node]*scope
	imports  map[*types.Package]*Package
	returns  map[*types.Func]*jsonshape.Shape
	statuses map[*types.Func]*Statuses
	writes   []*Write
	traits   map[ast.Node]*Traits
	marked   map[*types.Func]bool // carry //prodvet:envelope
	indexed  bool

	certainties map[*scope]Certainty
}

// fieldOf is a field of a local variable that is a struct.
type fieldOf struct{ v, field *types.Var }

// source is the index-th value of an expression.
type source struct {
	expr  ast.Expr
	index int
}

func newBuilder(pass *analysis.Pass) *builder {
	b := &builder{
		pass:         pass,
		info:         pass.TypesInfo,
		writers:      make(map[frameworks.Func]frameworks.Writer),
		responses:    make(map[frameworks.Type]bool),
		renderers:    make(map[frameworks.Type]frameworks.Renderer),
		bodies:       make(map[frameworks.Func]bool),
		headers:      make(map[frameworks.Func]frameworks.HeaderFunc),
		contentTypes: make(map[frameworks.Func]int),
		collect:      make(map[frameworks.Func]bool),
		collected:    make(map[frameworks.Func]bool),
		packages:     make(map[string]bool),
		decls:        make(map[*types.Func]*ast.FuncDecl),
		assigns:      make(map[*types.Var][]source),
		fields:       make(map[fieldOf][]source),
		written:      make(map[*types.Var]bool),
		outer:        make(map[*ast.FuncLit]ast.Node),
		isWriter:     make(map[types.Type]bool),
		sums:         make(map[ast.Node]*scope),
		imports:      make(map[*types.Package]*Package),
		returns:      make(map[*types.Func]*jsonshape.Shape),
		statuses:     make(map[*types.Func]*Statuses),
		traits:       make(map[ast.Node]*Traits),

		certainties: make(map[*scope]Certainty),
		result: &Result{
			Errors:    make(map[frameworks.BodyKind]int),
			calls:     make(map[*ast.CallExpr][]Outcome),
			tables:    make(map[*ast.CallExpr]frameworks.Writer),
			funcs:     make(map[*types.Func]*Writes),
			imported:  make(map[*types.Func]*Writes),
			uses:      make(map[*types.Func]int),
			declare:   make(map[*types.Package]bool),
			onFailure: make(map[*ast.CallExpr]bool),
			pass:      pass,
		},
	}
	b.result.builder = b
	return b
}

// learn takes over what the tables say of a framework.
func (b *builder) learn(f *frameworks.Framework) {
	for _, w := range f.Writers {
		b.writers[w.Func] = w
	}
	b.encoders = append(b.encoders, f.Encoders...)
	for _, t := range f.Responses {
		b.responses[t] = true
	}
	for _, r := range f.Renderers {
		b.renderers[r.Type] = r
	}
	for _, fn := range f.Bodies {
		b.bodies[fn] = true
	}
	for _, h := range f.HeaderSetters {
		b.headers[h.Func] = h
	}
	for _, h := range f.ContentTypes {
		b.contentTypes[h.Func] = h.Value
	}
	for _, fn := range f.Collect {
		b.collect[fn] = true
	}
	for _, fn := range f.Collected {
		b.collected[fn] = true
	}
	if len(f.Responses) > 0 {
		for _, p := range f.Packages {
			b.packages[p] = true
		}
	}
}

// relevant reports whether the package can have a response in its hands: it
// imports a package with a response type, or one whose functions were
// summarised. A package that only declares an envelope needs neither.
func (b *builder) relevant() bool {
	if b.listed() {
		return false
	}
	for _, p := range b.pass.Pkg.Imports() {
		for _, f := range frameworks.All() {
			if len(f.Writers) > 0 && slices.Contains(f.Packages, p.Path()) {
				return true
			}
		}
		if fact := new(Package); b.pass.ImportPackageFact(p, fact) {
			return true
		}
	}
	return mentionsDirective(b.pass.Files)
}

// listed reports whether the tables speak for the package, or it is one of the
// standard library, which some drivers analyse and others do not.
func (b *builder) listed() bool {
	if frameworks.Standard(b.pass) {
		return true
	}
	path := b.pass.Pkg.Path()
	return slices.ContainsFunc(frameworks.All(), func(f *frameworks.Framework) bool {
		return len(f.Writers) > 0 && slices.Contains(f.Packages, path)
	})
}

func (b *builder) importFacts() {
	for _, p := range b.pass.Pkg.Imports() {
		fact := new(Package)
		if !b.pass.ImportPackageFact(p, fact) {
			continue
		}
		b.imports[p] = fact
		b.result.declare[p] = len(fact.Envelopes) > 0
		b.result.FillsErrors = b.result.FillsErrors || fact.FillsErrors
		if fact.Module != b.module() {
			continue // another module's envelope is not this service's
		}
		for _, e := range fact.Envelopes {
			if !slices.ContainsFunc(b.result.Imported, func(o Envelope) bool { return o.Name == e.Name && o.Writer == e.Writer }) {
				b.result.Imported = append(b.result.Imported, e)
			}
		}
	}
	for _, f := range b.pass.AllObjectFacts() {
		fn, ok := f.Object.(*types.Func)
		w, isWrites := f.Fact.(*Writes)
		if ok && isWrites && b.imports[fn.Pkg()] != nil {
			b.result.imported[fn] = w
		}
	}
}

func (b *builder) module() string {
	if b.pass.Module == nil {
		return ""
	}
	return b.pass.Module.Path
}

// index finds the package's functions and what its variables are assigned.
func (b *builder) index() {
	b.indexed = true
	for _, file := range b.pass.Files {
		for _, decl := range file.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok && d.Body != nil {
				if fn, ok := b.info.Defs[d.Name].(*types.Func); ok {
					b.decls[fn] = d
				}
			}
		}
		var funcs []ast.Node
		var stack []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				top := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				if len(funcs) > 0 && funcs[len(funcs)-1] == top {
					funcs = funcs[:len(funcs)-1]
				}
				return true
			}
			stack = append(stack, n)
			switch n := n.(type) {
			case *ast.FuncDecl:
				funcs = append(funcs, n)
			case *ast.FuncLit:
				if len(funcs) > 0 {
					b.outer[n] = funcs[len(funcs)-1]
				}
				funcs = append(funcs, n)
			default:
				b.indexNode(n)
			}
			return true
		})
	}
}

// indexNode records what n assigns.
func (b *builder) indexNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
				b.change(lhs)
			} else if len(n.Lhs) == len(n.Rhs) {
				b.assign(lhs, source{n.Rhs[i], 0})
			} else {
				b.assign(lhs, source{n.Rhs[0], i})
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Names) == len(n.Values) {
				b.assign(name, source{n.Values[i], 0})
			} else if len(n.Values) == 1 {
				b.assign(name, source{n.Values[0], i})
			}
		}
	case *ast.IncDecStmt:
		b.change(n.X)
	case *ast.RangeStmt:
		b.change(n.Key)
		b.change(n.Value)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			b.change(n.X)
		}
	case *ast.SelectorExpr:
		if s := b.info.Selections[n]; s != nil && s.Kind() == types.MethodVal {
			if recv := s.Obj().(*types.Func).Signature().Recv(); recv != nil && isPointer(recv.Type()) && !isPointer(s.Recv()) {
				b.change(n.X) // its address is taken
			}
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(b.info, n); fn != nil {
			b.result.uses[fn.Origin()]++
		}
	}
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// variable returns the variable that e names.
func (b *builder) variable(e ast.Expr) *types.Var {
	id, ok := e.(*ast.Ident)
	if e == nil || !ok {
		if p, ok := e.(*ast.ParenExpr); ok {
			return b.variable(p.X)
		}
		return nil
	}
	v, _ := b.info.ObjectOf(id).(*types.Var)
	return v
}

// field returns the field of a local struct variable that e names.
func (b *builder) field(e ast.Expr) (fieldOf, bool) {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return fieldOf{}, false
	}
	v := b.variable(sel.X)
	s := b.info.Selections[sel]
	if v == nil || s == nil || s.Kind() != types.FieldVal || len(s.Index()) != 1 {
		return fieldOf{}, false
	}
	if _, ok := v.Type().Underlying().(*types.Struct); !ok {
		return fieldOf{}, false // through a pointer others can change it
	}
	f, ok := s.Obj().(*types.Var)
	return fieldOf{v, f.Origin()}, ok
}

func (b *builder) assign(lhs ast.Expr, s source) {
	if f, ok := b.field(lhs); ok {
		b.fields[f] = append(b.fields[f], s)
		return
	}
	if v := b.variable(lhs); v != nil {
		b.assigns[v] = append(b.assigns[v], s)
	}
}

func (b *builder) change(e ast.Expr) {
	if f, ok := b.field(e); ok {
		b.written[f.v] = true
	}
	if v := b.variable(e); v != nil {
		b.written[v] = true
	}
}

// only returns the one expression that v is ever assigned.
func (b *builder) only(v *types.Var) (source, bool) {
	if b.written[v] || len(b.assigns[v]) != 1 {
		return source{}, false
	}
	return b.assigns[v][0], true
}

// outermost returns the body of the outermost function around the given one.
func (b *builder) outermost(f ast.Node) ast.Node {
	for {
		lit, ok := f.(*ast.FuncLit)
		if !ok || b.outer[lit] == nil {
			return f
		}
		f = b.outer[lit]
	}
}

// target returns what a call runs: a function, or a function literal of this
// package that a local variable holds. Both are nil if it cannot be told.
func (b *builder) target(call *ast.CallExpr) (*types.Func, *ast.FuncLit) {
	fun := ast.Unparen(call.Fun)
	if lit, ok := fun.(*ast.FuncLit); ok {
		return nil, lit
	}
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		if s := b.info.Selections[sel]; s != nil && s.Kind() == types.MethodExpr {
			return nil, nil // the arguments are shifted by one
		}
	}
	if fn, ok := typeutil.Callee(b.info, call).(*types.Func); ok {
		return fn.Origin(), nil
	}
	v := b.variable(fun)
	if v == nil {
		return nil, nil
	}
	s, ok := b.only(v)
	if !ok || s.index != 0 {
		return nil, nil
	}
	switch e := ast.Unparen(s.expr).(type) {
	case *ast.FuncLit:
		return nil, e
	case *ast.Ident:
		fn, _ := b.info.Uses[e].(*types.Func)
		return fn, nil
	case *ast.SelectorExpr: // a method value, or a function of another package
		if sel := b.info.Selections[e]; sel != nil && sel.Kind() != types.MethodVal {
			return nil, nil
		}
		if fn, ok := b.info.Uses[e.Sel].(*types.Func); ok {
			return fn.Origin(), nil
		}
	}
	return nil, nil
}

// isInterface reports whether fn is a method of an interface.
func isInterface(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}
