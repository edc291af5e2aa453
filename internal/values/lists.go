package values

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Item is an element of a list of strings.
type Item struct {
	Text  string
	Expr  ast.Expr // what it was written as, perhaps within a longer string
	Known *Known   // where it is written, if that is not in Expr
}

// List is a list of strings as far as it is known.
type List struct {
	Items    []Item
	Complete bool // there are no other elements
}

// List returns the elements of a list of strings, one of the values of an
// expression.
func (v *View) List(val Value) List {
	switch {
	case val.Known != nil:
		return val.Known.list(val)
	case val.list != nil:
		return *val.list
	case val.text != nil:
		return List{}
	case val.Expr == nil:
		return List{Complete: true}
	}
	leave, ok := v.enter(val.Expr, true)
	if !ok {
		return List{}
	}
	defer leave()
	switch e := val.Expr.(type) {
	case *ast.Ident:
		return List{Complete: v.info.Types[e].IsNil()}
	case *ast.CompositeLit:
		return v.listOfItems(e.Elts)
	case *ast.CallExpr:
		return v.listOfCall(e)
	}
	return List{}
}

func (v *View) listOfItems(elts []ast.Expr) List {
	l := List{Complete: true}
	for _, elt := range elts {
		l.add(v.item(elt))
	}
	return l
}

func (l *List) add(item Item, ok bool) {
	if ok {
		l.Items = append(l.Items, item)
	}
	l.Complete = l.Complete && ok
}

// item returns the constant text that e is.
func (v *View) item(e ast.Expr) (Item, bool) {
	if c := v.constant(e); c != nil {
		return Item{Text: textOf(c), Expr: e}, c.Kind() == constant.String
	}
	var item Item
	for i, val := range v.Sources(e) {
		c := v.ConstantOf(val, v.info.TypeOf(e))
		if c == nil || c.Kind() != constant.String || i > 0 && constant.StringVal(c) != item.Text {
			return Item{}, false
		}
		item = Item{Text: constant.StringVal(c), Expr: e, Known: val.Known}
		if val.Expr != nil && (v.frame != nil || val.Known != nil) {
			item.Expr = val.Expr // not where a helper mentions it
		}
	}
	return item, true
}

func textOf(c constant.Value) string {
	if c.Kind() == constant.String {
		return constant.StringVal(c)
	}
	return c.ExactString()
}

// listOfCall returns the elements of append and make.
func (v *View) listOfCall(call *ast.CallExpr) List {
	switch v.builtin(call) {
	case "append":
		return v.listOfAppend(call)
	case "make":
		return List{Complete: len(call.Args) > 1 && v.isZero(call.Args[1])}
	}
	return List{}
}

func listOf(e ast.Expr, texts []string) List {
	l := List{Complete: true}
	for _, t := range texts {
		l.Items = append(l.Items, Item{Text: t, Expr: e})
	}
	return l
}

func (v *View) isZero(e ast.Expr) bool {
	c := v.constant(e)
	return c != nil && c.Kind() == constant.Int && constant.Sign(c) == 0
}

func (v *View) listOfAppend(call *ast.CallExpr) List {
	return v.appended(v.common(call.Args[0]), call)
}

// appended returns l with what call appends to it.
func (v *View) appended(l List, call *ast.CallExpr) List {
	if call.Ellipsis.IsValid() && len(call.Args) == 2 {
		more := v.common(call.Args[1])
		return List{slices.Concat(l.Items, more.Items), l.Complete && more.Complete}
	}
	l.Items = slices.Clip(l.Items)
	for _, arg := range call.Args[1:] {
		l.add(v.item(arg))
	}
	return l
}

// common returns the list that e is if it has one value, an unknown list
// otherwise.
func (v *View) common(e ast.Expr) List {
	if vals := v.Sources(e); len(vals) == 1 && !vals[0].Whole {
		return v.List(vals[0])
	}
	return List{}
}

// round is one round of a loop over a list.
type round struct {
	key, value *types.Var
	over       *types.Var // the list, if it is a variable
	i          int
	item       Item
}

func (r *round) val(at []inspector.Cursor) Value {
	return Value{Expr: r.item.Expr, At: at, text: constant.MakeString(r.item.Text), Known: r.item.Known.with(r.item.Text)}
}

