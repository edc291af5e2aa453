package corswildcard

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/values"
)

// withoutOrigin reports whether the code at cur runs only where the origin is
// empty: there is none, and nothing to let in.
func (p *policies) withoutOrigin(cur inspector.Cursor) bool {
	for _, cond := range p.view.Conditions(cur) {
		for _, l := range leaves(cond) {
			test := p.empty(l.expr)
			if l.cases == nil && (test == isEmpty && l.holds || test == isNotEmpty && !l.holds) {
				return true
			}
		}
	}
	return false
}

type emptiness int

const (
	isOther emptiness = iota
	isEmpty
	isNotEmpty
)

// empty tells whether e compares a string parameter or the request's Origin
// with "", or its length with 0.
func (p *policies) empty(e ast.Expr) emptiness {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok {
		return isOther
	}
	x, value := ast.Unparen(b.X), p.info.Types[b.Y].Value
	if value == nil {
		return isOther
	}
	if call, ok := x.(*ast.CallExpr); ok && p.isLen(call) {
		x = ast.Unparen(call.Args[0])
	}
	if !p.isOriginText(x) {
		return isOther
	}
	switch zero := value.ExactString() == `""` || value.ExactString() == "0"; {
	case b.Op == token.EQL && zero:
		return isEmpty
	case (b.Op == token.NEQ || b.Op == token.GTR) && zero, b.Op == token.GEQ && value.ExactString() == "1":
		return isNotEmpty
	}
	return isOther
}

func (p *policies) isLen(call *ast.CallExpr) bool {
	b, ok := typeutil.Callee(p.info, call).(*types.Builtin)
	return ok && b.Name() == "len" && len(call.Args) == 1
}

// isOriginText reports whether e is a string parameter, which is the origin in
// a function that decides about origins, or the request's Origin.
func (p *policies) isOriginText(e ast.Expr) bool {
	if id, ok := e.(*ast.Ident); ok {
		if v, ok := p.info.Uses[id].(*types.Var); ok && v.Kind() == types.ParamVar {
			return true
		}
	}
	return p.isOrigin(e)
}

// isOrigin reports whether e is the request's Origin header, in every case.
func (p *policies) isOrigin(e ast.Expr) bool {
	for _, val := range p.view.Sources(e) {
		if !p.getsOrigin(val) {
			return false
		}
	}
	return true
}

func (p *policies) getsOrigin(val values.Value) bool {
	return val.Expr != nil && p.readsOrigin(val.Expr)
}
