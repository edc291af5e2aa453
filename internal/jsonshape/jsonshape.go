// Package jsonshape tells the top-level form of the JSON that encoding/json
// makes of a type or an expression: which keys the object has, of which JSON
// types, and with which constant values.
//
// It is careful: what it is not sure of is Unknown, and a key that may be
// missing is Optional. Rules that ask "is this key missing?" therefore never
// hear a yes that is a guess.
package jsonshape

import (
	"slices"
	"strings"
)

// Type is a JSON type.
type Type int

const (
	Unknown Type = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

var typeNames = [...]string{"unknown", "null", "bool", "number", "string", "array", "object"}

// String returns the name that configurations use.
func (t Type) String() string { return typeNames[t] }

// TypeNames are the names of the types that a key of an object can be declared
// to have.
func TypeNames() []string { return []string{"bool", "number", "string", "array", "object"} }

// OfKeys returns the shape of an object whose keys are written as "name" or
// "name:type", with the names of types that TypeNames lists; unknown if there are
// no keys.
func OfKeys(keys []string) Shape {
	if len(keys) == 0 {
		return Shape{}
	}
	s := Shape{Type: Object}
	for _, key := range keys {
		name, typ, _ := strings.Cut(key, ":")
		t, _ := TypeNamed(typ)
		s.Keys = append(s.Keys, Key{Name: name, Type: t})
	}
	return s
}

// TypeNamed returns the type with the given name; ok is false if there is none.
func TypeNamed(name string) (t Type, ok bool) {
	i := slices.Index(typeNames[:], name)
	if i < int(Bool) {
		return Unknown, false
	}
	return Type(i), true
}

// Key is a top-level key of an object.
type Key struct {
	Name     string
	Type     Type
	Optional bool   // there are values without it
	Value    string // its constant value as JSON, or ""
	Given    bool   // a literal sets it, and not only its type has it
}

// Shape is the form of a JSON value. The zero Shape is unknown. It can be part
// of a fact.
type Shape struct {
	Type Type
	Keys []Key // of an Object, in the order of the source
	Open bool  // an Object that may have further keys
}

// Known reports whether anything is known of the value.
func (s Shape) Known() bool { return s.Type != Unknown }

// Key returns the key with the given name.
func (s Shape) Key(name string) (Key, bool) {
	i := slices.IndexFunc(s.Keys, func(k Key) bool { return k.Name == name })
	if i < 0 {
		return Key{}, false
	}
	return s.Keys[i], true
}

// Has reports whether the value can have the key: it has it, or it is not
// known which keys it has.
func (s Shape) Has(name string) bool {
	_, ok := s.Key(name)
	return ok || s.Open
}

// Names returns the names of the keys.
func (s Shape) Names() []string {
	var names []string
	for _, k := range s.Keys {
		names = append(names, k.Name)
	}
	return names
}

// Equal reports whether both shapes are the same.
func (s Shape) Equal(t Shape) bool {
	return s.Type == t.Type && s.Open == t.Open && slices.Equal(s.Keys, t.Keys)
}

// set adds the key, or replaces it.
func (s *Shape) set(k Key) {
	if i := slices.IndexFunc(s.Keys, func(old Key) bool { return old.Name == k.Name }); i >= 0 {
		s.Keys[i] = k
		return
	}
	s.Keys = append(s.Keys, k)
}

// Join returns the shape of a value that is either s or t.
func Join(s, t Shape) Shape {
	if s.Equal(t) {
		return s
	}
	if s.Type != t.Type || s.Type != Object {
		if s.Type == t.Type {
			return Shape{Type: s.Type}
		}
		return Shape{}
	}
	j := Shape{Type: Object, Open: s.Open || t.Open}
	for _, k := range s.Keys {
		other, ok := t.Key(k.Name)
		j.set(joinKeys(k, other, ok))
	}
	for _, k := range t.Keys {
		if _, ok := s.Key(k.Name); !ok {
			j.set(joinKeys(k, Key{}, false))
		}
	}
	return j
}

func joinKeys(k, other Key, both bool) Key {
	if !both {
		k.Optional, k.Value = true, ""
		return k
	}
	k.Given = k.Given && other.Given
	k.Optional = k.Optional || other.Optional
	if k.Type != other.Type {
		k.Type = Unknown
	}
	if k.Value != other.Value {
		k.Value = ""
	}
	return k
}
