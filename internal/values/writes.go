package values

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// Write is an assignment to a variable or to a field.
type Write struct {
	// Value is what is written, or nil if it is unknown, or if the variable is
	// declared without a value.
	Value ast.Expr
	Zero  bool
	At    inspector.Cursor // the statement, specification or literal
	// Loose: not to a field of a variable of its own, but to that of a
	// parameter, of a receiver, or of a field.
	Loose bool
}

// Writes returns what the package writes to a variable, or to a field of
// whatever variable; ok is false if there may be more: its address is taken.
func (r *Result) Writes(obj *types.Var) (writes []Write, ok bool) {
	x := r.index()
	list := x.writes[obj]
	if obj.IsField() {
		list = x.fields[obj]
	}
	for _, w := range list {
		if w.field == "" || obj.IsField() {
			writes = append(writes, Write{Value: w.value, Zero: w.zero, At: w.at, Loose: w.loose})
		}
	}
	return writes, len(x.escapes[obj]) == 0
}

// LiteralsWithout returns the struct literals that leave a field out.
func (r *Result) LiteralsWithout(field *types.Var) (literals []inspector.Cursor) {
	for _, lit := range r.index().literals {
		st, _ := structOf(r.info.TypeOf(lit.Node().(*ast.CompositeLit)))
		i := fieldIndex(st, field)
		if i < 0 {
			continue
		}
		if _, ok := element(lit.Node().(*ast.CompositeLit), field.Name(), i); !ok {
			literals = append(literals, lit)
		}
	}
	return literals
}

// Met reports whether a condition is known to be met in this view.
func (v *View) Met(c Condition) bool {
	return v.fails(Condition{Expr: c.Expr, Cases: c.Cases, Holds: !c.Holds})
}
