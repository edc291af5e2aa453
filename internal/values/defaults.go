package values

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/settings"
)

// ByDefault returns v as it is when nobody has configured anything: the
// environment is empty, and flags have their default values.
func (v *View) ByDefault() *View {
	d := v.fresh()
	d.byDefault = true
	return d
}

// Configured returns v as it is in an environment: what its files say about keys
// and variables is their value, everything else is as it is by default.
func (v *View) Configured(env *settings.Environment) *View {
	d := v.ByDefault()
	d.env = env
	return d
}

// Skipped reports whether the code at cur does not run in this view: because it
// runs in development only or, by default, because one of its conditions is
// false then.
func (v *View) Skipped(cur inspector.Cursor) bool {
	key := place{v.frame, cur}
	skipped, known := v.skipped[key]
	if !known {
		v.skipped[key] = false // while it is being found out
		skipped = v.InDevelopment(cur) || v.byDefault && slices.ContainsFunc(v.Conditions(cur), v.fails)
		v.skipped[key] = skipped
	}
	return skipped
}

// fails reports whether a condition is known not to be met by default. One that
// holds in production does, also where the program is in development by default.
func (v *View) fails(c Condition) bool {
	if c.Cases != nil || v.Development(Condition{Expr: c.Expr, Holds: !c.Holds}) {
		return false
	}
	truth, known := v.truthOf(c.Expr)
	return known && truth != c.Holds
}

// truthOf returns what a condition is, if that is known.
func (v *View) truthOf(e ast.Expr) (truth, known bool) {
	switch n := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			truth, known = v.truthOf(n.X)
			return !truth, known
		}
	case *ast.BinaryExpr:
		switch n.Op {
		case token.LAND, token.LOR:
			x, xKnown := v.truthOf(n.X)
			y, yKnown := v.truthOf(n.Y)
			decides := n.Op == token.LOR
			if xKnown && x == decides || yKnown && y == decides {
				return decides, true
			}
			return !decides, xKnown && yKnown
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			if v.info.Types[n.Y].IsNil() && (n.Op == token.EQL || n.Op == token.NEQ) {
				isNil, known := v.isNil(n.X)
				return isNil == (n.Op == token.EQL), known
			}
			x, y := v.operand(n.X), v.operand(n.Y)
			if x == nil || y == nil || x.Kind() != y.Kind() {
				return false, false
			}
			if x.Kind() == constant.Bool && n.Op != token.EQL && n.Op != token.NEQ {
				return false, false
			}
			return constant.Compare(x, n.Op, y), true
		}
		return false, false
	}
	c := v.sure(e)
	if c == nil || c.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(c), true
}

// isNil tells whether an error is nil, if that is known.
func (v *View) isNil(e ast.Expr) (isNil, known bool) {
	if !expr.IsErrorType(v.info.TypeOf(e)) {
		return false, false
	}
	for i, val := range v.Sources(e) {
		if val.Default || !val.Zero() && val.text == nil || i > 0 && isNil != val.Zero() {
			return false, false
		}
		isNil = val.Zero()
	}
	return isNil, true
}

// operand returns the constant that e is by default, also where e is the length
// of a string or of a list.
func (v *View) operand(e ast.Expr) constant.Value {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return v.sure(e)
	}
	b, ok := typeutil.Callee(v.info, call).(*types.Builtin)
	if !ok || b.Name() != "len" {
		return v.sure(e)
	}
	if c := v.sure(call.Args[0]); c != nil && c.Kind() == constant.String {
		return constant.MakeInt64(int64(len(constant.StringVal(c))))
	}
	if _, ok := types.Unalias(v.info.TypeOf(call.Args[0])).Underlying().(*types.Slice); !ok {
		return nil
	}
	if vals := v.Sources(call.Args[0]); len(vals) == 1 && !vals[0].Whole && !vals[0].Default {
		if l := v.List(vals[0]); l.Complete {
			return constant.MakeInt64(int64(len(l.Items)))
		}
	}
	return nil
}

// sure returns the constant that e is by default, unless another package may have
// set it: what it decides is not known then.
func (v *View) sure(e ast.Expr) constant.Value {
	return v.constantUnless(e, func(val Value) bool { return val.Default })
}
