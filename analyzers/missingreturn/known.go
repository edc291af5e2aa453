package missingreturn

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// known is what is known on a path of the values of expressions, by keys that
// reader.key makes. It is not changed once others have it.
type known map[string]fact

// fact is the value of an expression: isNil, notNil, or a constant's exact
// string.
type fact struct {
	value string
	vars  string // the variables that it depends on, as reader.key writes them
	whole bool   // the expression is a variable
}

const (
	isNil  = "nil"
	notNil = "not nil"
	yes    = "true"
	no     = "false"
)

// reader reads conditions and assignments.
type reader struct{ info *types.Info }

// key returns what stands for an expression in a known; ok is false if nothing
// does.
func (r reader) key(e ast.Expr) (key, vars string, ok bool) {
	ok = true
	var names []string
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.CompositeLit:
			ok = false
		case *ast.Ident:
			if v, isVar := r.info.ObjectOf(n).(*types.Var); isVar && !v.IsField() {
				names = append(names, r.name(v))
			}
		}
		return ok
	})
	vars = strings.Join(names, " ")
	return types.ExprString(ast.Unparen(e)) + "\x00" + vars, vars, ok && len(names) > 0
}

func (r reader) name(v *types.Var) string {
	name := fmt.Sprintf("%s@%d", v.Name(), v.Pos())
	if expr.IsErrorType(v.Type()) {
		name += errorMark
	}
	return name
}

func (f fact) dependsOn(name string) bool { return slices.Contains(strings.Split(f.vars, " "), name) }

// variable returns the variable that e is.
func (r reader) variable(e ast.Expr) *types.Var {
	id, _ := ast.Unparen(e).(*ast.Ident)
	if id == nil {
		return nil
	}
	v, _ := r.info.ObjectOf(id).(*types.Var)
	return v
}

// root returns the variable that e begins with: x of x.f[i].
func (r reader) root(e ast.Expr) *types.Var {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.CallExpr:
			e = x.Fun
		default:
			return r.variable(x)
		}
	}
}

func (k known) with(key, vars, value string, whole bool) known {
	if k[key].value == value {
		return k
	}
	k = maps.Clone(k)
	k[key] = fact{value, vars, whole}
	return k
}

func (r reader) set(k known, e ast.Expr, value string) known {
	key, vars, ok := r.key(e)
	if !ok {
		return k
	}
	return k.with(key, vars, value, r.variable(e) != nil)
}

// value returns what is known of e.
func (r reader) value(k known, e ast.Expr) string {
	if tv := r.info.Types[e]; tv.IsNil() {
		return isNil
	} else if tv.Value != nil {
		return tv.Value.ExactString()
	}
	key, _, ok := r.key(e)
	if !ok {
		return ""
	}
	return k[key].value
}

// forget drops what depends on v, or on what can be reached through it if it is
// not itself assigned.
func (r reader) forget(k known, v *types.Var, itself bool) known {
	name := r.name(v)
	drop := func(_ string, f fact) bool { return f.dependsOn(name) && (itself || !f.whole) }
	for key, f := range k {
		if drop(key, f) {
			k = maps.Clone(k)
			maps.DeleteFunc(k, drop)
			return k
		}
	}
	return k
}

// meet returns what both know.
func meet(a, b known) known {
	if len(b) < len(a) {
		a, b = b, a
	}
	for key, f := range a {
		if b[key].value != f.value {
			a = maps.Clone(a)
			maps.DeleteFunc(a, func(key string, f fact) bool { return b[key].value != f.value })
			return a
		}
	}
	return a
}

// String makes the same text of the same knowledge.
func (k known) String() string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(k)) {
		b.WriteString(key + "=" + k[key].value + ";")
	}
	return b.String()
}

// holds returns the value of a condition: yes, no, or "" if it is not known.
func (r reader) holds(k known, cond ast.Expr) string {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return negated(r.holds(k, e.X))
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			short := yes // the value that decides alone
			if e.Op == token.LAND {
				short = no
			}
			x, y := r.holds(k, e.X), r.holds(k, e.Y)
			switch {
			case x == short || y == short:
				return short
			case x == "" || y == "":
				return ""
			}
			return negated(short)
		case token.EQL:
			return r.equal(k, e)
		case token.NEQ:
			return negated(r.equal(k, e))
		}
	}
	if v := r.value(k, cond); v == yes || v == no {
		return v
	}
	return ""
}

func negated(v string) string {
	switch v {
	case yes:
		return no
	case no:
		return yes
	}
	return ""
}

// equal returns whether the operands of a comparison are equal.
func (r reader) equal(k known, e *ast.BinaryExpr) string {
	x, y := r.value(k, e.X), r.value(k, e.Y)
	switch {
	case x != "" && y != "" && x != notNil && y != notNil:
		if x == y {
			return yes
		}
		return no
	case x == notNil && y == isNil, x == isNil && y == notNil:
		return no
	}
	key, _, ok := r.equation(e)
	if !ok {
		return ""
	}
	return k[key].value
}

// equation returns the key of a comparison of any kind.
func (r reader) equation(e *ast.BinaryExpr) (key, vars string, ok bool) {
	x, xVars, xOK := r.key(e.X)
	y, yVars, yOK := r.key(e.Y)
	if !xOK && r.info.Types[e.X].Value == nil || !yOK && r.info.Types[e.Y].Value == nil {
		return "", "", false
	}
	return x + "\x00==\x00" + y, strings.TrimSpace(xVars + " " + yVars), true
}

