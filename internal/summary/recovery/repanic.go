package recovery

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// repanics reports whether the body of a deferred function, which recovers,
// panics again for values that are not http.ErrAbortHandler. seeds are the
// variables that hold the recovered value from the start; nil for a body that
// calls recover itself.
//
// A panic under a condition that is not about the value (a debug flag) does not
// count, except for a package variable that is declared true.
func (r *Result) repanics(body *ast.BlockStmt, seeds map[types.Object]bool) bool {
	p := &repanic{r: r, value: seeds, arg: seeds != nil}
	if p.value == nil {
		p.value = make(map[types.Object]bool)
	}
	p.spread(body)
	p.stmts(body.List, nil)
	return p.found
}

// repanicsParam reports whether decl panics with a parameter that can hold a
// recovered value.
func (r *Result) repanicsParam(decl *ast.FuncDecl) bool {
	seeds := make(map[types.Object]bool)
	for _, field := range decl.Type.Params.List {
		for _, id := range field.Names {
			if obj := r.info.Defs[id]; obj != nil && types.IsInterface(obj.Type()) && types.AssignableTo(types.Universe.Lookup("error").Type(), obj.Type()) {
				seeds[obj] = true
			}
		}
	}
	return len(seeds) > 0 && r.repanics(decl.Body, seeds)
}

// repanic looks for panics in one body.
type repanic struct {
	r     *Result
	value map[types.Object]bool // variables that hold the recovered value or come of it
	arg   bool                  // only a panic with the value counts
	found bool
}

// guard is a condition and the outcome under which a statement runs.
type guard struct {
	cond    ast.Expr
	outcome bool
}

// spread adds the variables that are assigned something made of the value.
func (p *repanic) spread(body *ast.BlockStmt) {
	for range 3 { // passes: assignments are nearly always in order
		ownNodes(body, func(n ast.Node) {
			as, ok := n.(*ast.AssignStmt)
			if !ok {
				return
			}
			for _, rhs := range as.Rhs {
				if !p.mentions(rhs) {
					continue
				}
				for _, lhs := range as.Lhs {
					if id, ok := lhs.(*ast.Ident); ok {
						if obj := p.r.info.ObjectOf(id); obj != nil {
							p.value[obj] = true
						}
					}
				}
			}
		})
	}
	// In `switch e := v.(type)` each clause has an object of its own.
	ownNodes(body, func(n ast.Node) {
		sw, ok := n.(*ast.TypeSwitchStmt)
		if !ok || !p.mentions(sw.Assign) {
			return
		}
		for _, c := range sw.Body.List {
			if obj := p.r.info.Implicits[c]; obj != nil {
				p.value[obj] = true
			}
		}
	})
}

// mentions reports whether n speaks of the recovered value.
func (p *repanic) mentions(n ast.Node) bool {
	found := false
	ownNodes(n, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Ident:
			found = found || p.value[p.r.info.ObjectOf(n)]
		case *ast.CallExpr:
			found = found || p.r.isBuiltin(n, "recover")
		}
	})
	return found
}

// stmts looks for panics in the statements, which run under the guards.
func (p *repanic) stmts(list []ast.Stmt, guards []guard) {
	guards = guards[:len(guards):len(guards)]
	for _, s := range list {
		p.stmt(s, guards)
		if is, ok := s.(*ast.IfStmt); ok && is.Else == nil && leaves(is.Body) {
			guards = append(guards, guard{is.Cond, false})
		}
	}
}

func (p *repanic) stmt(s ast.Stmt, guards []guard) {
	with := func(cond ast.Expr, outcome bool) []guard {
		return append(guards[:len(guards):len(guards)], guard{cond, outcome})
	}
	switch s := s.(type) {
	case *ast.BlockStmt:
		p.stmts(s.List, guards)
	case *ast.LabeledStmt:
		p.stmt(s.Stmt, guards)
	case *ast.IfStmt:
		p.stmts(s.Body.List, with(s.Cond, true))
		if s.Else != nil {
			p.stmt(s.Else, with(s.Cond, false))
		}
	case *ast.ForStmt:
		p.stmts(s.Body.List, guards)
	case *ast.RangeStmt:
		p.stmts(s.Body.List, guards)
	case *ast.SwitchStmt:
		for _, c := range s.Body.List {
			c := c.(*ast.CaseClause)
			switch {
			case len(c.List) != 1:
				p.stmts(c.Body, guards)
			case s.Tag == nil:
				p.stmts(c.Body, with(c.List[0], true))
			default:
				p.stmts(c.Body, with(&ast.BinaryExpr{X: s.Tag, Op: token.EQL, Y: c.List[0]}, true))
			}
		}
	case *ast.TypeSwitchStmt:
		for _, c := range s.Body.List {
			p.stmts(c.(*ast.CaseClause).Body, guards)
		}
	case *ast.SelectStmt:
		for _, c := range s.Body.List {
			p.stmts(c.(*ast.CommClause).Body, guards)
		}
	default:
		p.simple(s, guards)
	}
}

