package origins

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// definition is how a variable gets its value.
type definition struct {
	value ast.Expr // nil if it has none
	index int      // of the result of value, if tuple
	tuple bool
	times int  // how often the variable is written
	loose bool // something else writes to it, or to a part of it
}

// definitions finds what is written to the variables of the package.
func (e *Evaluator) definitions(near ast.Node) map[*types.Var]definition {
	if e.defs != nil {
		return e.defs
	}
	root := e.view.At(near)
	if !root.Valid() {
		return nil
	}
	e.defs = make(map[*types.Var]definition)
	for p := root.Parent(); p.Valid() && p.Node() != nil; p = p.Parent() {
		root = p
	}
	if p := root.Parent(); p.Valid() {
		root = p
	}
	for cur := range root.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.UnaryExpr)(nil)) {
		e.define(cur)
	}
	return e.defs
}

func (e *Evaluator) define(cur inspector.Cursor) {
	switch n := cur.Node().(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			d := definition{index: i, tuple: len(n.Lhs) != len(n.Rhs)}
			switch {
			case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
				d = definition{loose: true}
			case d.tuple:
				d.value = n.Rhs[0]
			default:
				d.value = n.Rhs[i]
			}
			e.written(lhs, d)
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			switch {
			case len(n.Values) == len(n.Names):
				e.written(name, definition{value: n.Values[i]})
			case len(n.Values) == 1:
				e.written(name, definition{value: n.Values[0], index: i, tuple: true})
			}
		}
	case *ast.RangeStmt:
		e.written(n.Key, definition{loose: true})
		e.written(n.Value, definition{loose: true})
	case *ast.IncDecStmt:
		e.written(n.X, definition{loose: true})
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			e.written(n.X, definition{loose: true})
		}
	}
}

// written notes that lhs, or a part of it, is written.
func (e *Evaluator) written(lhs ast.Expr, d definition) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		v, ok := e.info.ObjectOf(lhs).(*types.Var)
		if !ok {
			return
		}
		before := e.defs[v]
		d.times, d.loose = before.times+1, before.loose || d.loose
		e.defs[v] = d
	case *ast.IndexExpr:
		e.written(lhs.X, definition{loose: true})
	case *ast.StarExpr:
		e.written(lhs.X, definition{loose: true})
	case *ast.SelectorExpr:
		if e.info.Selections[lhs] != nil {
			e.written(lhs.X, definition{loose: true})
		} else {
			e.written(lhs.Sel, d)
		}
	}
}

// variable returns the value of a variable that no frame has.
func (r *run) variable(e ast.Expr, v *types.Var) value {
	if val, ok := r.globals[v]; ok {
		return val
	}
	if r.isOrigin != nil && isString(v.Type()) && r.isOrigin(e) {
		return text{r.origin, ofOrigin}
	}
	if r.busy[v] || len(r.busy) > 20 {
		return unknown{taint: ofOrigin}
	}
	r.busy[v] = true
	defer delete(r.busy, v)
	val := r.defined(e, v)
	r.globals[v] = val
	return val
}

func (r *run) defined(e ast.Expr, v *types.Var) value {
	if r.isRequestType(v.Type()) {
		return unknown{taint: ofOrigin}
	}
	d, written := r.definitions(e)[v]
	if written && d.times == 1 && !d.loose {
		val := r.eval(r.root(), d.value)
		if !d.tuple {
			return copied(val, v.Type())
		}
		if t, ok := val.(tuple); ok && d.index < len(t) {
			return t[d.index]
		}
		return r.unless(val, v.Type(), v, types.ExprString(e))
	}
	return r.sources(e, v)
}

// unless returns a fresh value if what it is made of is not the origin.
func (r *run) unless(of value, t types.Type, key any, name string) value {
	if taint := taintOf(of); taint&(ofOrigin|ofRequest) != 0 {
		return unknown{taint: taint}
	}
	return r.fresh(t, key, name)
}

// sources returns the value of a variable or field as far as package values
// knows. Where there are several, which of them it is is a question.
func (r *run) sources(e ast.Expr, v *types.Var) value {
	name := types.ExprString(e)
	var vals []value
	all := r.valuesOf(e)
	if len(all) > 1 && !v.IsField() && r.servesRequest(e, v) {
		return unknown{taint: ofOrigin}
	}
	for _, val := range all {
		if val.Zero() {
			continue // not configured
		}
		own, ok := r.ofValue(val, v.Type())
		if !ok {
			return r.fresh(v.Type(), v, name)
		}
		vals = append(vals, own)
	}
	switch {
	case len(vals) == 0 || len(vals) > 4:
		return r.fresh(v.Type(), v, name)
	case len(vals) == 1:
		return vals[0]
	}
	q := question{key: v, answers: len(vals), sort: forChoice, name: name}
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		q.sort = forSwitch
	}
	return vals[min(r.answer(q), len(vals)-1)]
}

