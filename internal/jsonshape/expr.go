package jsonshape

import (
	"encoding/json"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// Env is where an expression stands.
type Env struct {
	Info *types.Info
	// Body is the body of the outermost function around the expression: where
	// the values of its local variables are looked for.
	Body ast.Node
	// Call, if not nil, is asked for the shape of what a call returns first.
	Call func(*ast.CallExpr) Shape
	// Keeps, if not nil, reports whether a call leaves the maps that it is
	// given as they are: it encodes them.
	Keeps func(*ast.CallExpr) bool
}

// Of returns the shape of the JSON of e.
func (env Env) Of(e ast.Expr) Shape { return env.of(e, 0) }

// of gives up on chains of variables that are longer than any real code has.
func (env Env) of(e ast.Expr, depth int) Shape {
	e = ast.Unparen(e)
	tv := env.Info.Types[e]
	if tv.Type == nil || depth > 8 {
		return Shape{}
	}
	if tv.Value != nil || tv.IsNil() {
		return Shape{Type: TypeOf(tv.Type)}
	}
	switch e := e.(type) {
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return env.of(e.X, depth)
		}
	case *ast.CompositeLit:
		return env.literal(e)
	case *ast.CallExpr:
		if env.Info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return env.conversion(e, depth)
		}
		if isMake(env.Info, e) {
			return Shape{Type: Object}
		}
		if env.Call != nil {
			if s := env.Call(e); s.Known() {
				return s
			}
		}
	case *ast.Ident:
		if v, ok := env.Info.Uses[e].(*types.Var); ok {
			return env.variable(v, depth)
		}
	}
	return OfType(tv.Type)
}

// conversion returns the shape of a conversion: of the type, or where that has
// no keys of its own, of what is converted.
func (env Env) conversion(e *ast.CallExpr, depth int) Shape {
	t := env.Info.Types[e].Type
	if isRawMessage(t) {
		return env.text(e.Args[0])
	}
	if marshals(t, "MarshalJSON") {
		return Shape{}
	}
	switch t.Underlying().(type) {
	case *types.Map, *types.Interface:
		return env.of(e.Args[0], depth)
	}
	return OfType(t)
}

func isRawMessage(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "RawMessage" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "encoding/json"
}

// text returns the shape of a constant text that is JSON.
func (env Env) text(e ast.Expr) Shape {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && env.Info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		e = call.Args[0] // []byte("...")
	}
	v := env.Info.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return Shape{}
	}
	return OfText(constant.StringVal(v))
}

// literal returns the shape of a composite literal.
func (env Env) literal(lit *ast.CompositeLit) Shape {
	t := env.Info.Types[lit].Type
	if p, ok := t.Underlying().(*types.Pointer); ok { // &T elided
		t = p.Elem()
	}
	if marshals(t, "MarshalJSON") {
		return Shape{}
	}
	switch u := t.Underlying().(type) {
	case *types.Map:
		s := Shape{Type: Object}
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				return Shape{}
			}
			env.put(&s, kv.Key, kv.Value, false)
		}
		return s
	case *types.Struct:
		return env.structLiteral(u, t, lit)
	}
	return OfType(t)
}

// put adds the key of a map with its value.
func (env Env) put(s *Shape, key, value ast.Expr, optional bool) {
	k := env.Info.Types[key].Value
	if k == nil || k.Kind() != constant.String {
		s.Open = true
		return
	}
	s.set(Key{Name: constant.StringVal(k), Type: env.typeOf(value), Optional: optional, Value: env.value(value), Given: true})
}

// typeOf returns the JSON type of a value: unlike TypeOf of its type it sees
// through what is stored in an interface.
func (env Env) typeOf(e ast.Expr) Type {
	e = ast.Unparen(e)
	t := env.Info.Types[e].Type
	if t == nil {
		return Unknown
	}
	return TypeOf(t)
}

// value returns the constant e as JSON, or "".
func (env Env) value(e ast.Expr) string {
	v := env.Info.Types[ast.Unparen(e)].Value
	if v == nil {
		return ""
	}
	switch v.Kind() {
	case constant.String:
		text, err := json.Marshal(constant.StringVal(v))
		if err != nil || len(text) > 100 {
			return ""
		}
		return string(text)
	case constant.Bool, constant.Int:
		return v.ExactString()
	}
	return ""
}

// structLiteral is the shape of the type, made precise by the literal's
// values: a key that is left out when empty is there if its value is a
// constant that is not, and is not there if the literal does not set it.
func (env Env) structLiteral(st *types.Struct, t types.Type, lit *ast.CompositeLit) Shape {
	if marshals(t, "MarshalText") {
		return Shape{Type: String}
	}
	set := make(map[*types.Var]ast.Expr)
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := env.Info.Uses[id].(*types.Var); ok {
					set[v.Origin()] = kv.Value
				}
			}
		} else if i < st.NumFields() {
			set[st.Field(i).Origin()] = elt
		}
	}
	s := Shape{Type: Object}
	for _, f := range fields(st) {
		value, ok := set[f.v.Origin()]
		switch {
		case !f.direct:
		case !ok && f.key.Optional:
			continue
		case !ok:
			if f.key.Type == TypeOf(f.v.Type()) { // not made a string by its tag
				f.key.Value = zero(f.v.Type())
			}
		case ok:
			f.key.Given = true
			f.key.Value = env.value(value)
			if f.key.Type == Unknown {
				f.key.Type = env.typeOf(value)
			}
			if f.key.Value != "" {
				f.key.Optional = slices.Contains([]string{"false", "0", `""`}, f.key.Value) && f.key.Optional
			}
		}
		s.Keys = append(s.Keys, f.key)
	}
	return s
}

