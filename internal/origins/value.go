package origins

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
)

// value is what an expression has been evaluated to; one of the types below, never
// nil.
type value any

// taint says what a value was made from.
type taint uint8

const (
	ofOrigin  taint = 1 << iota // the origin, or something else of the request that nobody knows
	ofConfig                    // something that was assumed of the configuration
	ofQuoted                    // the same, quoted for a regular expression
	ofRequest                   // the request's method or path
)

type (
	// unknown is any value. key identifies it if it is the same whenever it is
	// asked for.
	unknown struct {
		taint taint
		key   any
	}
	text struct {
		s     string
		taint taint
	}
	number  int64
	boolean bool
	null    struct{} // nil of any type
	failure struct{} // an error that is not nil
	tuple   []value  // results of a call
	// list is a slice or an array.
	list struct{ elems []value }
	// mapping is a map with keys that are known.
	mapping struct {
		keys  []value
		elems []value
		index map[any]int // of keys that are known
		zero  value
	}
	object struct { // a struct or what a pointer to one points to
		fields map[string]value
		typ    *types.Struct
	}
	link struct { // a *url.URL or url.URL
		u     *url.URL
		taint taint
	}
	address struct { // a net.IP or netip.Addr
		ip    netip.Addr
		taint taint
	}
	pattern struct { // a *regexp.Regexp
		re   *regexp.Regexp
		expr ast.Expr // the text as it was written, if it was written in one piece
	}
	closure struct { // a function with its body
		params *ast.FieldList
		result *ast.FieldList
		body   *ast.BlockStmt
		frame  *frame
		self   *ast.Ident // the receiver's name
		recv   value
	}
	native struct { // a function without one, or a method value
		fn   *types.Func
		recv value // nil for a function
	}
)

func known(s string) text { return text{s: s} }

// taintOf returns what any of the values was made from. Of large ones it says
// that they were made from the origin.
func taintOf(vals ...value) taint {
	left := maxElems
	return taintWithin(vals, &left)
}

func taintWithin(vals []value, left *int) taint {
	var t taint
	for _, v := range vals {
		if *left--; *left < 0 {
			return ofOrigin
		}
		switch v := v.(type) {
		case unknown:
			t |= v.taint
		case text:
			t |= v.taint
		case link:
			t |= v.taint
		case address:
			t |= v.taint
		case closure:
			t |= ofOrigin // it may have caught it
		default:
			t |= taintWithin(parts(v), left)
		}
	}
	return t
}

// maxElems bounds the lists and maps that are interpreted.
const maxElems = 300

// parts returns the values that a value consists of.
func parts(v value) []value {
	switch v := v.(type) {
	case *list:
		return v.elems
	case tuple:
		return v
	case *mapping:
		return append(slices.Clip(v.keys), v.elems...)
	case *object:
		return slices.Collect(maps.Values(v.fields))
	case native:
		if v.recv != nil {
			return []value{v.recv}
		}
	}
	return nil
}

// lost returns a value that nobody knows, made of others.
func lost(of ...value) value { return unknown{taint: taintOf(of...)} }

func ofConstant(c constant.Value) value {
	switch c.Kind() {
	case constant.String:
		return known(constant.StringVal(c))
	case constant.Bool:
		return boolean(constant.BoolVal(c))
	case constant.Int:
		if n, exact := constant.Int64Val(c); exact {
			return number(n)
		}
	}
	return unknown{}
}

// zeroOf returns the zero value of a type.
func zeroOf(t types.Type) value {
	if t == nil {
		return unknown{}
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return known("")
		case u.Info()&types.IsBoolean != 0:
			return boolean(false)
		case u.Info()&types.IsInteger != 0:
			return number(0)
		}
	case *types.Slice:
		return &list{}
	case *types.Map:
		return &mapping{zero: elementZero(u.Elem())}
	case *types.Struct:
		return &object{fields: make(map[string]value), typ: u}
	case *types.Pointer, *types.Interface, *types.Signature, *types.Chan:
		return null{}
	}
	return unknown{}
}

// elementZero is zeroOf for the elements of a map, which may be of the type
// that contains them.
func elementZero(t types.Type) value {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Slice, *types.Struct, *types.Pointer, *types.Interface, *types.Signature:
		return zeroOf(t)
	}
	return unknown{}
}

// copied returns v as an assignment of a value of type t stores it: structs and
// arrays are copied.
func copied(v value, t types.Type) value {
	if t == nil {
		return v
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		o, ok := v.(*object)
		if !ok {
			return v
		}
		c := &object{fields: make(map[string]value, len(o.fields)), typ: o.typ}
		for i := range u.NumFields() {
			if f, ok := o.fields[u.Field(i).Name()]; ok {
				c.fields[u.Field(i).Name()] = copied(f, u.Field(i).Type())
			}
		}
		return c
	case *types.Array:
		l, ok := v.(*list)
		if !ok {
			return v
		}
		c := &list{}
		for _, e := range l.elems {
			c.elems = append(c.elems, copied(e, u.Elem()))
		}
		return c
	}
	return v
}

// field returns the field of an object.
func (o *object) field(name string) value {
	if v, ok := o.fields[name]; ok {
		return v
	}
	if o.typ == nil {
		return unknown{}
	}
	for i := range o.typ.NumFields() {
		if f := o.typ.Field(i); f.Name() == name {
			return zeroOf(f.Type())
		}
	}
	return unknown{}
}

// at returns the index of a key that is known, or -1.
func (m *mapping) at(key value) int {
	if i, ok := m.index[keyOf(key)]; ok {
		return i
	}
	return -1
}

func (m *mapping) set(key, elem value) {
	k := keyOf(key)
	if i, ok := m.index[k]; ok && k != nil {
		m.elems[i] = elem
		return
	}
	if m.index == nil {
		m.index = make(map[any]int)
	}
	if k != nil {
		m.index[k] = len(m.keys)
	}
	m.keys, m.elems = append(m.keys, key), append(m.elems, elem)
}

// keyOf returns something that is the same for keys that are, or nil.
func keyOf(key value) any {
	switch key := key.(type) {
	case text:
		return key.s
	case number, boolean:
		return key
	}
	return nil
}
