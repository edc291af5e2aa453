package jsonshape

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// OfType returns the shape of the JSON of a value of type t.
func OfType(t types.Type) Shape {
	t = types.Unalias(t)
	if _, ok := t.(*types.TypeParam); ok {
		return Shape{}
	}
	if marshals(t, "MarshalJSON") {
		return Shape{}
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return OfType(p.Elem())
	}
	if marshals(t, "MarshalText") {
		return Shape{Type: String}
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		if _, isMap := t.Underlying().(*types.Map); isMap {
			return Shape{} // an object, but its keys are what matters
		}
		return Shape{Type: TypeOf(t)}
	}
	s := Shape{Type: Object}
	for _, f := range fields(st) {
		s.Keys = append(s.Keys, f.key)
	}
	return s
}

// TypeOf returns the JSON type of a value of type t.
func TypeOf(t types.Type) Type {
	t = types.Unalias(t)
	if _, ok := t.(*types.TypeParam); ok || marshals(t, "MarshalJSON") {
		return Unknown
	}
	if marshals(t, "MarshalText") {
		return String
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return Bool
		case u.Info()&types.IsString != 0:
			if named, ok := t.(*types.Named); ok && named.Obj().Name() == "Number" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "encoding/json" {
				return Number
			}
			return String
		case u.Info()&(types.IsInteger|types.IsFloat) != 0:
			return Number
		case u.Kind() == types.UntypedNil:
			return Null
		}
	case *types.Pointer:
		return TypeOf(u.Elem())
	case *types.Struct, *types.Map:
		return Object
	case *types.Array:
		return Array
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
			return String // base64
		}
		return Array
	}
	return Unknown
}

// marshals reports whether t, or a pointer to it, has the method. Whether the
// value is addressable, so that a pointer's method counts, is not looked at:
// either way the caller learns less, never something wrong.
func marshals(t types.Type, method string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, method)
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 2
}

// field is a struct field that becomes a key.
type field struct {
	key    Key
	v      *types.Var
	depth  int
	tagged bool
	direct bool // not promoted from an embedded struct
}

// fields returns the fields that encoding/json writes, by its rules: exported,
// renamed by tags, promoted from embedded structs, and of several with one name
// the least nested, or the tagged one among them, or none.
func fields(st *types.Struct) []field {
	var all []field
	collect(st, 0, false, map[*types.Struct]bool{}, &all)
	var kept []field
	for i, f := range all {
		dominated := false
		for j, g := range all {
			if i == j || g.key.Name != f.key.Name {
				continue
			}
			if g.depth < f.depth || g.depth == f.depth && (g.tagged || !f.tagged) {
				dominated = true
			}
		}
		if !dominated {
			kept = append(kept, f)
		}
	}
	return kept
}

func collect(st *types.Struct, depth int, optional bool, seen map[*types.Struct]bool, all *[]field) {
	if seen[st] {
		return
	}
	seen[st] = true
	for i := range st.NumFields() {
		v := st.Field(i)
		tag := reflect.StructTag(st.Tag(i)).Get("json")
		if tag == "-" {
			continue
		}
		name, opts, _ := strings.Cut(tag, ",")
		if v.Embedded() && name == "" {
			if inner, pointer := embedded(v.Type()); inner != nil {
				collect(inner, depth+1, optional || pointer, seen, all)
				continue
			}
		}
		if !v.Exported() {
			continue
		}
		f := field{v: v, depth: depth, tagged: name != "", direct: depth == 0}
		f.key = Key{Name: name, Type: TypeOf(v.Type()), Optional: optional}
		if name == "" {
			f.key.Name = v.Name()
		}
		options := strings.Split(opts, ",")
		if slices.Contains(options, "omitempty") || slices.Contains(options, "omitzero") {
			f.key.Optional = true
		}
		if slices.Contains(options, "string") && (f.key.Type == Number || f.key.Type == Bool) {
			f.key.Type = String
		}
		*all = append(*all, f)
	}
}

// embedded returns the struct that a field of type t embeds.
func embedded(t types.Type) (st *types.Struct, pointer bool) {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t, pointer = p.Elem(), true
	}
	if marshals(t, "MarshalJSON") {
		return nil, false // then the whole struct has it, or it is one key
	}
	st, _ = t.Underlying().(*types.Struct)
	return st, pointer
}
