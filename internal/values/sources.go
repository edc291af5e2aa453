package values

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// Value is one of the values that an expression may have.
type Value struct {
	// Expr is the expression that the value was written as, where the trail
	// ends: a constant, a literal, a call of another package's function, a
	// parameter. It is nil for a zero value.
	Expr ast.Expr
	// Whole says that the value is a field of Expr, into which the trail does
	// not lead.
	Whole bool
	// At are the assignments and returns that the trail passes, from the
	// expression to the value.
	At []inspector.Cursor
	// Default says that the trail passes a struct field or an exported variable,
	// which other packages may set to something else.
	Default bool
	// Known is what the value is if it is not written in Expr. Expr is then the
	// expression of this package whose value it is, never nil.
	Known *Known
}

// Zero reports whether the value is its type's zero value because nothing was
// written.
func (val Value) Zero() bool { return val.Expr == nil }

// Sources returns the values that e may have in production. There is at least
// one. A value that cannot be followed is among them as an expression that is
// neither a constant nor a literal.
func (v *View) Sources(e ast.Expr) []Value { return v.sources(e, nil) }

// Field returns the values that a field of e, a struct or a pointer to one, may
// have in production.
func (v *View) Field(e ast.Expr, name string) []Value { return v.field(e, name, nil) }

func (v *View) sources(e ast.Expr, at []inspector.Cursor) []Value {
	e = bare(e)
	leave, ok := v.enter(e)
	if !ok {
		return []Value{{Expr: e, At: at}}
	}
	defer leave()
	switch n := e.(type) {
	case *ast.Ident:
		if obj, ok := v.info.Uses[n].(*types.Var); ok {
			return v.ofVariable(n, obj, "", at)
		}
	case *ast.SelectorExpr:
		return v.ofSelector(n, at)
	case *ast.CallExpr:
		if v.info.Types[n.Fun].IsType() && len(n.Args) == 1 {
			return v.sources(n.Args[0], at)
		}
		if vals, ok := v.defaultOf(n, at); ok {
			return vals
		}
		return v.ofCall(n, at, v.sources, false)
	}
	return []Value{{Expr: e, At: at}}
}

func (v *View) field(e ast.Expr, name string, at []inspector.Cursor) []Value {
	e = bare(e)
	unknown := []Value{{Expr: e, Whole: true, At: at}}
	leave, ok := v.enter(e)
	if !ok {
		return unknown
	}
	defer leave()
	inField := func(e ast.Expr, at []inspector.Cursor) []Value { return v.field(e, name, at) }
	switch n := e.(type) {
	case *ast.CompositeLit:
		return v.ofLiteral(n, name, at)
	case *ast.Ident:
		if obj, ok := v.info.Uses[n].(*types.Var); ok {
			return v.ofVariable(n, obj, name, at)
		}
	case *ast.SelectorExpr:
		if f := v.fieldOf(n); f != nil {
			return v.anywhere(f, at, inField, unknown)
		}
	case *ast.CallExpr:
		return v.ofCall(n, at, inField, true)
	}
	return unknown
}

// bare takes parentheses, & and * from e: a pointer and what it points to are
// one here.
func bare(e ast.Expr) ast.Expr {
	switch n := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return bare(n.X)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return bare(n.X)
		}
		return n
	default:
		return n
	}
}

// enter notes that e is being resolved; ok is false if it already is, if the
// trail is too long, or if there are too many of them.
func (v *View) enter(e ast.Expr) (leave func(), ok bool) {
	if len(v.busy) == 0 {
		v.steps = 0
	}
	if v.steps++; v.busy[e] || len(v.busy) > 40 || v.steps > 1000 {
		return nil, false
	}
	v.busy[e] = true
	return func() { delete(v.busy, e) }, true
}

type (
	reachingKey struct {
		use   *ast.Ident
		field string
	}
	reachingWrites struct {
		writes []write
		ok     bool
	}
)

