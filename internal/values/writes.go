package values

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Write is an assignment to a variable or to a field.
type Write struct {
	// Value is what is written, or nil if it is unknown, or if the variable is
	// declared without a value.
	Value ast.Expr
	Zero  bool
	// Setting is the flag whose default is Value, as users write it, or "".
	Setting string
	At      inspector.Cursor // the statement, specification or literal
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
		if w.field != "" && !obj.IsField() {
			continue
		}
		if w.index != nil {
			w.value = nil // an element
		}
		writes = append(writes, Write{Value: w.value, Zero: w.zero, Setting: w.setting, At: w.at, Loose: w.loose})
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

// KeyDefault is a default that the package gives to a key of a library of
// configuration.
type KeyDefault struct {
	Key   string // as it is written
	Value ast.Expr
	At    inspector.Cursor // the call
}

// KeyDefaults returns the defaults that the package gives to keys: those that it
// sets, and those of the flags that it binds to a key. They are sorted by key.
func (r *Result) KeyDefaults() (defaults []KeyDefault) {
	k := r.keyed()
	for _, of := range k.defaults {
		for _, d := range of {
			defaults = append(defaults, KeyDefault{d.key, d.value, d.at})
		}
	}
	for key, names := range k.bound {
		for _, name := range names {
			for _, f := range k.flags[name] {
				if f.value != nil && len(k.defaults[key]) == 0 {
					defaults = append(defaults, KeyDefault{key, f.value, f.at})
				}
			}
		}
	}
	slices.SortStableFunc(defaults, func(a, b KeyDefault) int { return cmp.Compare(a.Key, b.Key) })
	return defaults
}

// Met reports whether a condition is known to be met in this view.
func (v *View) Met(c Condition) bool {
	return v.fails(Condition{Expr: c.Expr, Cases: c.Cases, Holds: !c.Holds})
}
