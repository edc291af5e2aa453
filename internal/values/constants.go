package values

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
)

func name(fn *types.Func) string { return frameworks.FuncOf(fn).String() }

// Constant returns the constant that e always is in production, through
// variables, or nil.
func (v *View) Constant(e ast.Expr) constant.Value {
	return v.constantUnless(e, func(Value) bool { return false })
}

// constantUnless is Constant, but nil if one of the values is not to be relied on.
func (v *View) constantUnless(e ast.Expr, unsure func(Value) bool) constant.Value {
	if c := v.constant(e); c != nil {
		return c
	}
	var c constant.Value
	for _, val := range v.Sources(e) {
		own := v.ConstantOf(val, v.info.TypeOf(e))
		if own == nil || unsure(val) || c != nil && !constant.Compare(c, token.EQL, own) {
			return nil
		}
		c = own
	}
	return c
}

// ConstantOf returns the constant that val is, or nil; t is its type, for zero
// values.
func (v *View) ConstantOf(val Value, t types.Type) constant.Value {
	switch {
	case val.Whole:
		return nil
	case val.Known != nil:
		return val.Known.constant(t)
	case val.text != nil:
		return val.text
	case val.list != nil:
		return nil
	case val.Zero():
		return zero(t)
	}
	return v.constant(val.Expr)
}

func zero(t types.Type) constant.Value {
	b, ok := t.Underlying().(*types.Basic)
	switch {
	case !ok:
		return nil
	case b.Info()&types.IsString != 0:
		return constant.MakeString("")
	case b.Info()&types.IsBoolean != 0:
		return constant.MakeBool(false)
	case b.Info()&types.IsNumeric != 0:
		return constant.MakeInt64(0)
	}
	return nil
}

// String returns the constant string that e always is in production.
func (v *View) String(e ast.Expr) (string, bool) {
	c := v.Constant(e)
	if c == nil || c.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c), true
}