// ofVariable returns the values of a variable, or of one of its fields, where
// use stands.
func (v *View) ofVariable(use *ast.Ident, obj *types.Var, field string, at []inspector.Cursor) []Value {
	unknown := []Value{{Expr: use, Whole: field != "", At: at}}
	key := reachingKey{use, field}
	r, known := v.reached[key]
	if !known {
		r.writes, r.ok = v.reaching(obj, field, v.At(use))
		v.reached[key] = r
	}
	writes, ok := r.writes, r.ok
	if !ok || len(writes) == 0 {
		return unknown
	}
	var vals []Value
	for _, w := range writes {
		at := append(slices.Clip(at), w.at)
		switch {
		case w.zero:
			vals = append(vals, Value{At: at})
		case w.value == nil && w.from != nil && v.asksEnvironment(w.from):
			vals = append(vals, Value{At: at})
		case w.value == nil:
			vals = append(vals, unknown...)
		case field != "" && w.field == "":
			vals = append(vals, v.field(w.value, field, at)...)
		default:
			vals = append(vals, v.sources(w.value, at)...)
		}
	}
	if obj.Exported() && obj.Parent() == v.pkg.Scope() {
		setDefault(vals)
	}
	return vals
}

func setDefault(vals []Value) {
	for i := range vals {
		vals[i].Default = true
	}
}

// ofSelector returns the values of x.f: of the field of that variable if the
// package knows them, of the field of any variable otherwise.
func (v *View) ofSelector(n *ast.SelectorExpr, at []inspector.Cursor) []Value {
	unknown := []Value{{Expr: n, At: at}}
	f := v.fieldOf(n)
	if f == nil {
		if obj, ok := v.info.Uses[n.Sel].(*types.Var); ok && obj.Pkg() == v.pkg && !obj.IsField() {
			return v.ofVariable(n.Sel, obj, "", at)
		}
		return unknown
	}
	if base, ok := variable(v.info, n.X); ok && base.Kind() == types.LocalVar {
		vals := v.field(n.X, f.Name(), at)
		if !slices.ContainsFunc(vals, func(val Value) bool { return val.Whole }) {
			return vals
		}
	}
	return v.anywhere(f, at, v.sources, unknown)
}

// fieldOf returns the field of this package that n selects directly, or nil.
func (v *View) fieldOf(n *ast.SelectorExpr) *types.Var {
	sel := v.info.Selections[n]
	if sel == nil || sel.Kind() != types.FieldVal {
		return nil
	}
	f := sel.Obj().(*types.Var)
	if f.Pkg() != v.pkg {
		return nil
	}
	return f
}

// anywhere returns the values that the package writes to a field of any
// variable, if nothing else is known to write to it: nobody has its address,
// and it has no tag by which it could be read from a configuration.
func (v *View) anywhere(f *types.Var, at []inspector.Cursor, resolve func(ast.Expr, []inspector.Cursor) []Value, unknown []Value) []Value {
	x := v.index()
	if !v.harmlessEscapes(f) || len(x.fields[f]) == 0 {
		return unknown
	}
	var vals []Value
	for _, w := range x.fields[f] {
		switch {
		case v.Skipped(w.at):
		case w.value == nil:
			return unknown
		default:
			vals = append(vals, resolve(w.value, append(slices.Clip(at), w.at))...)
		}
	}
	for _, lit := range x.literals {
		st, _ := structOf(v.info.TypeOf(lit.Node().(*ast.CompositeLit)))
		i := fieldIndex(st, f)
		if i < 0 {
			continue
		}
		if st.Tag(i) != "" {
			return unknown
		}
		if _, ok := element(lit.Node().(*ast.CompositeLit), f.Name(), i); !ok && !v.Skipped(lit) {
			vals = append(vals, Value{At: append(slices.Clip(at), lit)})
		}
	}
	if len(vals) == 0 {
		return unknown
	}
	setDefault(vals)
	return vals
}

func fieldIndex(st *types.Struct, f *types.Var) int {
	for i := range st.NumFields() {
		if st.Field(i) == f {
			return i
		}
	}
	return -1
}

// element returns the value that a struct literal gives to a field.
func element(lit *ast.CompositeLit, name string, i int) (ast.Expr, bool) {
	for j, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			if i == j {
				return elt, true
			}
			continue
		}
		if key, ok := kv.Key.(*ast.Ident); ok && key.Name == name {
			return kv.Value, true
		}
	}
	return nil, false
}

