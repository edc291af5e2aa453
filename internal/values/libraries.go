package values

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// flagDefinition is a flag that the package defines.
type flagDefinition struct {
	name, key     string   // the name alone, and as users write it
	value, target ast.Expr // nil if there is none
	variables     []string // environment variables that set it
	at            inspector.Cursor
}

// flagOf returns the flag that a call defines.
func flagOf(info *types.Info, call *ast.CallExpr) (flagDefinition, bool) {
	fn := frameworks.FuncOf(typeutil.StaticCallee(info, call))
	if fn.Pkg == "" {
		return flagDefinition{}, false
	}
	for _, lib := range frameworks.AllSettings() {
		for _, set := range lib.Flags {
			f, ok := set.Flag(fn)
			if !ok || len(call.Args) <= f.Default {
				continue
			}
			name := info.Types[call.Args[f.Name]].Value
			if name == nil || name.Kind() != constant.String {
				return flagDefinition{}, false
			}
			d := flagDefinition{name: constant.StringVal(name), value: call.Args[f.Default]}
			d.key = f.Dashes + d.name
			if f.Target >= 0 {
				d.target = call.Args[f.Target]
			}
			return d, true
		}
	}
	return flagDefinition{}, false
}

// flagOfLiteral returns the flag that a struct literal defines.
func flagOfLiteral(info *types.Info, lit *ast.CompositeLit) (flagDefinition, bool) {
	t := frameworks.TypeOf(info.TypeOf(lit))
	if t.Pkg == "" {
		return flagDefinition{}, false
	}
	for _, lib := range frameworks.AllSettings() {
		i := slices.IndexFunc(lib.FlagTypes, func(f frameworks.FlagType) bool { return f.Type == t })
		if i < 0 {
			continue
		}
		f := lib.FlagTypes[i]
		nameExpr, ok := element(lit, f.Name, -1)
		if !ok || info.Types[nameExpr].Value == nil || info.Types[nameExpr].Value.Kind() != constant.String {
			return flagDefinition{}, false
		}
		d := flagDefinition{name: constant.StringVal(info.Types[nameExpr].Value)}
		d.name, _, _ = strings.Cut(d.name, ",") // v1 has the aliases there
		d.key = f.Dashes + d.name
		d.value, _ = element(lit, f.Value, -1)
		d.target, _ = element(lit, f.Target, -1)
		for _, name := range f.Variables {
			if e, ok := element(lit, name, -1); ok {
				d.variables = append(d.variables, textsIn(info, e)...)
			}
		}
		return d, true
	}
	return flagDefinition{}, false
}

// textsIn returns the constant texts in e, of which a text may list several.
func textsIn(info *types.Info, e ast.Expr) (texts []string) {
	ast.Inspect(e, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			if c := info.Types[e].Value; c != nil && c.Kind() == constant.String {
				texts = append(texts, strings.Split(constant.StringVal(c), ",")...)
				return false
			}
		}
		return true
	})
	return texts
}

// flagInFiles returns what the files of the environment say about the
// environment variables of a flag: nil if that is something unknown.
func (v *View) flagInFiles(name string) (k *Known, set bool) {
	if v.env == nil {
		return nil, false
	}
	for _, f := range v.keyed().flags[name] {
		for _, name := range f.variables {
			if k, set := v.variableNamed(name); set {
				return k, true
			}
		}
	}
	return nil, false
}

// flagAt returns the flag that sets the variable whose address stands at cur.
func flagAt(info *types.Info, cur inspector.Cursor) (f flagDefinition, ok bool) {
	parent := cur.Parent()
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.CallExpr_Args:
		f, ok = flagOf(info, parent.Node().(*ast.CallExpr))
	case edge.KeyValueExpr_Value:
		lit, isLit := parent.Parent().Node().(*ast.CompositeLit)
		if !isLit {
			return f, false
		}
		f, ok = flagOfLiteral(info, lit)
	}
	f.at = parent
	return f, ok && f.target == cur.Node()
}

// keyed is what a package says about the keys and flags of libraries of
// configuration.
type keyed struct {
	defaults  map[string][]keyDefault
	flags     map[string][]flagDefinition
	variables map[string][]string // environment variables of a key
	bound     map[string][]string // flags of a key
}

type keyDefault struct {
	key   string // as it is written
	value ast.Expr
	at    inspector.Cursor
}

