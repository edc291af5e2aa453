package values

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/settings"
)

// placeDefault says of a default of this package where it is.
const placeDefault = "by default"

// defaultOf returns the values that a result of a call has by default, if it asks
// for configuration.
func (v *View) defaultOf(call *ast.CallExpr, result int, at []inspector.Cursor) ([]Value, bool) {
	fn := typeutil.StaticCallee(v.info, call)
	if fn == nil || !v.byDefault {
		return nil, false
	}
	switch id := name(fn); id {
	case "os.Getenv", "os.LookupEnv", "syscall.Getenv":
		return v.ofEnvironment(call, result, at), true
	case "cmp.Or": // the first that is not its zero value
		return v.firstOf(call, at)
	case "strconv.ParseBool", "strconv.Atoi":
		return v.parsed(call, result, at)
	default:
		if result == 0 {
			return v.ofLibrary(call, fn, at)
		}
	}
	return nil, false
}

// ofEnvironment returns what os.Getenv or os.LookupEnv returns.
func (v *View) ofEnvironment(call *ast.CallExpr, result int, at []inspector.Cursor) []Value {
	key, ok := v.String(call.Args[0])
	var k *Known
	set := false
	if ok {
		k, set = v.variableNamed(key)
	}
	switch {
	case set && k == nil || !ok && v.env != nil:
		return []Value{{Expr: call, At: at}}
	case result == 1:
		return []Value{{Expr: call, At: at, text: constant.MakeBool(set)}}
	case set:
		return []Value{{Expr: call, At: at, Known: k}}
	}
	return []Value{{At: at}}
}

// variableNamed returns what the files of the environment say an environment
// variable is: nil if that is something unknown.
func (v *View) variableNamed(name string) (k *Known, set bool) {
	if v.env == nil || name == "" {
		return nil, false
	}
	val, ok := v.env.Variable(name)
	return inFile(val, name), ok
}

// inFile returns what a file says of a key, or nil if that is not known.
func inFile(val settings.Value, key string) *Known {
	if !val.Known() {
		return nil
	}
	return &Known{Items: val.Items, List: val.List, Key: key, Place: fmt.Sprintf("in %s:%d", val.Path, val.Line)}
}

func (v *View) firstOf(call *ast.CallExpr, at []inspector.Cursor) ([]Value, bool) {
	for i, arg := range call.Args {
		if i == len(call.Args)-1 {
			return v.sources(arg, at), true
		}
		c := v.Constant(arg)
		if c == nil {
			return nil, false
		}
		if z := zero(v.info.TypeOf(arg)); z == nil || !constant.Compare(c, token.EQL, z) {
			return v.sources(arg, at), true
		}
	}
	return nil, false
}

// parsed returns the results of functions of package strconv. The error is
// nil or it is the call.
func (v *View) parsed(call *ast.CallExpr, result int, at []inspector.Cursor) ([]Value, bool) {
	text, ok := v.String(call.Args[0])
	if !ok {
		return nil, false
	}
	var c constant.Value
	var err error
	if name(typeutil.StaticCallee(v.info, call)) == "strconv.Atoi" {
		var n int
		n, err = strconv.Atoi(text)
		c = constant.MakeInt64(int64(n))
	} else {
		var is bool
		is, err = strconv.ParseBool(text)
		c = constant.MakeBool(is)
	}
	switch {
	case result == 1 && err == nil:
		return []Value{{At: at}}, true
	case result == 1:
		return []Value{{Expr: call, At: at, text: constant.MakeString(err.Error())}}, true
	}
	return []Value{{Expr: call, At: at, text: c}}, true
}

// ofLibrary returns the values of a call of a library of configuration, or of
// another package's function that is known.
func (v *View) ofLibrary(call *ast.CallExpr, fn *types.Func, at []inspector.Cursor) ([]Value, bool) {
	if f, ok := flagOf(v.info, call); ok && f.target == nil {
		return v.known(f.value, f.key, at), true
	}
	if vals, ok := v.ofGetter(call, fn, at); ok {
		return vals, true
	}
	if v.foreign == nil || fn.Pkg() == v.pkg {
		return nil, false
	}
	if k, ok := v.foreign.Known(fn); ok {
		return v.fromOutside(call, v.overridden(k), at)
	}
	key, fallback, ok := v.foreign.Fallback(fn)
	if !ok || fallback >= len(call.Args) || fallback < 0 {
		return nil, false
	}
	if key >= 0 && key < len(call.Args) {
		if vals, ok := v.configuredBy(call, call.Args[key], at); ok {
			return vals, true
		}
	}
	sig := fn.Signature()
	if sig.Variadic() && fallback == sig.Params().Len()-1 && !call.Ellipsis.IsValid() {
		if _, isList := sliceOf(v.info.TypeOf(call)); isList {
			return []Value{v.variadic(call, fallback, at)}, true
		}
	}
	return v.fallback(call, call.Args[fallback], at)
}

// configuredBy returns what the files of the environment say of a variable or key, the
// argument of a helper.
func (v *View) configuredBy(call *ast.CallExpr, arg ast.Expr, at []inspector.Cursor) ([]Value, bool) {
	key, ok := v.String(arg)
	if !ok || v.env == nil || key == "" {
		return nil, false
	}
	k, set := v.variableNamed(key)
	if !set {
		val, ok := v.env.Key(key)
		if !ok {
			return nil, false
		}
		k = inFile(val, key)
	}
	return v.fromOutside(call, k, at)
}