// zero returns the JSON of the zero value of a basic type, or "".
func zero(t types.Type) string {
	if marshals(t, "MarshalJSON") || marshals(t, "MarshalText") {
		return ""
	}
	b, ok := t.Underlying().(*types.Basic)
	switch {
	case !ok:
		return ""
	case b.Info()&types.IsBoolean != 0:
		return "false"
	case b.Info()&types.IsString != 0:
		return `""`
	case b.Info()&types.IsInteger != 0:
		return "0"
	}
	return ""
}

// variable returns the shape of a variable: by its type, or where that has no
// keys, by what the function assigns to it.
func (env Env) variable(v *types.Var, depth int) Shape {
	switch v.Type().Underlying().(type) {
	case *types.Map:
		return env.steps(v, depth)
	case *types.Interface:
		if _, ok := types.Unalias(v.Type()).(*types.TypeParam); ok {
			return Shape{}
		}
		return env.steps(v, depth)
	}
	return OfType(v.Type())
}

// steps returns the shape of a map or an interface that the function assigns
// once and then, if it is a map, fills key by key. Where else the map is used
// (handed to a function, captured, aliased) it can get further keys.
func (env Env) steps(v *types.Var, depth int) Shape {
	if env.Body == nil {
		return Shape{}
	}
	var s Shape
	assigned := 0
	accounted := make(map[*ast.Ident]bool)
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if ok && (env.Info.Uses[id] == v || env.Info.Defs[id] == v) {
			accounted[id] = true
			return true
		}
		return false
	}
	type step struct{ key, value ast.Expr }
	var later []step
	assign := func(lhs, rhs ast.Expr) {
		if index, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok && is(index.X) {
			later = append(later, step{index.Index, rhs})
			return
		}
		if !is(lhs) {
			return
		}
		assigned++
		if rhs != nil {
			s = env.of(rhs, depth+1)
		}
	}
	open := false
	ast.Inspect(env.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Rhs) == len(n.Lhs) {
					assign(lhs, n.Rhs[i])
				} else {
					assign(lhs, nil)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if i < len(n.Values) {
					assign(name, n.Values[i])
				}
			}
		case *ast.CallExpr:
			if !env.keeps(n) {
				break
			}
			for _, arg := range n.Args {
				is(arg)
			}
		case *ast.IndexExpr:
			is(n.X)
		case *ast.Ident:
			if env.Info.Uses[n] == v && !accounted[n] {
				open = true
			}
		}
		return true
	})
	if assigned != 1 || !s.Known() {
		return Shape{}
	}
	if s.Type != Object {
		return s
	}
	s.Keys = slices.Clone(s.Keys)
	for _, st := range later {
		_, had := s.Key(mapKey(env.Info, st.key))
		env.put(&s, st.key, st.value, !had)
	}
	_, isMap := v.Type().Underlying().(*types.Map)
	s.Open = s.Open || open && isMap
	return s
}

func mapKey(info *types.Info, e ast.Expr) string {
	if v := info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// keeps reports whether a call leaves the maps that it is given as they are:
// delete, len, and functions that encode or print a value. A deleted key is one that
// is then thought to be there, which errs on the side of silence.
func (env Env) keeps(call *ast.CallExpr) bool {
	if env.Keeps != nil && env.Keeps(call) {
		return true
	}
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		b, ok := env.Info.Uses[fun].(*types.Builtin)
		return ok && (b.Name() == "len" || b.Name() == "delete")
	case *ast.SelectorExpr:
		fn, ok := env.Info.Uses[fun.Sel].(*types.Func)
		if !ok || fn.Pkg() == nil {
			return false
		}
		switch fn.Pkg().Path() {
		case "encoding/json", "log", "log/slog", "fmt":
			return true
		}
	}
	return false
}

func isMake(info *types.Info, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	b, ok := info.Uses[id].(*types.Builtin)
	if !ok || b.Name() != "make" {
		return false
	}
	_, isMap := info.Types[call].Type.Underlying().(*types.Map)
	return isMap
}

// OfText returns the shape of a text that is JSON; unknown if it is not.
func OfText(text string) Shape {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	tok, err := d.Token()
	if err != nil || !json.Valid([]byte(text)) {
		return Shape{}
	}
	if tok != json.Delim('{') {
		return Shape{Type: typeOfJSON(text)}
	}
	s := Shape{Type: Object}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return Shape{}
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return Shape{}
		}
		key, _ := name.(string)
		k := Key{Name: key, Type: typeOfJSON(string(value)), Given: true}
		if k.Type != Object && k.Type != Array && len(value) <= 100 {
			k.Value = string(value)
		}
		s.set(k)
	}
	return s
}

func typeOfJSON(text string) Type {
	switch text = strings.TrimSpace(text); text[0] {
	case '{':
		return Object
	case '[':
		return Array
	case '"':
		return String
	case 't', 'f':
		return Bool
	case 'n':
		return Null
	}
	return Number
}
