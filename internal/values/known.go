package values

import (
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
	"unicode"
)

// Known is a value that is not written where it is used: a configuration file
// has it, a struct tag, the default of a flag or of a key, or another package.
// A message says of it "KEY is VALUE PLACE".
type Known struct {
	// Items are the elements of a list. A single text is one item.
	Items []string
	List  bool
	// Key is what would set it, as its users write it: CORS_ORIGINS,
	// cors.allowed_origins, -cors-origins, or the name of a variable or a
	// function of another package.
	Key string
	// Place says where it is so, with its preposition: "in
	// config/production.yaml:12", "by default", "by default (config/config.go:31)".
	Place string
}

// Foreign tells a View what other packages of the program are known to do. It is
// asked in views by default only.
type Foreign interface {
	// Known returns what a variable or a field of another package is when nobody
	// has configured it, or what a function of it without parameters returns. A
	// Known that is no list and has no items is something unknown: tags of the
	// field do not count.
	Known(obj types.Object) (Known, bool)
	// Fallback returns the indices of the parameters of a function that looks
	// something up by its key and returns the fallback if there is nothing; key is
	// -1 for a function that has no such parameter.
	Fallback(fn *types.Func) (key, fallback int, ok bool)
	// KeyDefault returns the default that another package sets for a key of a
	// configuration library.
	KeyDefault(key string) (Known, bool)
}

// WithForeign returns v with what is known of other packages.
func (v *View) WithForeign(f Foreign) *View {
	d := v.fresh()
	d.foreign = f
	return d
}

// Unbound returns v for those who look into a function as such: its parameters
// may be anything there, whatever the package's calls pass.
func (v *View) Unbound() *View {
	d := v.fresh()
	d.unbound = true
	return d
}

// with returns k as a single text, or nil if k is.
func (k *Known) with(text string) *Known {
	if k == nil {
		return nil
	}
	return &Known{Items: []string{text}, Key: k.Key, Place: k.Place}
}

// withList returns k as a list, or nil if k is.
func (k *Known) withList(items []string) *Known {
	if k == nil {
		return nil
	}
	return &Known{Items: items, List: true, Key: k.Key, Place: k.Place}
}

// as returns k as something of type t: a text is split where a list is asked for.
func (k *Known) as(t types.Type) (*Known, bool) {
	if t == nil {
		return k, true
	}
	s, ok := sliceOf(t)
	switch {
	case ok && !isText(s.Elem()):
		return nil, false
	case ok == k.List:
		return k, true
	case ok && len(k.Items) == 1:
		return k.withList(strings.FieldsFunc(k.Items[0], func(r rune) bool { return r == ',' || unicode.IsSpace(r) })), true
	}
	_, isAny := t.Underlying().(*types.Interface)
	return k, isAny
}

// constant returns the constant that k is for something of type t, or nil: lists
// are not constants.
func (k *Known) constant(t types.Type) constant.Value {
	if k.List || len(k.Items) != 1 {
		return nil
	}
	text := k.Items[0]
	if t == nil {
		return constant.MakeString(text)
	}
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return nil
	}
	switch {
	case b.Info()&types.IsBoolean != 0:
		if is, err := strconv.ParseBool(text); err == nil {
			return constant.MakeBool(is)
		}
	case b.Info()&types.IsNumeric != 0:
		if c := constant.MakeFromLiteral(text, token.INT, 0); c.Kind() == constant.Int {
			return c
		}
	case b.Info()&types.IsString != 0:
		return constant.MakeString(text)
	}
	return nil
}

// list returns the elements of k, all found at val.
func (k *Known) list(val Value) List {
	l := List{Complete: true}
	for _, text := range k.Items {
		l.Items = append(l.Items, Item{Text: text, Expr: val.Expr, Known: k})
	}
	return l
}
