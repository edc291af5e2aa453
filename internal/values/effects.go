package values

import (
	"go/types"
	"slices"
)

// effects returns the calls that may write to a field of a variable, or to all of
// it, because they get its address; ok is false if something else may.
func (v *View) effects(obj *types.Var, field string) (writes []write, ok bool) {
	for i, e := range v.index().escapes[obj] {
		does, known := v.touches(e, field, 0)
		if !known {
			return nil, false
		}
		if does {
			writes = append(writes, write{field: field, at: e.call, effect: &v.index().escapes[obj][i]})
		}
	}
	return writes, true
}

// touches reports whether somebody who gets the address of a variable writes to a
// field of it, or to all of it; known is false if that cannot be told.
func (v *View) touches(e escape, field string, depth int) (does, known bool) {
	if e.fn == nil || depth > 3 {
		return false, false
	}
	if v.harmless[name(e.fn)] {
		return false, true
	}
	x := v.index()
	decl, ok := x.decls[e.fn]
	if !ok || !e.call.Valid() || v.Skipped(e.call) {
		return false, ok && e.call.Valid()
	}
	obj := parameter(e.fn.Signature(), e.arg)
	if obj == nil || decl.Node() == nil {
		return false, false
	}
	for _, w := range x.writes[obj] {
		if w.field == "" || w.field == field || field == "" || v.holds(obj, w.field, field) {
			does = true
		}
	}
	for _, inner := range x.escapes[obj] {
		innerDoes, innerKnown := v.touches(inner, field, depth+1)
		if !innerKnown {
			return false, false
		}
		does = does || innerDoes
	}
	return does, true
}

// harmlessEscapes reports whether nobody who gets the address of obj writes to it.
func (v *View) harmlessEscapes(obj *types.Var) bool {
	return !slices.ContainsFunc(v.index().escapes[obj], func(e escape) bool {
		does, known := v.touches(e, "", 0)
		return does || !known
	})
}

// WrittenLoosely reports whether the package writes to a field other than in a
// literal or through a variable of its own: to s.cfg.Field, or to the field of
// a parameter.
func (r *Result) WrittenLoosely(field *types.Var) bool {
	x := r.index()
	return len(x.escapes[field]) > 0 || slices.ContainsFunc(x.fields[field], func(w write) bool { return w.loose })
}
