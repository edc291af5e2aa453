package callgraph

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/symbols"
)

type symbol = symbols.Symbol

// builder collects the graph of one package.
type builder struct {
	*Result
	info *types.Info
	self string // the package's path

	edges    map[symbol]map[symbol]bool
	becomes  map[symbol]map[symbol]bool // interface -> types and interfaces
	serves   map[symbol]bool
	used     map[symbol]*types.Interface // interfaces that are called, asserted or served
	types    []declaredType
	useful   map[symbol]bool // lead to something, see prune
	bodies   map[*ast.BlockStmt]symbol
	entries  map[*ast.BlockStmt]bool
	literals map[*ast.FuncLit]symbol
	numbers  map[string]int // of variables by declared function
	params   map[*types.Var]param
	places   map[*types.Var]symbol // local variables and fields of structs without a name
	nodes    []node
	foreign  map[symbol]bool // methods of interfaces that are called
}

// node is a function of the package, for finding the innermost one round a
// position.
type node struct {
	pos, end token.Pos
	symbol
}

// param is a function parameter that holds functions.
type param struct {
	symbol
	frame *frame
}

// frame is a function that is walked through.
type frame struct {
	symbol
	declared string // the declared function in which it lies
	parent   *frame
	// inPlace: a literal that is called, started, deferred or given to a call
	// where it stands, so that it runs for the caller of the function round it.
	inPlace bool
	results *types.Tuple
}

// build walks through the package.
func (r *Result) build() *builder {
	b := &builder{
		Result:   r,
		info:     r.pass.TypesInfo,
		self:     symbols.PackagePath(r.pass.Pkg),
		edges:    make(map[symbol]map[symbol]bool),
		becomes:  make(map[symbol]map[symbol]bool),
		serves:   make(map[symbol]bool),
		used:     make(map[symbol]*types.Interface),
		bodies:   make(map[*ast.BlockStmt]symbol),
		entries:  make(map[*ast.BlockStmt]bool),
		literals: symbols.Literals(r.pass.Pkg, r.pass.Files, r.pass.TypesInfo),
		numbers:  make(map[string]int),
		params:   make(map[*types.Var]param),
		places:   make(map[*types.Var]symbol),
		foreign:  make(map[symbol]bool),
	}
	for _, body := range r.path.Roots() {
		b.entries[body] = true
	}
	for _, f := range r.pass.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if fn, ok := b.info.Defs[d.Name].(*types.Func); ok && d.Body != nil {
					b.function(d, fn)
				}
			case *ast.GenDecl:
				b.walk(d, &frame{symbol: symbol{Pkg: b.self, Name: symbols.Init}, declared: symbols.Init})
			}
		}
	}
	b.instances()
	b.declared()
	return b
}

func (b *builder) function(d *ast.FuncDecl, fn *types.Func) {
	s := symbols.Func(fn)
	fr := &frame{symbol: s, declared: s.Name, results: fn.Signature().Results()}
	b.enter(fr, d.Body, d.Pos(), fn.Signature())
	b.walk(d.Body, fr)
}

// enter records a function that is about to be walked through.
func (b *builder) enter(fr *frame, body *ast.BlockStmt, pos token.Pos, sig *types.Signature) {
	b.bodies[body] = fr.symbol
	b.nodes = append(b.nodes, node{pos, body.End(), fr.symbol})
	for i := range sig.Params().Len() {
		if v := sig.Params().At(i); holdsFuncs(v.Type()) {
			b.params[v] = param{paramSymbol(fr.symbol, i), fr}
		}
	}
	if recv := sig.Recv(); recv != nil && holdsFuncs(recv.Type()) {
		s := symbols.Type(recv.Type())
		s.Name += "()"
		b.params[recv] = param{s, nil} // who converts the function is not who calls the method
	}
}

func paramSymbol(f symbol, i int) symbol {
	return symbol{Pkg: f.Pkg, Name: fmt.Sprintf("%s#%d", f.Name, i)}
}

// known reports whether s is of the module, or a method of an interface: the
// link step knows nothing of other modules' functions.
func (b *builder) known(s symbol) bool { return s.Name != "" && (b.inModule(s.Pkg) || b.foreign[s]) }

