package values

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Value is one of the values that an expression may have.
type Value struct {
	// Expr is the expression that the value was written as, where the trail
	// ends: a constant, a literal, a call of another package's function, a
	// parameter. It is nil for a zero value.
	Expr ast.Expr
	// Whole says that the value is a field of Expr, into which the trail does
	// not lead.
	Whole bool
	// At are the assignments, returns and calls that the trail passes, from the
	// expression to the value.
	At []inspector.Cursor
	// Default says that the trail passes a struct field or an exported variable,
	// which other packages may set to something else.
	Default bool
	// Known is what the value is if it is not written in Expr. Expr is then the
	// expression of this package whose value it is, never nil.
	Known *Known

	text constant.Value // what was made of Expr, if it is not Expr itself
	list *List          // its elements, if they are known already
}

// Zero reports whether the value is its type's zero value because nothing was
// written.
func (val Value) Zero() bool { return val.Expr == nil }

// Sources returns the values that e may have in production. There is at least
// one. A value that cannot be followed is among them as an expression that is
// neither a constant nor a literal.
func (v *View) Sources(e ast.Expr) []Value { return v.sources(e, nil) }

// Field returns the values that a field of e, a struct or a pointer to one, may
// have in production.
func (v *View) Field(e ast.Expr, name string) []Value { return v.field(e, name, nil) }

func (v *View) sources(e ast.Expr, at []inspector.Cursor) []Value {
	e = bare(e)
	leave, ok := v.enter(e, false)
	if !ok {
		return []Value{{Expr: e, At: at}}
	}
	defer leave()
	switch n := e.(type) {
	case *ast.Ident:
		if obj, ok := v.info.Uses[n].(*types.Var); ok {
			return v.ofVariable(n, obj, "", at)
		}
	case *ast.SelectorExpr:
		return v.ofSelector(n, at)
	case *ast.IndexExpr:
		return v.ofIndex(n, at)
	case *ast.TypeAssertExpr:
		if n.Type != nil {
			return v.sources(n.X, at)
		}
	case *ast.CompositeLit:
		return []Value{v.evaluated(Value{Expr: e, At: at})}
	case *ast.CallExpr:
		return v.ofCallExpr(n, at)
	case *ast.BinaryExpr, *ast.UnaryExpr:
		return []Value{v.ofOperation(e, at)}
	}
	return []Value{{Expr: e, At: at}}
}

// ofOperation returns the value of a condition or of two texts put together.
func (v *View) ofOperation(e ast.Expr, at []inspector.Cursor) Value {
	val := Value{Expr: e, At: at}
	t := v.info.TypeOf(e)
	if v.constant(e) != nil || t == nil {
		return val
	}
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		if truth, known := v.truthOf(e); known {
			val.text = constant.MakeBool(truth)
		}
	}
	if b, ok := e.(*ast.BinaryExpr); ok && b.Op == token.ADD && isText(t) {
		x, xOK := v.String(b.X)
		y, yOK := v.String(b.Y)
		if xOK && yOK {
			val.text = constant.MakeString(x + y)
		}
	}
	return val
}

// ofCallExpr returns the values of a conversion, of a function that is known, or
// of one of this package.
func (v *View) ofCallExpr(n *ast.CallExpr, at []inspector.Cursor) []Value {
	if v.info.Types[n.Fun].IsType() && len(n.Args) == 1 {
		return v.sources(n.Args[0], at)
	}
	if vals, ok := v.defaultOf(n, 0, at); ok {
		return vals
	}
	if vals, ok := v.ofTextCall(n, at); ok {
		return vals
	}
	if fn := v.builtin(n); fn == "append" || fn == "make" {
		return []Value{v.evaluated(Value{Expr: n, At: at})}
	}
	return v.ofCall(n, 0, "", at)
}

// evaluated returns val with its elements, where what they are depends on the
// call that is being looked into.
func (v *View) evaluated(val Value) Value {
	if v.frame == nil {
		return val
	}
	if _, ok := sliceOf(v.info.TypeOf(val.Expr)); !ok {
		return val
	}
	if l := v.List(val); l.Complete || len(l.Items) > 0 {
		val.list = &l
	}
	return val
}

func sliceOf(t types.Type) (*types.Slice, bool) {
	if t == nil {
		return nil, false
	}
	s, ok := t.Underlying().(*types.Slice)
	return s, ok
}

func (v *View) field(e ast.Expr, name string, at []inspector.Cursor) []Value {
	e = bare(e)
	unknown := []Value{{Expr: e, Whole: true, At: at}}
	leave, ok := v.enter(e, false)
	if !ok {
		return unknown
	}
	defer leave()
	inField := func(e ast.Expr, at []inspector.Cursor) []Value { return v.field(e, name, at) }
	switch n := e.(type) {
	case *ast.CompositeLit:
		return v.ofLiteral(n, name, at)
	case *ast.Ident:
		if obj, ok := v.info.Uses[n].(*types.Var); ok {
			return v.ofVariable(n, obj, name, at)
		}
	case *ast.SelectorExpr:
		if vals, ok := v.ofEmbedded(n, name, at); ok {
			return vals
		}
		if f := v.fieldOf(n); f != nil {
			return v.anywhere(f, at, inField, unknown)
		}
		if obj, ok := v.info.Uses[n.Sel].(*types.Var); ok && obj.Pkg() == v.pkg && !obj.IsField() {
			return v.ofVariable(n.Sel, obj, name, at)
		}
	case *ast.CallExpr:
		if v.info.Types[n.Fun].IsType() && len(n.Args) == 1 {
			return inField(n.Args[0], at)
		}
		if v.builtin(n) == "new" {
			return []Value{{At: at}}
		}
		return v.ofCall(n, 0, name, at)
	}
	return unknown
}

// bare takes parentheses, & and * from e: a pointer and what it points to are
// one here.
func bare(e ast.Expr) ast.Expr {
	switch n := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return bare(n.X)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return bare(n.X)
		}
		return n
	default:
		return n
	}
}

// busyKey is an expression that is being resolved, or whose elements are, in
// a call.
type busyKey struct {
	frame *frame
	e     ast.Node
	list  bool
}

// enter notes that e is being resolved; ok is false if it already is, if the
// trail is too long, or if there are too many of them.
func (v *View) enter(e ast.Expr, list bool) (leave func(), ok bool) {
	if len(v.busy) == 0 {
		v.steps = 0
	}
	key := busyKey{v.frame, e, list}
	if v.steps++; v.busy[key] || len(v.busy) > 60 || v.steps > 1000 {
		return nil, false
	}
	v.busy[key] = true
	return func() { delete(v.busy, key) }, true
}

func setDefault(vals []Value) {
	for i := range vals {
		vals[i].Default = true
	}
}

func with(at []inspector.Cursor, cur inspector.Cursor) []inspector.Cursor {
	return append(slices.Clip(at), cur)
}