// ofLoop returns what a variable of a loop is in the round that is being looked
// into.
func (v *View) ofLoop(obj *types.Var, at []inspector.Cursor) (Value, bool) {
	for f := v.frame; f != nil && f.sig == nil; f = f.up {
		switch {
		case f.loop == nil || obj == nil:
		case obj == f.loop.value:
			return f.loop.val(at), true
		case obj == f.loop.key:
			return Value{Expr: f.loop.item.Expr, At: at, text: constant.MakeInt64(int64(f.loop.i))}, true
		}
	}
	return Value{}, false
}

// ofIndex returns the values of an element of a list.
func (v *View) ofIndex(n *ast.IndexExpr, at []inspector.Cursor) []Value {
	unknown := []Value{{Expr: n, At: at}}
	if _, ok := sliceOf(v.info.TypeOf(n.X)); !ok {
		return unknown
	}
	over, _ := variable(v.info, n.X)
	key, _ := variable(v.info, n.Index)
	for f := v.frame; f != nil && f.sig == nil; f = f.up {
		if f.loop != nil && over != nil && key != nil && f.loop.over == over && f.loop.key == key {
			return []Value{f.loop.val(at)}
		}
	}
	c := v.Constant(n.Index)
	if c == nil || c.Kind() != constant.Int {
		return unknown
	}
	l := v.common(n.X)
	i, ok := constant.Int64Val(c)
	if !ok || !l.Complete || i < 0 || int(i) >= len(l.Items) {
		return unknown
	}
	r := round{item: l.Items[i]}
	return []Value{r.val(at)}
}

// mapped returns what lo.Map makes of a list.
func (v *View) mapped(call *ast.CallExpr) (List, bool) {
	from := v.common(call.Args[0])
	lit, ok := ast.Unparen(call.Args[1]).(*ast.FuncLit)
	if !ok || !from.Complete {
		return List{}, false
	}
	sig := v.info.TypeOf(lit).(*types.Signature)
	returns := v.returnsOf(v.At(lit))
	if len(returns) != 1 || sig.Params().Len() == 0 || len(returns[0].Node().(*ast.ReturnStmt).Results) != 1 {
		return List{}, false
	}
	l := List{Complete: true}
	for i, item := range from.Items {
		v.inFrame(&frame{up: v.frame, loop: &round{value: sig.Params().At(0), i: i, item: item}}, func() {
			l.add(v.item(returns[0].Node().(*ast.ReturnStmt).Results[0]))
		})
	}
	return l, true
}

