package errortext

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
)

// status is what is known of a response's status while a path is followed
// backwards.
type status struct {
	how   statusKind
	codes []int
	place place
	param int
	bound bound
}

type statusKind int

const (
	statusCodes    statusKind = iota
	statusPlace               // what place holds
	statusParam               // a parameter's
	statusImplicit            // that of an earlier call
	statusAny                 // nobody asks
)

func (s status) key() string {
	return fmt.Sprint(int(s.how), s.codes, s.place.key(), s.param, s.bound)
}

// bound is what conditions on the path say of the status.
type bound struct {
	low, high int
	not       []int
}

var anyStatus = bound{low: 0, high: 999}

func (bd bound) allows(code int) bool {
	return bd.low <= code && code <= bd.high && !slices.Contains(bd.not, code)
}

// servers reports whether a server's error is among what is allowed.
func (bd bound) servers() bool {
	for code := 500; code < 600; code++ {
		if bd.allows(code) {
			return true
		}
	}
	return false
}

// codes returns s with these constants, as far as they are a server's errors;
// ok is false if none is.
func (s status) resolved(codes []int) (status, bool) {
	var server []int
	for _, c := range codes {
		if c >= 500 && c < 600 && s.bound.allows(c) && !slices.Contains(server, c) {
			server = append(server, c)
		}
	}
	slices.Sort(server)
	return status{how: statusCodes, codes: server, bound: anyStatus}, len(server) > 0
}

// statusOf returns what the expression e says of the status, keeping what the
// path said by then; ok is false if it cannot be a server's error, or if
// nothing is known of it.
func (b *builder) statusOf(e ast.Expr, s status) (status, bool) {
	e = ast.Unparen(e)
	if v := b.info.Types[e].Value; v != nil {
		code, ok := constant.Int64Val(constant.ToInt(v))
		if !ok {
			return s, false
		}
		return s.resolved([]int{int(code)})
	}
	switch e := e.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.StarExpr:
		p, whole, ok := b.placeOf(e)
		if !ok || !whole || p.v == nil {
			return s, false
		}
		if expr.IsPackageVar(p.v) {
			return s, false
		}
		s.how, s.place = statusPlace, p
		return s, true
	case *ast.CallExpr:
		if b.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return b.statusOf(e.Args[0], s)
		}
		return s.resolved(b.codes(e, 0))
	}
	return s, false
}

// codes returns the constants that the index-th result of a call can be.
func (b *builder) codes(call *ast.CallExpr, index int) []int {
	flows := b.flows(call)
	if flows == nil {
		return nil
	}
	for _, c := range flows.Codes {
		if c.Result == index {
			return c.Codes
		}
	}
	return nil
}

// returnedCodes returns the constants that the index-th result of f is, nil if
// it can be something else. What a function of the package returns in turn is
// asked of that one.
func (b *builder) returnedCodes(f *function, index int) []int {
	var codes []int
	known := true
	ast.Inspect(f.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			c := b.returned(n, index)
			known = known && len(c) > 0
			codes = append(codes, c...)
		}
		return known
	})
	if !known {
		return nil
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func (b *builder) returned(ret *ast.ReturnStmt, index int) []int {
	if len(ret.Results) == 1 && index > 0 {
		if call, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr); ok {
			return b.codes(call, index)
		}
	}
	if index >= len(ret.Results) {
		return nil
	}
	e := ast.Unparen(ret.Results[index])
	if v := b.info.Types[e].Value; v != nil {
		if code, ok := constant.Int64Val(constant.ToInt(v)); ok {
			return []int{int(code)}
		}
		return nil
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		return b.codes(e, 0)
	case *ast.Ident:
		return b.assignedCodes(e)
	}
	return nil
}

// assignedCodes returns the constants that a local variable is ever assigned.
func (b *builder) assignedCodes(id *ast.Ident) []int {
	v := b.variable(id)
	if v == nil || expr.IsPackageVar(v) {
		return nil
	}
	var codes []int
	for _, src := range b.assigns[v] {
		var c []int
		if val := b.info.Types[src.expr].Value; val != nil {
			if code, ok := constant.Int64Val(constant.ToInt(val)); ok {
				c = []int{int(code)}
			}
		} else if call, ok := ast.Unparen(src.expr).(*ast.CallExpr); ok {
			c = b.codes(call, src.index)
		}
		if len(c) == 0 {
			return nil
		}
		codes = append(codes, c...)
	}
	return codes
}

// compare narrows s by a comparison with a constant that holds or does not; ok
// is false if the path cannot be gone.
func (b *builder) compare(s status, e *ast.BinaryExpr, holds bool) (status, bool) {
	x, y, op := ast.Unparen(e.X), ast.Unparen(e.Y), e.Op
	if b.info.Types[x].Value != nil {
		x, y, op = y, x, mirrored[op]
	}
	v := b.info.Types[y].Value
	if v == nil || s.how != statusPlace {
		return s, true
	}
	n, ok := constant.Int64Val(constant.ToInt(v))
	if !ok {
		return s, true
	}
	code, unit := int(n), 1
	if q, ok := x.(*ast.BinaryExpr); ok && q.Op == token.QUO {
		if d := b.info.Types[q.Y].Value; d != nil {
			if k, ok := constant.Int64Val(constant.ToInt(d)); ok && k > 0 {
				x, unit = ast.Unparen(q.X), int(k)
			}
		}
	}
	if p, whole, ok := b.placeOf(x); !ok || !whole || p.v != s.place.v || p.part != s.place.part {
		return s, true
	}
	if !holds {
		op = negated[op]
	}
	s.bound = s.bound.where(op, code*unit, unit)
	return s, s.bound.servers()
}

var (
	mirrored = map[token.Token]token.Token{token.LSS: token.GTR, token.LEQ: token.GEQ, token.GTR: token.LSS, token.GEQ: token.LEQ, token.EQL: token.EQL, token.NEQ: token.NEQ}
	negated  = map[token.Token]token.Token{token.LSS: token.GEQ, token.LEQ: token.GTR, token.GTR: token.LEQ, token.GEQ: token.LSS, token.EQL: token.NEQ, token.NEQ: token.EQL}
)

// where returns bd with "status/unit op code/unit" added.
func (bd bound) where(op token.Token, code, unit int) bound {
	last := code + unit - 1
	switch op {
	case token.LSS:
		bd.high = min(bd.high, code-1)
	case token.LEQ:
		bd.high = min(bd.high, last)
	case token.GTR:
		bd.low = max(bd.low, last+1)
	case token.GEQ:
		bd.low = max(bd.low, code)
	case token.EQL:
		bd.low, bd.high = max(bd.low, code), min(bd.high, last)
	case token.NEQ:
		bd.not = slices.Clone(bd.not)
		for c := code; c <= last; c++ {
			if !slices.Contains(bd.not, c) {
				bd.not = append(bd.not, c)
			}
		}
		slices.Sort(bd.not)
	}
	return bd
}

func isInt(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}
