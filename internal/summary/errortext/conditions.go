package errortext

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// edge returns the states at the end of block from, of which to follows. None
// if the path is gone in development only, or not with a server's error.
func (s *search) edge(from, to *cfg.Block, st state) []state {
	if len(from.Succs) != 2 || from.Succs[0] == from.Succs[1] {
		return []state{st}
	}
	holds := from.Succs[0] == to
	if clause, ok := from.Succs[0].Stmt.(*ast.CaseClause); ok && from.Succs[0].Kind == cfg.KindSwitchCaseBody {
		switch sw := s.switches[clause].(type) {
		case *ast.TypeSwitchStmt:
			if holds && s.ownTypes(clause) {
				st = s.tellApart(st, operand(sw))
			}
			return []state{st}
		case *ast.SwitchStmt:
			if sw.Tag != nil {
				return s.tagged(sw.Tag, lastExpr(from), holds, st)
			}
		}
	}
	cond := lastExpr(from)
	if cond == nil || !isBool(s.info.TypeOf(cond)) {
		return []state{st}
	}
	return s.holding(cond, holds, st)
}

func lastExpr(block *cfg.Block) ast.Expr {
	if len(block.Nodes) == 0 {
		return nil
	}
	e, _ := block.Nodes[len(block.Nodes)-1].(ast.Expr)
	return e
}

func isBool(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// tagged is holding for the case of a switch with a tag.
func (s *search) tagged(tag, value ast.Expr, holds bool, st state) []state {
	if value == nil {
		return []state{st}
	}
	if s.onlyInDevelopment(condition{tag, value, holds}) {
		return nil
	}
	if holds && expr.IsError(s.info.TypeOf(tag)) {
		return []state{s.tellApart(st, tag)}
	}
	eq := &ast.BinaryExpr{X: tag, Op: token.EQL, Y: value}
	status, ok := s.compare(st.status, eq, holds)
	if !ok {
		s.hides = s.hides || !st.text.found
		return nil
	}
	st.status = status
	return []state{st}
}

// holding returns the state where a condition holds, or does not.
func (s *search) holding(cond ast.Expr, holds bool, st state) []state {
	if s.onlyInDevelopment(condition{cond, nil, holds}) {
		return nil
	}
	for {
		u, ok := ast.Unparen(cond).(*ast.UnaryExpr)
		if !ok || u.Op != token.NOT {
			break
		}
		cond, holds = u.X, !holds
	}
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			return s.both(e, holds, st)
		}
		return s.compared(e, holds, st)
	case *ast.CallExpr:
		if holds {
			if x := s.classified(e); x != nil {
				return []state{s.tellApart(st, x)}
			}
		}
	case *ast.Ident:
		if holds {
			if x := s.asserted(e); x != nil {
				return []state{s.tellApart(st, x)}
			}
		}
	}
	return []state{st}
}

// onlyInDevelopment reports whether the condition is met in development only.
func (b *builder) onlyInDevelopment(c condition) bool {
	only, known := b.development[c]
	if !known {
		cond := values.Condition{Expr: c.expr, Holds: c.holds}
		if c.value != nil {
			cond.Cases = []ast.Expr{c.value}
		}
		only = b.view.Development(cond)
		b.development[c] = only
	}
	return only
}

// both is holding for x && y and x || y.
func (s *search) both(e *ast.BinaryExpr, holds bool, st state) []state {
	if (e.Op == token.LAND) == holds { // both x and y do, or do not
		return s.each(s.holding(e.Y, holds, st), e.X, holds)
	}
	either := s.holding(e.X, holds, st)
	return append(either, s.each(s.holding(e.Y, holds, st), e.X, !holds)...)
}

func (s *search) each(states []state, cond ast.Expr, holds bool) []state {
	var out []state
	for _, st := range states {
		out = append(out, s.holding(cond, holds, st)...)
	}
	return out
}

// compared is holding for a comparison: of an error with nil or with a constant
// one, of the status with a constant.
func (s *search) compared(e *ast.BinaryExpr, holds bool, st state) []state {
	if e.Op == token.EQL || e.Op == token.NEQ {
		x, y := e.X, e.Y
		if s.info.Types[x].IsNil() || s.fixed(x) {
			x, y = y, x
		}
		if (e.Op == token.EQL) == holds && expr.IsError(s.info.TypeOf(x)) && (s.info.Types[y].IsNil() || s.fixed(y)) {
			return []state{s.tellApart(st, x)}
		}
	}
	status, ok := s.compare(st.status, e, holds)
	if !ok {
		s.hides = s.hides || !st.text.found
		return nil
	}
	st.status = status
	return []state{st}
}

// fixed reports whether e is an error of package level of the project.
func (s *search) fixed(e ast.Expr) bool {
	v := expr.Var(s.info, e)
	return v != nil && expr.IsPackageVar(v) && expr.IsError(v.Type()) && s.ours(v.Pkg())
}

// classified returns the error that a call tells apart when it is true:
// errors.Is with an error of the project, errors.As with a type of it, or a
// predicate of the project's.
func (s *search) classified(call *ast.CallExpr) ast.Expr {
	fn, _ := s.target(call)
	if fn == nil || fn.Pkg() == nil || len(call.Args) == 0 {
		return nil
	}
	switch {
	case s.function(call) != nil || s.ours(fn.Pkg()):
		for _, a := range call.Args {
			if expr.IsError(s.info.TypeOf(a)) {
				return a
			}
		}
		return nil
	case fn.Name() == "Is" && len(call.Args) == 2 && expr.IsError(s.info.TypeOf(call.Args[0])):
		if s.fixed(call.Args[1]) {
			return call.Args[0]
		}
	case fn.Name() == "As" && len(call.Args) == 2 && expr.IsError(s.info.TypeOf(call.Args[0])):
		t := s.info.TypeOf(call.Args[1])
		if p, ok := t.Underlying().(*types.Pointer); ok && s.own(p.Elem()) {
			return call.Args[0]
		}
	}
	return nil
}

// asserted returns the error of which e, an ok, says that it is of a type of
// the project.
func (s *search) asserted(e *ast.Ident) ast.Expr {
	v := s.variable(e)
	if v == nil || len(s.assigns[v]) == 0 {
		return nil
	}
	for _, src := range s.assigns[v] {
		switch x := ast.Unparen(src.expr).(type) {
		case *ast.TypeAssertExpr:
			if x.Type != nil && src.index == 1 && s.own(s.info.TypeOf(x.Type)) {
				return x.X
			}
		case *ast.CallExpr:
			fn, _ := s.target(x)
			if frameworks.FuncOf(fn) == (frameworks.Func{Pkg: "errors", Name: "AsType"}) && len(x.Args) == 1 && s.own(s.resultType(x, 0)) {
				return x.Args[0]
			}
			if src.index == 0 {
				return s.classified(x)
			}
		}
	}
	return nil
}

// ownTypes reports whether all types of a clause are the project's own errors.
func (s *search) ownTypes(clause *ast.CaseClause) bool {
	return len(clause.List) > 0 && !slices.ContainsFunc(clause.List, func(e ast.Expr) bool {
		return !s.own(s.info.TypeOf(e)) && !s.info.Types[e].IsNil()
	})
}

// tellApart notes that what the error in x says was looked at.
func (s *search) tellApart(st state, x ast.Expr) state {
	v := s.variable(x)
	if v == nil || slices.Contains(st.about, v) {
		return st
	}
	st.about = append(slices.Clone(st.about), v)
	slices.SortFunc(st.about, func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
	return st
}