// collected returns the elements of a local list that is put together by append,
// or whose elements are replaced, before use; ok is false if it is not.
func (v *View) collected(obj *types.Var, use inspector.Cursor) (l List, ok bool) {
	if s, is := sliceOf(obj.Type()); !is || !isText(s.Elem()) || obj.Kind() != types.LocalVar || !use.Valid() {
		return List{}, false
	}
	writes := slices.Clone(v.index().writes[obj])
	if !slices.ContainsFunc(writes, func(w write) bool { return w.index != nil || v.appendsTo(obj, w) != nil }) || len(v.index().escapes[obj]) > 0 {
		return List{}, false
	}
	slices.SortStableFunc(writes, func(a, b write) int { return int(a.at.Node().Pos() - b.at.Node().Pos()) })
	for _, w := range writes {
		switch {
		case v.Skipped(w.at):
		case function(w.at) != function(use) || w.field != "" || w.setting != "" || sharesLoop(obj, w.at, use):
			return List{}, false
		case w.at.Node().End() > use.Node().Pos():
		case w.index != nil:
			l = v.replaced(l, obj, w, use)
		case v.appendsTo(obj, w) != nil:
			l = v.grown(l, v.appendsTo(obj, w), w, use)
		default:
			switch v.before(w.at, use, false) {
			case always:
				l = v.base(w)
			case maybe:
				return List{}, false
			}
		}
	}
	return l, len(l.Items) > 0 || l.Complete
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// base returns the list that a variable starts from.
func (v *View) base(w write) List {
	if w.zero {
		return List{Complete: true}
	}
	if w.value == nil {
		return List{}
	}
	if call, ok := ast.Unparen(w.value).(*ast.CallExpr); ok && v.builtin(call) == "make" {
		return List{Complete: true} // of empty texts that are replaced, or of nothing
	}
	return v.common(w.value)
}

// appendsTo returns the call by which obj grows, or nil.
func (v *View) appendsTo(obj *types.Var, w write) *ast.CallExpr {
	if w.value == nil || w.field != "" {
		return nil
	}
	call, ok := ast.Unparen(w.value).(*ast.CallExpr)
	if !ok || v.builtin(call) != "append" || len(call.Args) == 0 {
		return nil
	}
	if to, ok := variable(v.info, call.Args[0]); !ok || to != obj {
		return nil
	}
	return call
}

// grown returns l after an append.
func (v *View) grown(l List, call *ast.CallExpr, w write, use inspector.Cursor) List {
	loop, rs, ok := v.loopOf(w.at, use)
	if !ok {
		return List{l.Items, false}
	}
	if rs == nil {
		switch v.before(w.at, use, false) {
		case always:
			return v.appended(l, call)
		case never:
			return l
		}
		return List{l.Items, false}
	}
	if v.before(loop, use, false) != always {
		return List{l.Items, false}
	}
	v.rounds(rs, &l, func() {
		switch v.runs(w.at, loop) {
		case always:
			l = v.appended(l, call)
		case maybe:
			l.Complete = false
		}
	})
	return l
}

// replaced returns l after the elements of obj were replaced in a loop.
func (v *View) replaced(l List, obj *types.Var, w write, use inspector.Cursor) List {
	loop, rs, ok := v.loopOf(w.at, use)
	if !ok || rs == nil || rs.Key == nil || w.value == nil || v.before(loop, use, false) != always {
		return List{}
	}
	key, _ := variable(v.info, rs.Key)
	index, isVar := variable(v.info, w.index)
	if !isVar || key != index || v.runs(w.at, loop) != always {
		return List{}
	}
	from := l
	if over, _ := variable(v.info, rs.X); over != obj {
		from = v.common(rs.X)
	}
	to := List{Complete: from.Complete}
	v.roundsOf(rs, from, func() { to.add(v.item(w.value)) })
	return to
}

// loopOf returns the one loop over a list around w that use is not in, or nil; ok
// is false if there are others.
func (v *View) loopOf(w, use inspector.Cursor) (loop inspector.Cursor, rs *ast.RangeStmt, ok bool) {
	for c := range w.Enclosing((*ast.RangeStmt)(nil), (*ast.ForStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if c.Contains(use) {
			break
		}
		n, isRange := c.Node().(*ast.RangeStmt)
		if !isRange || rs != nil {
			return inspector.Cursor{}, nil, false
		}
		loop, rs = c, n
	}
	return loop, rs, true
}

// rounds runs do for each element of the list that a loop is over. What is not
// known of that is not known of l.
func (v *View) rounds(rs *ast.RangeStmt, l *List, do func()) {
	from := v.common(rs.X)
	l.Complete = l.Complete && from.Complete
	v.roundsOf(rs, from, do)
}

func (v *View) roundsOf(rs *ast.RangeStmt, from List, do func()) {
	r := round{}
	r.over, _ = variable(v.info, rs.X)
	if rs.Key != nil {
		r.key, _ = variable(v.info, rs.Key)
	}
	if rs.Value != nil {
		r.value, _ = variable(v.info, rs.Value)
	} else if _, ok := sliceOf(v.info.TypeOf(rs.X)); !ok {
		r.key, r.value = nil, r.key // over a sequence
	}
	for i, item := range from.Items {
		r := r
		r.i, r.item = i, item
		v.inFrame(&frame{up: v.frame, loop: &r}, do)
	}
}

// runs tells whether w is reached in the round of the loop at hand.
func (v *View) runs(w, loop inspector.Cursor) reaches {
	is := always
	for _, c := range v.Conditions(w) {
		at := c.Expr
		if at == nil || at.Pos() < loop.Node().Pos() || at.Pos() > loop.Node().End() {
			continue
		}
		truth, known := v.truthOf(c.Expr)
		switch {
		case c.Cases != nil || !known:
			is = maybe
		case truth != c.Holds:
			return never
		}
	}
	return is
}