func (b *builder) inModule(pkg string) bool {
	if pkg == b.self || pkg == "" {
		return true
	}
	m := b.pass.Module
	return m != nil && m.Path != "" && (pkg == m.Path || strings.HasPrefix(pkg, m.Path+"/"))
}

// edge records that whoever gets to from gets to to.
func (b *builder) edge(from, to symbol) {
	if from.Name == "" || to.Name == "" || from == to || !b.known(from) || !b.known(to) {
		return
	}
	if b.edges[from] == nil {
		b.edges[from] = make(map[symbol]bool)
	}
	b.edges[from][to] = true
}

// walk looks at n, which belongs to fr, and at the literals in it.
func (b *builder) walk(n ast.Node, fr *frame) {
	inPlace := make(map[*ast.FuncLit]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			b.funcLit(n, fr, inPlace[n])
			return false
		case *ast.CallExpr:
			if b.info.Types[n.Fun].IsType() {
				break
			}
			for _, e := range append([]ast.Expr{n.Fun}, n.Args...) {
				if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
					inPlace[lit] = true
				}
			}
		}
		b.mention(n, fr)
		b.values(n, fr)
		b.conversions(n, fr)
		return true
	})
}

func (b *builder) funcLit(lit *ast.FuncLit, fr *frame, inPlace bool) {
	sig, ok := b.info.TypeOf(lit).(*types.Signature)
	if !ok {
		return
	}
	child := &frame{symbol: b.literals[lit], declared: fr.declared, parent: fr, inPlace: inPlace && !b.entries[lit.Body], results: sig.Results()}
	b.edge(fr.symbol, child.symbol)
	b.enter(child, lit.Body, lit.Pos(), sig)
	b.walk(lit.Body, child)
}

// mention records the functions that n names: fr calls them or has them called.
func (b *builder) mention(n ast.Node, fr *frame) {
	switch n := n.(type) {
	case *ast.Ident:
		if fn, ok := b.info.Uses[n].(*types.Func); ok && fn.Signature().Recv() == nil {
			b.edge(fr.symbol, symbols.Func(fn))
		}
	case *ast.SelectorExpr:
		b.edge(fr.symbol, b.selected(n))
	case *ast.CallExpr:
		if typeutil.StaticCallee(b.info, n) == nil && !b.info.Types[n.Fun].IsType() {
			if s, own := b.place(n.Fun, fr); !own {
				b.edge(fr.symbol, s)
			}
		}
	}
}

// selected returns the method that a selector names.
func (b *builder) selected(n *ast.SelectorExpr) symbol {
	fn, ok := b.info.Uses[n.Sel].(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return symbol{} // a function of another package is seen as an identifier
	}
	if recv := b.info.TypeOf(n.X); recv != nil && types.IsInterface(recv) {
		return b.method(recv, fn.Name())
	}
	if recv := fn.Signature().Recv().Type(); types.IsInterface(recv) {
		return b.method(recv, fn.Name()) // of an embedded interface
	}
	return symbols.Func(fn)
}

// method returns the symbol of a method of an interface that is called. It is
// the zero symbol for those of the standard library.
func (b *builder) method(iface types.Type, name string) symbol {
	if b.isStandard(symbols.Interface(iface)) {
		return symbol{}
	}
	b.use(iface)
	s := symbols.Method(iface, name)
	b.foreign[s] = true
	return s
}

// isStandard reports whether s is an interface of the standard library. Those
// lead nowhere: what stands behind an io.Closer is nearly always the library's
// own, and the module's types that become one, somewhere, are many.
func (b *builder) isStandard(s symbol) bool {
	return s.Pkg != "" && frameworks.StandardPath(s.Pkg, "") && !b.inModule(s.Pkg)
}

// use records an interface whose types the link step looks for.
func (b *builder) use(t types.Type) {
	s := symbols.Interface(t)
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		t = p.Constraint()
	}
	if i, ok := t.Underlying().(*types.Interface); ok && s.Name != "" && !b.isStandard(s) {
		b.used[s] = i
	}
}