func newKeyed(r *Result) *keyed {
	k := &keyed{make(map[string][]keyDefault), make(map[string][]flagDefinition), make(map[string][]string), make(map[string][]string)}
	libs := settingsOf(r.pkg)
	if len(libs) == 0 {
		return k
	}
	for cur := range r.root.Preorder((*ast.CallExpr)(nil), (*ast.CompositeLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if f, ok := flagOf(r.info, n); ok {
				k.addFlag(f, cur)
			}
			fn := frameworks.FuncOf(typeutil.StaticCallee(r.info, n))
			for _, lib := range libs {
				k.call(r, lib, fn, n, cur)
			}
		case *ast.CompositeLit:
			if f, ok := flagOfLiteral(r.info, n); ok {
				k.addFlag(f, cur)
			}
		}
	}
	return k
}

// settingsOf returns the libraries of configuration that a package imports.
func settingsOf(pkg *types.Package) (libs []*frameworks.Settings) {
	for _, lib := range frameworks.AllSettings() {
		if slices.ContainsFunc(pkg.Imports(), func(i *types.Package) bool { return slices.Contains(lib.Packages, i.Path()) }) {
			libs = append(libs, lib)
		}
	}
	return libs
}

func (k *keyed) addFlag(f flagDefinition, cur inspector.Cursor) {
	f.at = cur
	k.flags[f.name] = append(k.flags[f.name], f)
}

// call notes what a call says about keys.
func (k *keyed) call(r *Result, lib *frameworks.Settings, fn frameworks.Func, n *ast.CallExpr, cur inspector.Cursor) {
	has := func(sets []frameworks.Funcs) bool {
		return slices.ContainsFunc(sets, func(s frameworks.Funcs) bool { return s.Has(fn) })
	}
	if len(n.Args) == 0 || fn.Pkg == "" {
		return
	}
	if has(lib.Maps) {
		k.maps(r, "", n.Args[0], cur)
		return
	}
	if has(lib.Structs) && len(n.Args) > 1 {
		k.structs(r, n, cur)
		return
	}
	key, ok := r.text(n.Args[0])
	if !ok || len(n.Args) < 2 {
		return
	}
	id := strings.ToLower(key)
	switch {
	case has(lib.Defaults):
		k.value(r, key, n.Args[1], cur)
	case has(lib.Variables):
		for _, arg := range n.Args[1:] {
			if name, ok := r.text(arg); ok {
				k.variables[id] = append(k.variables[id], name)
			}
		}
	case has(lib.BoundFlags):
		if lookup, ok := ast.Unparen(n.Args[1]).(*ast.CallExpr); ok && len(lookup.Args) == 1 {
			found := frameworks.FuncOf(typeutil.StaticCallee(r.info, lookup))
			name, ok := r.text(lookup.Args[0])
			if ok && slices.ContainsFunc(lib.Lookups, func(s frameworks.Funcs) bool { return s.Has(found) }) {
				k.bound[id] = append(k.bound[id], name)
			}
		}
	}
}

func (r *Result) text(e ast.Expr) (string, bool) {
	c := r.constant(e)
	if c == nil || c.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c), true
}

// value notes the default of a key, or of the keys below it if it is a map.
func (k *keyed) value(r *Result, key string, value ast.Expr, cur inspector.Cursor) {
	if t := r.info.TypeOf(value); t != nil {
		if _, isMap := t.Underlying().(*types.Map); isMap {
			k.maps(r, key+".", value, cur)
			return
		}
	}
	id := strings.ToLower(key)
	k.defaults[id] = append(k.defaults[id], keyDefault{key, value, cur})
}

// maps notes the defaults that a map has for the keys that start with prefix.
func (k *keyed) maps(r *Result, prefix string, e ast.Expr, cur inspector.Cursor) {
	e = ast.Unparen(e)
	if id, ok := e.(*ast.Ident); ok {
		if obj, ok := r.info.Uses[id].(*types.Var); ok {
			if only, ok := r.index().only(obj); ok {
				e = ast.Unparen(only)
			}
		}
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if key, ok := r.text(kv.Key); ok {
				k.value(r, prefix+key, kv.Value, cur)
			}
		}
	}
}

// structs notes the defaults that a struct literal has for the keys that the tag
// of its fields names.
func (k *keyed) structs(r *Result, n *ast.CallExpr, cur inspector.Cursor) {
	lit, isLit := bare(n.Args[0]).(*ast.CompositeLit)
	tag, ok := r.text(n.Args[1])
	if !isLit || !ok {
		return
	}
	st, ok := structOf(r.info.TypeOf(lit))
	for i := 0; ok && i < st.NumFields(); i++ {
		key, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get(tag), ",")
		value, has := element(lit, st.Field(i).Name(), i)
		if has && key != "" && key != "-" {
			k.value(r, key, value, cur)
		}
	}
}

