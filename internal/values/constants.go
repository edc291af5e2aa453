package values

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

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

// Item is an element of a list of strings.
type Item struct {
	Text  string
	Expr  ast.Expr // what it was written as, perhaps within a longer string
	Known *Known   // where it is written, if that is not in Expr
}

// List is a list of strings as far as it is known.
type List struct {
	Items    []Item
	Complete bool // there are no other elements
}

// List returns the elements of a list of strings, one of the values of an
// expression.
func (v *View) List(val Value) List {
	if val.Known != nil {
		return val.Known.list(val)
	}
	switch e := val.Expr.(type) {
	case nil:
		return List{Complete: true}
	case *ast.Ident:
		return List{Complete: v.info.Types[e].IsNil()}
	case *ast.CompositeLit:
		l := List{Complete: true}
		for _, elt := range e.Elts {
			if text, ok := v.String(elt); ok {
				l.Items = append(l.Items, Item{Text: text, Expr: elt})
			} else {
				l.Complete = false
			}
		}
		return l
	case *ast.CallExpr:
		return v.listOfCall(e)
	}
	return List{}
}

// listOfCall returns the elements of append, make and of what splits a
// constant string.
func (v *View) listOfCall(call *ast.CallExpr) List {
	switch fn := typeutil.Callee(v.info, call).(type) {
	case *types.Builtin:
		switch fn.Name() {
		case "append":
			return v.listOfAppend(call)
		case "make":
			return List{Complete: len(call.Args) > 1 && v.isZero(call.Args[1])}
		}
	case *types.Func:
		switch name(fn) {
		case "strings.Split":
			text, ok := v.String(call.Args[0])
			sep, ok2 := v.String(call.Args[1])
			if ok && ok2 {
				return listOf(call.Args[0], strings.Split(text, sep))
			}
		case "strings.Fields":
			if text, ok := v.String(call.Args[0]); ok {
				return listOf(call.Args[0], strings.Fields(text))
			}
		}
	}
	return List{}
}

func listOf(e ast.Expr, texts []string) List {
	l := List{Complete: true}
	for _, t := range texts {
		l.Items = append(l.Items, Item{Text: t, Expr: e})
	}
	return l
}

func (v *View) isZero(e ast.Expr) bool {
	c := v.constant(e)
	return c != nil && c.Kind() == constant.Int && constant.Sign(c) == 0
}

func (v *View) listOfAppend(call *ast.CallExpr) List {
	l := v.common(call.Args[0])
	if call.Ellipsis.IsValid() && len(call.Args) == 2 {
		more := v.common(call.Args[1])
		return List{append(l.Items, more.Items...), l.Complete && more.Complete}
	}
	for _, arg := range call.Args[1:] {
		if text, ok := v.String(arg); ok {
			l.Items = append(l.Items, Item{Text: text, Expr: arg})
		} else {
			l.Complete = false
		}
	}
	return l
}

// common returns the list that e is if it has one value, an unknown list
// otherwise.
func (v *View) common(e ast.Expr) List {
	if vals := v.Sources(e); len(vals) == 1 && !vals[0].Whole {
		return v.List(vals[0])
	}
	return List{}
}