// ofLiteral returns the values of a field of a struct literal.
func (v *View) ofLiteral(lit *ast.CompositeLit, name string, at []inspector.Cursor) []Value {
	st, ok := structOf(v.info.TypeOf(lit))
	if !ok {
		return []Value{{Expr: lit, Whole: true, At: at}}
	}
	for i := range st.NumFields() {
		if st.Field(i).Name() != name {
			continue
		}
		if value, ok := element(lit, name, i); ok {
			return v.sources(value, at)
		}
	}
	return []Value{{At: at}}
}

// ofCall returns the values that a function of this package returns, each as
// resolve sees it.
func (v *View) ofCall(call *ast.CallExpr, at []inspector.Cursor, resolve func(ast.Expr, []inspector.Cursor) []Value, whole bool) []Value {
	var vals []Value
	fn := typeutil.StaticCallee(v.info, call)
	returns, ok := v.Returns(fn)
	for _, ret := range returns {
		for _, val := range resolve(ret.Node().(*ast.ReturnStmt).Results[0], append(slices.Clip(at), ret)) {
			if arg := v.argument(call, fn, val); arg != nil {
				vals = append(vals, resolve(arg, val.At)...)
			} else {
				vals = append(vals, val)
			}
		}
	}
	if !ok || len(vals) == 0 {
		return []Value{{Expr: call, Whole: whole, At: at}}
	}
	return vals
}

// argument returns the argument of call that val is, if val is a parameter of fn
// to which nothing is assigned.
func (v *View) argument(call *ast.CallExpr, fn *types.Func, val Value) ast.Expr {
	id, ok := val.Expr.(*ast.Ident)
	if !ok || fn.Signature().Variadic() || fn.Signature().Params().Len() != len(call.Args) {
		return nil
	}
	obj, ok := v.info.Uses[id].(*types.Var)
	if !ok || len(v.index().writes[obj]) > 0 || len(v.index().escapes[obj]) > 0 {
		return nil
	}
	for i := range call.Args {
		if fn.Origin().Signature().Params().At(i) == obj {
			return call.Args[i]
		}
	}
	return nil
}

// Returns returns the return statements of a function of this package that has
// one result and names it in each of them, without those that this
// view skips.
func (v *View) Returns(fn *types.Func) ([]inspector.Cursor, bool) {
	if fn == nil || fn.Signature().Results().Len() != 1 {
		return nil, false
	}
	decl, ok := v.index().decls[fn.Origin()]
	if !ok || decl.Node().(*ast.FuncDecl).Body == nil {
		return nil, false
	}
	return v.ReturnsIn(decl)
}

// ReturnsIn is Returns for the cursor of a function declaration or literal,
// with any number of results.
func (v *View) ReturnsIn(fn inspector.Cursor) (returns []inspector.Cursor, ok bool) {
	ok = true
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ReturnStmt)(nil)}, func(c inspector.Cursor) bool {
		switch n := c.Node().(type) {
		case *ast.FuncLit:
			return c == fn
		case *ast.ReturnStmt:
			if len(n.Results) == 0 {
				ok = false
			} else if !v.Skipped(c) {
				returns = append(returns, c)
			}
		}
		return true
	})
	return returns, ok
}

// Declaration returns the cursor of fn's declaration, if it stands in this
// package and not in a test.
func (r *Result) Declaration(fn *types.Func) (inspector.Cursor, bool) {
	if fn == nil {
		return inspector.Cursor{}, false
	}
	c, ok := r.index().decls[fn.Origin()]
	return c, ok
}

// WrittenLoosely reports whether the package writes to a field other than in a
// literal or through a variable of its own: to s.cfg.Field, or to the field of
// a parameter.
func (r *Result) WrittenLoosely(field *types.Var) bool {
	x := r.index()
	return len(x.escapes[field]) > 0 || slices.ContainsFunc(x.fields[field], func(w write) bool { return w.loose })
}