// assume adds to k that a condition has a value.
func (r reader) assume(k known, cond ast.Expr, value string) known {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return r.assume(k, e.X, negated(value))
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			both := yes
			if e.Op == token.LOR {
				both = no
			}
			switch {
			case value == both:
				return r.assume(r.assume(k, e.X, value), e.Y, value)
			case r.holds(k, e.X) == both:
				return r.assume(k, e.Y, value)
			case r.holds(k, e.Y) == both:
				return r.assume(k, e.X, value)
			}
			return k
		case token.EQL:
			return r.equate(k, e, value)
		case token.NEQ:
			return r.equate(k, e, negated(value))
		}
	case *ast.CallExpr:
		if fn, _ := typeutil.Callee(r.info, e).(*types.Func); value == yes && len(e.Args) == 2 && frameworks.FuncOf(fn).Pkg == "errors" {
			k = r.set(k, e.Args[0], notNil) // errors.Is and As
		}
	}
	return r.set(k, cond, value)
}

func (r reader) equate(k known, e *ast.BinaryExpr, value string) known {
	x, y := e.X, e.Y
	if r.info.Types[x].IsNil() || r.info.Types[x].Value != nil {
		x, y = y, x
	}
	switch {
	case r.info.Types[y].IsNil() && value == yes:
		return r.set(k, x, isNil)
	case r.info.Types[y].IsNil():
		return r.set(k, x, notNil)
	case r.info.Types[y].Value != nil && value == yes:
		return r.set(k, x, r.info.Types[y].Value.ExactString())
	}
	if key, vars, ok := r.equation(e); ok {
		k = k.with(key, vars, value, false)
	}
	return k
}

// after returns what is known when a statement has run.
func (r reader) after(k known, n ast.Node) known {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return r.assign(k, n.Lhs, n.Rhs, n.Tok == token.ASSIGN || n.Tok == token.DEFINE)
	case *ast.ValueSpec:
		var lhs []ast.Expr
		for _, name := range n.Names {
			lhs = append(lhs, name)
		}
		k = r.assign(k, lhs, n.Values, true)
		if len(n.Values) == 0 {
			for _, name := range n.Names {
				k = r.set(k, name, zero(r.info.TypeOf(name)))
			}
		}
		return k
	case *ast.IncDecStmt:
		return r.change(k, n.X)
	}
	return k
}

func (r reader) change(k known, e ast.Expr) known {
	if e == nil {
		return k
	}
	if v := r.root(e); v != nil {
		return r.forget(k, v, r.variable(e) != nil)
	}
	return k
}

func (r reader) assign(k known, lhs, rhs []ast.Expr, whole bool) known {
	values := make([]string, len(lhs))
	if len(lhs) == len(rhs) && whole {
		for i, e := range rhs {
			values[i] = r.made(k, e)
		}
	}
	for _, e := range lhs {
		k = r.change(k, e)
	}
	for i, e := range lhs {
		if id, ok := e.(*ast.Ident); values[i] != "" && (!ok || id.Name != "_") {
			k = r.set(k, e, values[i])
		}
	}
	if len(lhs) > 1 && len(rhs) == 1 {
		k = r.pair(k, lhs)
	}
	return k
}

// made returns what is known of the value that an expression makes.
func (r reader) made(k known, e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return notNil
		}
	case *ast.FuncLit:
		return notNil
	case *ast.CallExpr:
		fn, _ := typeutil.Callee(r.info, e).(*types.Func)
		switch frameworks.FuncOf(fn) {
		case frameworks.Func{Pkg: "errors", Name: "New"}, frameworks.Func{Pkg: "fmt", Name: "Errorf"}:
			return notNil
		}
		return ""
	}
	return r.value(k, e)
}

// zero returns what is known of a variable of type t that is declared without a
// value.
func zero(t types.Type) string {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return no
		case u.Info()&types.IsString != 0:
			return `""`
		case u.Info()&types.IsInteger != 0:
			return "0"
		}
	case *types.Pointer, *types.Interface, *types.Slice, *types.Map, *types.Signature, *types.Chan:
		return isNil
	}
	return ""
}

const pairs = "came with\x00"

// pair notes which values came with an error.
func (r reader) pair(k known, lhs []ast.Expr) known {
	err := r.variable(lhs[len(lhs)-1])
	if err == nil || !expr.IsErrorType(err.Type()) {
		return k
	}
	for _, e := range lhs[:len(lhs)-1] {
		if v := r.variable(e); v != nil && v.Name() != "_" {
			k = k.with(pairs+r.name(v), r.name(v)+" "+r.name(err), r.name(err), false)
		}
	}
	return k
}

// failed reports whether v holds what a call returned beside an error that is
// known not to be nil, and may be nil itself.
func (r reader) failed(k known, v *types.Var) bool {
	err := k[pairs+r.name(v)].value
	name, _, ok := strings.Cut(err, "@")
	return ok && k[name+"\x00"+err].value == notNil && k[v.Name()+"\x00"+r.name(v)].value != notNil
}

// failing reports whether some error is known not to be nil.
func (k known) failing() bool {
	for _, f := range k {
		if f.whole && f.value == notNil && strings.HasSuffix(f.vars, errorMark) {
			return true
		}
	}
	return false
}

// errorMark ends the names of variables that are errors.
const errorMark = "!"
