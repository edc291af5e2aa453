package corswildcard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/values"
)

// letsAllIn reports whether an origin function returns true for every origin
// that a browser sends: whether each of its return statements in production does.
func (p *policies) letsAllIn(fn ast.Expr, depth int) bool {
	switch fn := ast.Unparen(fn).(type) {
	case *ast.FuncLit:
		return p.bodyLetsAllIn(p.view.At(fn), depth)
	case *ast.Ident:
		if obj, ok := p.info.Uses[fn].(*types.Func); ok {
			return p.declLetsAllIn(obj, depth)
		}
	case *ast.SelectorExpr:
		if obj, ok := p.info.Uses[fn.Sel].(*types.Func); ok {
			return p.declLetsAllIn(obj, depth)
		}
	}
	return false
}

func (p *policies) declLetsAllIn(fn *types.Func, depth int) bool {
	decl, ok := p.view.Declaration(fn)
	return ok && p.bodyLetsAllIn(decl, depth)
}

func (p *policies) bodyLetsAllIn(fn inspector.Cursor, depth int) bool {
	if depth > 3 || !fn.Valid() {
		return false
	}
	returns, ok := p.view.ReturnsIn(fn)
	if !ok || len(returns) == 0 {
		return false
	}
	for _, ret := range returns {
		if !p.isOpen(ret.Node().(*ast.ReturnStmt).Results[0], depth) && !p.withoutOrigin(ret) {
			return false
		}
	}
	return true
}

// isOpen reports whether e is true for every origin.
func (p *policies) isOpen(e ast.Expr, depth int) bool {
	if c := p.view.Constant(e); c != nil {
		return c.Kind() == constant.Bool && constant.BoolVal(c)
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LOR:
			return p.isOpen(e.X, depth) || p.isOpen(e.Y, depth)
		case token.LAND:
			return p.isOpen(e.X, depth) && p.isOpen(e.Y, depth)
		}
		return p.empty(e) == isNotEmpty
	case *ast.CallExpr:
		fn := typeutil.StaticCallee(p.info, e)
		return fn != nil && p.declLetsAllIn(fn, depth+1)
	}
	return false
}

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
