package values

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

type (
	reachingKey struct {
		frame *frame
		use   inspector.Cursor
		obj   *types.Var
		field string
	}
	reachingWrites struct {
		writes []write
		set    bool // what the variable was before does not matter
		ok     bool
	}
)

// ofVariable returns the values of a variable, or of one of its fields, where
// use stands.
func (v *View) ofVariable(use *ast.Ident, obj *types.Var, field string, at []inspector.Cursor) []Value {
	if val, ok := v.ofLoop(obj, at); ok && field == "" && len(v.index().writes[obj]) <= 1 {
		return []Value{val}
	}
	unknown := []Value{{Expr: use, Whole: field != "", At: at}}
	cur := v.At(use)
	if field == "" {
		if l, ok := v.collected(obj, cur); ok {
			return []Value{{Expr: use, At: at, list: &l}}
		}
	}
	vals, ok := v.variableAt(obj, field, cur, false, at, unknown)
	if !ok {
		return unknown
	}
	if obj.Exported() && obj.Parent() == v.pkg.Scope() {
		setDefault(vals)
	}
	return vals
}

// variableAt returns the values of a variable, or of one of its fields, where
// use stands or, with end, after it. What is not known of it is unknown.
func (v *View) variableAt(obj *types.Var, field string, use inspector.Cursor, end bool, at []inspector.Cursor, unknown []Value) (vals []Value, ok bool) {
	key := reachingKey{v.frame, use, obj, field}
	r, known := v.reached[key]
	if !known {
		r = v.reaching(obj, field, use, end)
		v.reached[key] = r
	}
	if !r.ok {
		return nil, false
	}
	resolve := v.resolver(field)
	isParam := obj.Kind() == types.ParamVar || obj.Kind() == types.RecvVar
	if isParam && !r.set {
		before, ok := v.ofParameter(obj, at, resolve)
		if !ok {
			return nil, false
		}
		vals = append(vals, before...)
	}
	if obj.Kind() == types.ResultVar && !r.set {
		vals = append(vals, Value{At: at})
	}
	for _, w := range r.writes {
		vals = append(vals, v.written(obj, w, field, use, at, unknown)...)
	}
	return preferSettings(vals, r.writes), len(vals) > 0
}

// resolver returns what finds the values of an expression, or of a field of it.
func (v *View) resolver(field string) func(ast.Expr, []inspector.Cursor) []Value {
	if field == "" {
		return v.sources
	}
	return func(e ast.Expr, at []inspector.Cursor) []Value { return v.field(e, field, at) }
}

// written returns the values that a variable, or a field of it, has by one write.
func (v *View) written(obj *types.Var, w write, field string, use inspector.Cursor, at []inspector.Cursor, unknown []Value) (vals []Value) {
	at = with(at, w.at)
	find := func() {
		switch {
		case w.zero:
			vals = []Value{{At: at}}
		case w.effect != nil:
			vals = v.afterCall(w.effect, field, at, unknown)
		case w.setting != "":
			vals = v.bySetting(w, at, unknown)
		case isRange(w) && field == "":
			if val, ok := v.ofLoop(obj, at); ok {
				vals = []Value{val}
			} else {
				vals = unknown
			}
		case w.value == nil && w.from != nil && w.result >= 0 && (field == "" || w.field == ""):
			vals = v.ofResult(w.from, w.result, field, at, unknown)
		case w.value == nil, w.index != nil:
			vals = unknown
		case field != "" && w.field != field:
			vals = v.field(w.value, field, at)
		default:
			vals = v.sources(w.value, at)
		}
	}
	if function(w.at) != function(use) {
		v.inFrame(v.frame.without(function(w.at)), find)
	} else {
		find()
	}
	return vals
}

// without returns the frame in which code of another function stands: none,
// unless f's function is around it.
func (f *frame) without(fn inspector.Cursor) *frame {
	if f == nil || f.sig == nil || !fn.Valid() {
		return nil
	}
	lit, ok := fn.Node().(*ast.FuncLit)
	if !ok {
		return nil
	}
	for i := range f.sig.Params().Len() {
		if scope := f.sig.Params().At(i).Parent(); scope != nil && scope.Contains(lit.Pos()) {
			return f
		}
	}
	return nil
}

// ofResult returns the values of one of the results of a call, or of a field of
// it.
func (v *View) ofResult(e ast.Expr, result int, field string, at []inspector.Cursor, unknown []Value) []Value {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return unknown
	}
	if field == "" {
		if vals, ok := v.defaultOf(call, result, at); ok {
			return vals
		}
	}
	vals := v.ofCall(call, result, field, at)
	if len(vals) == 1 && vals[0].Expr == call {
		return unknown // not the call as a whole
	}
	return vals
}