// only returns the one value that was ever written to obj.
func (x *index) only(obj *types.Var) (ast.Expr, bool) {
	if obj == nil || len(x.escapes[obj]) > 0 || obj.Kind() == types.ParamVar {
		return nil, false
	}
	if w := x.writes[obj]; len(w) == 1 && w[0].value != nil {
		return w[0].value, true
	}
	return nil, false
}

func (v *View) harmlessEscapes(obj *types.Var) bool {
	return !slices.ContainsFunc(v.index().escapes[obj], func(fn *types.Func) bool {
		return fn == anyFunc || !v.harmless[name(fn)]
	})
}

// reaching returns the writes to a variable, or to one of its fields, that may
// be in force at use in production; ok is false if there may be others.
func (v *View) reaching(obj *types.Var, field string, use inspector.Cursor) (in []write, ok bool) {
	x := v.index()
	if !use.Valid() || obj.Pkg() != v.pkg || !v.harmlessEscapes(obj) {
		return nil, false
	}
	inOrder := true
	for _, w := range x.writes[obj] {
		if w.field != "" && w.field != field {
			if field == "" {
				return nil, false // the whole is no longer what was written to it
			}
			continue
		}
		if v.Skipped(w.at) {
			continue
		}
		inOrder = inOrder && function(w.at) == function(use)
		in = append(in, w)
	}
	unset := obj.Kind() == types.ParamVar || obj.Kind() == types.RecvVar || obj.Kind() == types.ResultVar
	if !inOrder || obj.Parent() == v.pkg.Scope() {
		return in, !unset
	}
	in, set := v.inForce(obj, in, use)
	return in, set || !unset
}

// inForce leaves out what is written after use, and what something written
// later replaces whenever use is reached; set says that there is such a one.
func (v *View) inForce(obj *types.Var, writes []write, use inspector.Cursor) (in []write, set bool) {
	slices.SortStableFunc(writes, func(a, b write) int { return int(a.at.Node().Pos() - b.at.Node().Pos()) })
	for _, w := range writes {
		if w.at.Node().End() > use.Node().Pos() && !sharesLoop(obj, w.at, use) {
			continue
		}
		switch v.before(w.at, use) {
		case always:
			in, set = in[:0:0], true
			in = append(in, w)
		case maybe:
			in = append(in, w)
		}
	}
	return in, set
}

// function returns the innermost function around cur, or its file.
func function(cur inspector.Cursor) inspector.Cursor {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.File)(nil)) {
		return c
	}
	return inspector.Cursor{}
}

// sharesLoop reports whether a write after use may reach it in a later round of
// a loop.
func sharesLoop(obj *types.Var, w, use inspector.Cursor) bool {
	for c := range w.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if c.Contains(use) && obj.Pos() < c.Node().Pos() {
			return true
		}
	}
	return false
}

type reaches int

const (
	never reaches = iota
	maybe
	always
)

// before tells whether use is reached only after w, in production.
func (v *View) before(w, use inspector.Cursor) reaches {
	is := always
	if w.Node().Pos() > use.Node().Pos() {
		is = maybe
	}
	for c := w; !c.Contains(use); c = c.Parent() {
		parent := c.Parent()
		kind, _ := c.ParentEdge()
		switch kind {
		case edge.IfStmt_Body, edge.IfStmt_Else:
			if parent.Contains(use) || v.returns(c.Node()) {
				return never // the other branch, or the function has ended
			}
			other := Condition{Expr: parent.Node().(*ast.IfStmt).Cond, Holds: kind == edge.IfStmt_Else}
			if !v.Development(other) && !v.fails(other) {
				is = maybe
			}
		case edge.CaseClause_Body, edge.CommClause_Body, edge.ForStmt_Body, edge.RangeStmt_Body, edge.ForStmt_Post:
			is = maybe
		}
	}
	return is
}

// returns reports whether a block ends the function.
func (r *Result) returns(n ast.Node) bool {
	b, ok := n.(*ast.BlockStmt)
	if !ok || !r.ends(b) {
		return false
	}
	_, branch := b.List[len(b.List)-1].(*ast.BranchStmt)
	return !branch
}