// fallback returns the values of the argument that a helper returns if nothing
// is configured. A text that is to become a list is split.
func (v *View) fallback(call *ast.CallExpr, arg ast.Expr, at []inspector.Cursor) ([]Value, bool) {
	if _, isList := sliceOf(v.info.TypeOf(call)); isList && !isSlice(v.info.TypeOf(arg)) {
		text, ok := v.String(arg)
		if !ok {
			return nil, false
		}
		k := &Known{Items: []string{text}}
		k, ok = k.as(v.info.TypeOf(call))
		if !ok {
			return nil, false
		}
		l := listOf(arg, k.Items)
		return []Value{{Expr: arg, At: at, list: &l}}, true
	}
	return v.sources(arg, at), true
}

func isSlice(t types.Type) bool {
	_, ok := sliceOf(t)
	return ok
}

// fromOutside returns k as the value of e; nil is an unknown value.
func (v *View) fromOutside(e ast.Expr, k *Known, at []inspector.Cursor) ([]Value, bool) {
	unknown := []Value{{Expr: e, At: at}}
	if k == nil {
		return unknown, true
	}
	t := v.info.TypeOf(e)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	k, ok := k.as(t)
	if !ok {
		return unknown, true
	}
	return []Value{{Expr: e, At: at, Known: k}}, true
}

// overridden returns what the files of the environment say instead of k, or k;
// nil is something unknown.
func (v *View) overridden(k Known) *Known {
	if !k.List && len(k.Items) == 0 {
		return nil
	}
	if file, ok := v.variableNamed(k.Key); ok {
		return file
	}
	if v.env != nil && k.Key != "" {
		if val, ok := v.env.Key(k.Key); ok {
			return inFile(val, k.Key)
		}
	}
	return &k
}

// ofForeign returns the values of another package's variable or field.
func (v *View) ofForeign(n *ast.SelectorExpr, obj *types.Var, at []inspector.Cursor) []Value {
	if vals, ok := v.writtenElsewhere(n, obj, at); ok {
		return vals
	}
	return []Value{{Expr: n, At: at}}
}

// writtenElsewhere returns the values that another package's variable or field has
// because somebody writes to it: its own package, or this one, and then its
// default does not count.
func (v *View) writtenElsewhere(n *ast.SelectorExpr, obj *types.Var, at []inspector.Cursor) ([]Value, bool) {
	if !v.byDefault {
		return nil, false
	}
	if v.sets(obj.Origin()) {
		return []Value{{Expr: n, At: at}}, true
	}
	if v.foreign != nil {
		if k, ok := v.foreign.Known(obj); ok {
			return v.fromOutside(n, v.overridden(k), at)
		}
	}
	return nil, false
}

// sets reports whether this package writes to another package's variable or
// field, or gives its address to somebody.
func (v *View) sets(obj *types.Var) bool {
	x := v.index()
	writes := x.writes[obj]
	if obj.IsField() {
		writes = x.fields[obj]
	}
	return len(x.escapes[obj]) > 0 || slices.ContainsFunc(writes, func(w write) bool { return !v.Skipped(w.at) })
}

// known returns the values of e, the default that this package gives to a key or
// a flag.
func (v *View) known(e ast.Expr, key string, at []inspector.Cursor) []Value {
	vals := v.sources(e, at)
	for i, val := range vals {
		if val.Known != nil || val.Whole || val.Zero() {
			continue
		}
		if c := v.ConstantOf(val, v.info.TypeOf(e)); c != nil {
			vals[i].Known = &Known{Items: []string{textOf(c)}, Key: key, Place: placeDefault}
		} else if l := v.List(val); l.Complete && isSlice(v.info.TypeOf(val.Expr)) {
			k := &Known{List: true, Key: key, Place: placeDefault}
			for _, item := range l.Items {
				k.Items = append(k.Items, item.Text)
			}
			if len(l.Items) == 1 {
				vals[i].Expr = l.Items[0].Expr
			}
			vals[i].Known = k
		}
	}
	return vals
}

// bySetting returns the values that a library of configuration writes to
// a variable by default.
func (v *View) bySetting(w write, at []inspector.Cursor, unknown []Value) []Value {
	if !v.byDefault {
		return unknown
	}
	k, set := v.flagInFiles(strings.TrimLeft(w.setting, "-"))
	e := w.value
	if kv, ok := w.at.Node().(*ast.KeyValueExpr); ok && e == nil {
		e = kv.Value
	}
	switch {
	case set && e != nil:
		vals, _ := v.fromOutside(e, k, at)
		return vals
	case set, w.value == nil:
		return unknown
	}
	return v.known(w.value, w.setting, at)
}

// preferSettings leaves the zero values out where a library writes another one:
// it does so before anybody reads it.
func preferSettings(vals []Value, writes []write) []Value {
	if !slices.ContainsFunc(writes, func(w write) bool { return w.setting != "" }) {
		return vals
	}
	return slices.DeleteFunc(vals, func(val Value) bool { return val.Zero() })
}