// ofGetter returns the values of a call that asks a library for a key or a flag.
func (v *View) ofGetter(call *ast.CallExpr, fn *types.Func, at []inspector.Cursor) ([]Value, bool) {
	id := frameworks.FuncOf(fn)
	for _, lib := range frameworks.AllSettings() {
		if len(call.Args) == 0 || !slices.ContainsFunc(lib.Getters, func(s frameworks.Funcs) bool { return s.Has(id) }) {
			continue
		}
		key, ok := v.String(call.Args[0])
		if !ok {
			return nil, false
		}
		if lib.GetsFlags {
			return v.ofFlag(call, key, lib, at)
		}
		return v.ofKey(call, key, lib, at)
	}
	return nil, false
}

// ofKey returns what a key is: what the files of the environment say, or its
// default in this package or in another.
func (v *View) ofKey(e ast.Expr, key string, lib *frameworks.Settings, at []inspector.Cursor) ([]Value, bool) {
	if k, ok := v.keyInFiles(strings.ToLower(key), key); ok {
		return v.fromOutside(e, k, at)
	}
	if vals, ok := v.keyDefault(e, key, lib, at); ok {
		return vals, true
	}
	for _, name := range v.keyed().bound[strings.ToLower(key)] {
		if vals, ok := v.ofFlag(e, name, lib, at); ok {
			return vals, true
		}
	}
	if v.foreign != nil && (lib.FoldsCase || key == strings.ToLower(key)) {
		if k, ok := v.foreign.KeyDefault(key); ok {
			return v.fromOutside(e, &k, at)
		}
	}
	return nil, false
}

// keyInFiles returns what the files of the environment say about a key: nil if
// that is something unknown.
func (v *View) keyInFiles(id, key string) (k *Known, ok bool) {
	if v.env == nil {
		return nil, false
	}
	for _, name := range v.keyed().variables[id] {
		if k, ok := v.variableNamed(name); ok {
			return k, true
		}
	}
	val, ok := v.env.Key(key)
	return inFile(val, key), ok
}

// keyDefault returns the values of the defaults that this package sets for a key.
func (v *View) keyDefault(e ast.Expr, key string, lib *frameworks.Settings, at []inspector.Cursor) (vals []Value, ok bool) {
	for _, d := range v.keyed().defaults[strings.ToLower(key)] {
		if v.Skipped(d.at) || !lib.FoldsCase && d.key != key {
			continue
		}
		vals = append(vals, v.asked(v.known(d.value, d.key, with(at, d.at)), e, lib)...)
	}
	return vals, len(vals) > 0
}

// ofFlag returns the default values of a flag of this package.
func (v *View) ofFlag(e ast.Expr, name string, lib *frameworks.Settings, at []inspector.Cursor) (vals []Value, ok bool) {
	if k, set := v.flagInFiles(name); set {
		return v.fromOutside(e, k, at)
	}
	for _, f := range v.keyed().flags[name] {
		if f.value == nil {
			return nil, false
		}
		value := f.value
		if call, ok := ast.Unparen(value).(*ast.CallExpr); ok && slices.Contains(lib.Lists, frameworks.FuncOf(typeutil.StaticCallee(v.info, call))) {
			vals = append(vals, v.knownList(call, f.key, at))
			continue
		}
		vals = append(vals, v.asked(v.known(value, f.key, with(at, f.at)), e, lib)...)
	}
	return vals, len(vals) > 0
}

// knownList returns the arguments of call as a list.
func (v *View) knownList(call *ast.CallExpr, key string, at []inspector.Cursor) Value {
	l := v.listOfItems(call.Args)
	if !l.Complete {
		return Value{Expr: call, At: at}
	}
	val := Value{Expr: call, At: at, Known: &Known{List: true, Key: key, Place: placeDefault}}
	for _, item := range l.Items {
		val.Known.Items = append(val.Known.Items, item.Text)
		val.Expr = item.Expr
	}
	return val
}

// asked returns values as the library returns them where e asks for them.
func (v *View) asked(vals []Value, e ast.Expr, lib *frameworks.Settings) []Value {
	t := v.info.TypeOf(e)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	for i, val := range vals {
		switch {
		case val.Known == nil:
		case isSlice(t) && !val.Known.List:
			if !lib.SplitsText || len(val.Known.Items) != 1 {
				vals[i] = Value{Expr: e, At: val.At}
				continue
			}
			vals[i].Known = val.Known.withList(strings.Fields(val.Known.Items[0]))
		case t != nil && isText(t) && val.Known.List:
			vals[i] = Value{Expr: e, At: val.At}
		}
	}
	return vals
}