// simple looks for a call that panics in a statement without statements.
func (p *repanic) simple(s ast.Stmt, guards []guard) {
	ownNodes(s, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && p.panics(call) && !p.excused(guards) {
			p.found = true
		}
	})
}

// panics reports whether call panics, with the recovered value if that matters.
func (p *repanic) panics(call *ast.CallExpr) bool {
	withValue := false
	for _, a := range call.Args {
		withValue = withValue || p.mentions(a)
	}
	if p.r.isBuiltin(call, "panic") {
		return withValue || !p.arg
	}
	fn, ok := typeutil.Callee(p.r.info, call).(*types.Func)
	if !ok {
		return false
	}
	if f := frameworks.FuncOf(fn); f.Pkg == "log" && strings.HasPrefix(f.Name, "Panic") {
		return withValue || !p.arg
	}
	return withValue && p.r.recovers(fn).Repanics
}

// excused reports whether a panic under these guards leaves the recovery as it
// is: it does not happen when there is a value, only for http.ErrAbortHandler,
// or only under a condition that is not about the value.
func (p *repanic) excused(guards []guard) bool {
	for _, g := range guards {
		for _, c := range conjuncts(g) {
			if p.isNil(c) || p.isAbort(c) || !p.mentions(c.cond) && !p.declaredTrue(c) {
				return true
			}
		}
	}
	return false
}

// conjuncts splits a condition into those that hold together.
func conjuncts(g guard) []guard {
	switch x := ast.Unparen(g.cond).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return conjuncts(guard{x.X, !g.outcome})
		}
	case *ast.BinaryExpr:
		if x.Op == token.LAND && g.outcome || x.Op == token.LOR && !g.outcome {
			return append(conjuncts(guard{x.X, g.outcome}), conjuncts(guard{x.Y, g.outcome})...)
		}
	}
	return []guard{{ast.Unparen(g.cond), g.outcome}}
}

// isNil reports whether the guard says that there is no recovered value.
func (p *repanic) isNil(g guard) bool {
	x, y, ok := equal(g)
	return ok && (p.mentions(x) && p.r.info.Types[y].IsNil() || p.mentions(y) && p.r.info.Types[x].IsNil())
}

// isAbort reports whether the guard says that the value is
// http.ErrAbortHandler: net/http's own way to end a request, and chi's
// Recoverer passes it on.
func (p *repanic) isAbort(g guard) bool {
	if x, y, ok := equal(g); ok {
		return p.r.isErrAbort(x) || p.r.isErrAbort(y)
	}
	call, ok := g.cond.(*ast.CallExpr)
	if !ok || !g.outcome || len(call.Args) != 2 {
		return false
	}
	fn, _ := typeutil.Callee(p.r.info, call).(*types.Func)
	return frameworks.FuncOf(fn) == frameworks.Func{Pkg: "errors", Name: "Is"} && p.r.isErrAbort(call.Args[1])
}

// equal returns the sides of a comparison that holds.
func equal(g guard) (x, y ast.Expr, ok bool) {
	b, ok := g.cond.(*ast.BinaryExpr)
	if !ok || b.Op != token.EQL && b.Op != token.NEQ || (b.Op == token.EQL) != g.outcome {
		return nil, nil, false
	}
	return b.X, b.Y, true
}

func (r *Result) isErrAbort(e ast.Expr) bool {
	v := r.variable(e)
	return v != nil && v.Pkg() != nil && v.Pkg().Path() == "net/http" && v.Name() == "ErrAbortHandler"
}

// declaredTrue reports whether the guard is a variable of this package whose
// declaration says true: k8s's HandleCrash panics again under such a one.
func (p *repanic) declaredTrue(g guard) bool {
	id, ok := g.cond.(*ast.Ident)
	if !ok || !g.outcome {
		return false
	}
	v, ok := p.r.info.Uses[id].(*types.Var)
	return ok && p.r.trueVars[v]
}

// leaves reports whether a block ends by leaving the function.
func leaves(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}