// ofValue evaluates one of the values of an expression of type t; ok is false if
// the trail ends where nobody knows.
func (r *run) ofValue(val values.Value, t types.Type) (v value, ok bool) {
	if val.Whole || t == nil {
		return nil, false
	}
	r.noteFound(val.Known)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // a flag, and what it points to
	}
	if c := r.view.ConstantOf(val, t); c != nil {
		return ofConstant(c), true
	}
	if _, ok := t.Underlying().(*types.Slice); ok {
		if l := r.view.List(val); l.Complete && len(l.Items) > 0 {
			v := &list{}
			for _, item := range l.Items {
				v.elems = append(v.elems, known(item.Text))
			}
			return v, true
		}
	}
	if val.Known != nil || r.isVariable(val.Expr) || r.growsItself(val.Expr) {
		return nil, false
	}
	return copied(r.eval(r.root(), val.Expr), t), true
}

func (r *run) noteFound(k *values.Known) {
	if k != nil && len(r.notes.found) < maxTexts && !slices.Contains(r.notes.found, k) {
		r.notes.found = append(r.notes.found, k)
	}
}

// growsItself reports whether e appends to a variable or a field, which may be
// the one that it is the value of.
func (r *run) growsItself(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	if b, ok := callee(r.info, call).(*types.Builtin); !ok || b.Name() != "append" {
		return false
	}
	_, isLit := ast.Unparen(call.Args[0]).(*ast.CompositeLit)
	return !isLit
}

// configured is fresh for an expression that asks the configuration, if what it
// is there is not known.
func (r *run) configured(e ast.Expr, t types.Type) value {
	name := types.ExprString(e)
	if vals := r.valuesOf(e); len(vals) == 1 && !vals[0].Zero() && !vals[0].Whole {
		if vals[0].Known != nil || r.view.ConstantOf(vals[0], t) != nil {
			if v, ok := r.ofValue(vals[0], t); ok {
				return v
			}
		}
	}
	return r.fresh(t, name, name)
}

// servesRequest reports whether a variable is one of a function that serves
// a request: which of its values it has may depend on the origin.
func (r *run) servesRequest(use ast.Expr, v *types.Var) bool {
	if r.inPlace {
		return v.Pkg() == nil || v.Parent() != v.Pkg().Scope()
	}
	at := r.view.At(use)
	if !at.Valid() {
		return true
	}
	for c := range at.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if n := c.Node(); v.Pos() < n.Pos() || n.End() < v.Pos() {
			continue // it is caught
		}
		var t *ast.FuncType
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			t = n.Type
		case *ast.FuncLit:
			t = n.Type
		}
		for _, p := range t.Params.List {
			if pt := r.info.TypeOf(p.Type); pt != nil && r.isRequestType(pt) {
				return true
			}
		}
	}
	return false
}

// isVariable reports whether the trail of a value ends at a variable.
func (r *run) isVariable(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := r.info.Uses[e].(*types.Var)
		return ok && !v.IsField()
	case *ast.SelectorExpr:
		v, ok := r.info.Uses[e.Sel].(*types.Var)
		return ok && v != nil
	}
	return false
}

// assumed are the texts that configurations have where origins are let in.
var assumed = []string{"https://trusted.example", "trusted.example", ".trusted.example"}

// fresh returns a value that the program is configured with: key identifies it.
func (r *run) fresh(t types.Type, key any, name string) value {
	if t == nil || r.isRequestType(t) {
		return unknown{taint: ofOrigin}
	}
	nobody := unknown{taint: ofConfig, key: key}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsString != 0 {
			i := r.answer(question{key: key, answers: len(assumed), sort: forText, name: name})
			return text{assumed[min(i, len(assumed)-1)], ofConfig}
		}
	case *types.Slice:
		return r.freshList(u.Elem(), key, name)
	case *types.Array:
		return r.freshList(u.Elem(), key, name)
	case *types.Map:
		if !isString(u.Key()) {
			return nobody
		}
		m := &mapping{zero: elementZero(u.Elem())}
		elem := r.freshElem(u.Elem(), key, name)
		m.set(r.fresh(u.Key(), key, name), elem)
		return m
	case *types.Pointer:
		if isString(u.Elem()) { // of a flag
			return r.fresh(u.Elem(), key, name)
		}
	}
	return nobody
}

// freshList returns a list with one element.
func (r *run) freshList(elem types.Type, key any, name string) value {
	if _, nested := elem.Underlying().(*types.Slice); nested {
		return unknown{taint: ofConfig, key: key}
	}
	if b, ok := elem.Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
		return unknown{taint: ofConfig, key: key}
	}
	return &list{elems: []value{r.fresh(elem, key, name)}}
}

// freshElem returns what a map has for what is in it.
func (r *run) freshElem(t types.Type, key any, name string) value {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsBoolean != 0 {
			return boolean(true)
		}
		return r.fresh(t, [2]any{key, "elem"}, name)
	case *types.Struct:
		if u.NumFields() == 0 {
			return &object{fields: make(map[string]value), typ: u}
		}
	}
	return unknown{taint: ofConfig, key: [2]any{key, "elem"}}
}

// fieldOf reports whether a field is one of a type of the standard library.
func fieldOf(f *types.Var, pkg, name string) bool {
	return f != nil && f.Pkg() != nil && f.Pkg().Path() == pkg && f.Name() == name
}

// name returns the identity of a function: "strings.HasSuffix".
func name(fn *types.Func) string { return frameworks.FuncOf(fn).String() }