// afterCall returns the values that a field of an argument has when a function of
// this package, which got its address, has returned.
func (v *View) afterCall(e *escape, field string, at []inspector.Cursor, unknown []Value) []Value {
	call := e.call.Node().(*ast.CallExpr)
	decl := v.index().decls[e.fn]
	obj := parameter(e.fn.Signature(), e.arg)
	vals, ok := unknown, false
	v.inCall(e.fn.Signature(), call, func() {
		body, found := decl.FindNode(decl.Node().(*ast.FuncDecl).Body)
		if found {
			vals, ok = v.variableAt(obj, field, body, true, at, unknown)
		}
	})
	if !ok {
		return unknown
	}
	return vals
}

func parameter(sig *types.Signature, i int) *types.Var {
	switch {
	case i == receiver:
		return sig.Recv()
	case i < sig.Params().Len() && !(sig.Variadic() && i == sig.Params().Len()-1):
		return sig.Params().At(i)
	}
	return nil
}

// only returns the one value that was ever written to obj.
func (x *index) only(obj *types.Var) (ast.Expr, bool) {
	if obj == nil || len(x.escapes[obj]) > 0 || obj.Kind() == types.ParamVar {
		return nil, false
	}
	if w := x.writes[obj]; len(w) == 1 && w[0].value != nil && w[0].index == nil && w[0].setting == "" && w[0].field == "" {
		return w[0].value, true
	}
	return nil, false
}

// reaching returns the writes to a variable, or to one of its fields, that may
// be in force at use, or after it, in production.
func (v *View) reaching(obj *types.Var, field string, use inspector.Cursor, end bool) reachingWrites {
	if !use.Valid() || obj.Pkg() != v.pkg {
		return reachingWrites{}
	}
	effects, ok := v.effects(obj, field)
	if !ok {
		return reachingWrites{}
	}
	var in []write
	inOrder := true
	for _, w := range slices.Concat(v.index().writes[obj], effects) {
		if w.field != "" && w.field != field && (w.part || field == "" || !v.holds(obj, w.field, field)) {
			if field == "" && !w.part {
				return reachingWrites{} // the whole is no longer what was written to it
			}
			continue
		}
		if w.part && w.field == field {
			return reachingWrites{}
		}
		if v.Skipped(w.at) {
			continue
		}
		inOrder = inOrder && function(w.at) == function(use)
		in = append(in, w)
	}
	if !inOrder || obj.Parent() == v.pkg.Scope() {
		return reachingWrites{in, false, true}
	}
	in, set := v.inForce(obj, in, use, end)
	return reachingWrites{in, set, true}
}

// holds reports whether the field is promoted to the type of obj from the
// embedded field outer.
func (v *View) holds(obj *types.Var, outer, field string) bool {
	f, index, _ := types.LookupFieldOrMethod(obj.Type(), true, v.pkg, field)
	if _, ok := f.(*types.Var); !ok || len(index) < 2 {
		return false
	}
	st, ok := structOf(obj.Type())
	return ok && st.Field(index[0]).Name() == outer
}

// inForce leaves out what is written after use, and what something written
// later replaces whenever use is reached; set says that there is such a one.
func (v *View) inForce(obj *types.Var, writes []write, use inspector.Cursor, end bool) (in []write, set bool) {
	slices.SortStableFunc(writes, func(a, b write) int { return int(a.at.Node().Pos() - b.at.Node().Pos()) })
	for _, w := range writes {
		if !end && w.at.Node().End() > use.Node().Pos() && !sharesLoop(obj, w.at, use) && !startsRound(w, use) {
			continue
		}
		switch v.before(w.at, use, end) {
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

func isRange(w write) bool {
	_, ok := w.at.Node().(*ast.RangeStmt)
	return ok
}

// startsRound reports whether a write gives a variable its value at the start of
// each round of the loop in which use stands.
func startsRound(w write, use inspector.Cursor) bool {
	return isRange(w) && w.at.Contains(use) && use.Node().Pos() > w.at.Node().(*ast.RangeStmt).Body.Pos()
}

type reaches int

const (
	never reaches = iota
	maybe
	always
)

// before tells whether use, or with end what comes after it, is reached only
// after w, in production.
func (v *View) before(w, use inspector.Cursor, end bool) reaches {
	is := always
	if _, ok := w.Node().(*ast.RangeStmt); ok && w.Contains(use) {
		return always // at the start of the round
	}
	if !end && w.Node().Pos() > use.Node().Pos() || end && v.returnsBefore(w, use) {
		is = maybe
	}
	for c := w; !c.Contains(use); c = c.Parent() {
		parent := c.Parent()
		kind, _ := c.ParentEdge()
		switch kind {
		case edge.IfStmt_Body, edge.IfStmt_Else:
			if !end && (parent.Contains(use) || v.returns(c.Node())) {
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

// returnsBefore reports whether a function may return before w.
func (v *View) returnsBefore(w, body inspector.Cursor) bool {
	return slices.ContainsFunc(v.returnsOf(body), func(ret inspector.Cursor) bool {
		return ret.Node().Pos() < w.Node().Pos() && !v.Skipped(ret)
	})
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
