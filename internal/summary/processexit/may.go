package processexit

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// Called returns the function of another package of the same module that call
// calls, and the places where it ends the process if there is an error.
func (r *Result) Called(call *ast.CallExpr) (*types.Func, []Ending) {
	fn := r.function(call.Fun)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == r.pass.Pkg || !r.recovery.SameModule(fn.Pkg()) {
		return nil, nil
	}
	return fn, r.fact(fn).May
}

// mayEnd returns where fn, of this package, ends the process if there is an
// error, itself or through what it calls.
func (r *Result) mayEnd(fn *types.Func) []Ending {
	fn = fn.Origin()
	if all, ok := r.may[fn]; ok {
		return all
	}
	r.may[fn] = nil
	decl := r.decls[fn]
	if decl == nil {
		return nil
	}
	m := &finder{Result: r}
	m.stmts(decl.Body.List, false)
	r.may[fn] = m.found
	return m.found
}

// finder looks for calls that end the process on the path of an error.
type finder struct {
	*Result
	found []Ending
}

func (m *finder) add(e Ending) {
	if len(m.found) < maxMay && !slices.Contains(m.found, e) {
		m.found = append(m.found, e)
	}
}

// stmts looks at a list of statements, of which failed says that there is an
// error.
func (m *finder) stmts(list []ast.Stmt, failed bool) {
	for _, s := range list {
		m.node(s, failed)
		if s, ok := s.(*ast.IfStmt); ok && s.Else == nil && m.isError(s.Cond, token.EQL) && returns(s.Body) {
			failed = true // if err == nil { return }
		}
	}
}

func returns(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}

func (m *finder) node(n ast.Node, failed bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BlockStmt:
			m.stmts(n.List, failed)
			return false
		case *ast.IfStmt:
			m.ifStmt(n, failed)
			return false
		case *ast.CaseClause:
			m.stmts(n.Body, slices.ContainsFunc(n.List, func(e ast.Expr) bool { return m.isError(e, token.NEQ) }))
			return false
		case *ast.CallExpr:
			m.call(n, failed)
		}
		return true
	})
}

// ifStmt looks at both branches: the innermost condition says whether there is
// an error.
func (m *finder) ifStmt(s *ast.IfStmt, failed bool) {
	if s.Init != nil {
		m.node(s.Init, failed)
	}
	m.node(s.Cond, failed)
	m.stmts(s.Body.List, m.isError(s.Cond, token.NEQ))
	switch els := s.Else.(type) {
	case *ast.BlockStmt:
		m.stmts(els.List, m.isError(s.Cond, token.EQL))
	case *ast.IfStmt:
		m.ifStmt(els, m.isError(s.Cond, token.EQL))
	}
}

// call adds what a call does.
func (m *finder) call(call *ast.CallExpr, failed bool) {
	if isOnce(m.function(call.Fun)) {
		return // at start-up, as often as not
	}
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		m.stmts(lit.Body.List, failed)
	}
	for i, a := range call.Args {
		if lit, ok := ast.Unparen(a).(*ast.FuncLit); ok && m.recovery.RunsArgument(call, i) {
			m.stmts(lit.Body.List, false)
		}
	}
	if e, ok := m.Ends(call); ok {
		if failed && endsProcess(e.How) && !m.drop(call.Pos()) {
			e.Call, e.Place = expr.Text(call.Fun, "a call"), m.recovery.Place(call.Pos())
			m.add(e)
		}
		return
	}
	fn := m.function(call.Fun)
	switch {
	case fn == nil:
	case fn.Pkg() == m.pass.Pkg:
		if !m.path.Has(fn) {
			for _, e := range m.mayEnd(fn) {
				m.add(e)
			}
		}
	default:
		if _, may := m.Called(call); len(may) > 0 && !m.drop(call.Pos()) {
			for _, e := range may {
				m.add(e)
			}
		}
	}
}

// isOnce reports whether fn runs its argument once in the life of the process.
func isOnce(fn *types.Func) bool {
	switch frameworks.FuncOf(fn) {
	case frameworks.Func{Pkg: "sync", Recv: "Once", Name: "Do"}, frameworks.Func{Pkg: "sync", Name: "OnceFunc"},
		frameworks.Func{Pkg: "sync", Name: "OnceValue"}, frameworks.Func{Pkg: "sync", Name: "OnceValues"}:
		return true
	}
	return false
}

// Once reports whether call hands its argument to something that runs it once
// in the life of the process.
func (r *Result) Once(call *ast.CallExpr) bool { return isOnce(r.function(call.Fun)) }

// isError reports whether cond says that something failed (op is NEQ) or that
// nothing did (EQL): err != nil, !ok, errors.Is(err, …).
func (m *finder) isError(cond ast.Expr, op token.Token) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return m.isError(x.X, op) || m.isError(x.Y, op)
		}
		return x.Op == op && (m.isErrorValue(x.X) && m.isNil(x.Y) || m.isNil(x.X) && m.isErrorValue(x.Y))
	case *ast.UnaryExpr:
		id, ok := ast.Unparen(x.X).(*ast.Ident)
		return ok && x.Op == token.NOT && op == token.NEQ && m.isLocalBool(id)
	case *ast.CallExpr:
		switch frameworks.FuncOf(m.function(x.Fun)) {
		case frameworks.Func{Pkg: "errors", Name: "Is"}, frameworks.Func{Pkg: "errors", Name: "As"}:
			return op == token.NEQ
		}
	case *ast.Ident:
		return op == token.EQL && m.isLocalBool(x)
	}
	return false
}

func (m *finder) isNil(e ast.Expr) bool { return m.info.Types[e].IsNil() }

func (m *finder) isErrorValue(e ast.Expr) bool {
	t := m.info.TypeOf(e)
	return t != nil && types.Identical(types.Unalias(t), types.Universe.Lookup("error").Type())
}

// isLocalBool reports whether id is a variable that was set with others:
// v, ok := f().
func (m *finder) isLocalBool(id *ast.Ident) bool {
	v, ok := m.info.Uses[id].(*types.Var)
	if !ok || v.Parent() == m.pass.Pkg.Scope() {
		return false
	}
	b, ok := v.Type().Underlying().(*types.Basic)
	if !ok || b.Kind() != types.Bool {
		return false
	}
	from := m.values[v]
	if from == nil {
		return false
	}
	t, ok := m.info.TypeOf(from).(*types.Tuple)
	return ok && t.Len() > 1
}

// Callee returns the function that call calls, nil if it is not known.
func (r *Result) Callee(call *ast.CallExpr) *types.Func { return r.function(call.Fun) }

// RunsArgument reports whether the function that is given as argument i runs in
// the call, or beside what follows it.
func (r *Result) RunsArgument(call *ast.CallExpr, i int) bool {
	return r.recovery.RunsArgument(call, i)
}
