package values

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// index holds the assignments of a package. Test files are left out: what they
// write is not there in production.
type index struct {
	writes   map[*types.Var][]write // of variables, and of their fields by name
	fields   map[*types.Var][]write // of a field, through whatever variable
	escapes  map[*types.Var][]escape
	uses     map[types.Object][]inspector.Cursor
	literals []inspector.Cursor // of struct types
	decls    map[*types.Func]inspector.Cursor
	params   map[*types.Var]param
}

// write is one assignment.
type write struct {
	field string   // the variable's field that is written, or "" for all of it
	value ast.Expr // nil for a zero value and for an unknown one
	from  ast.Expr // what an unknown value was made from, or nil
	// result is the index among from's results, if it is a call with several,
	// or none.
	result int
	zero   bool
	at     inspector.Cursor // the statement or specification
	loose  bool             // not through a variable of its own: s.cfg.Field = value
	// part says that a field of the embedded field was written, by its own name.
	part bool
	// index is the index of the element that is written, if it is one.
	index ast.Expr
	// setting says that a library writes the value if nobody has configured
	// another.
	setting string
	// effect says that a function which got the address writes.
	effect *escape
}

const none = -1

// escape is a place where somebody gets the address of a variable.
type escape struct {
	fn   *types.Func // nil if it is anybody
	call inspector.Cursor
	arg  int // the index of the argument, or receiver
}

// receiver is the index of a receiver among the parameters.
const receiver = -1

// param is what a variable is to a function declaration.
type param struct {
	fn    *types.Func
	index int
}

func newIndex(pass *analysis.Pass, root inspector.Cursor) *index {
	x := &index{
		writes:  make(map[*types.Var][]write),
		fields:  make(map[*types.Var][]write),
		escapes: make(map[*types.Var][]escape),
		uses:    make(map[types.Object][]inspector.Cursor),
		decls:   make(map[*types.Func]inspector.Cursor),
		params:  make(map[*types.Var]param),
	}
	b := &builder{index: x, info: pass.TypesInfo, pkg: pass.Pkg}
	for file := range root.Children() {
		if tf := pass.Fset.File(file.Node().Pos()); tf != nil && strings.HasSuffix(tf.Name(), "_test.go") {
			continue
		}
		for cur := range file.Preorder(interesting...) {
			b.node(cur)
		}
	}
	return x
}

var interesting = []ast.Node{
	(*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.IncDecStmt)(nil),
	(*ast.UnaryExpr)(nil), (*ast.CompositeLit)(nil), (*ast.CallExpr)(nil), (*ast.Ident)(nil), (*ast.FuncDecl)(nil),
}

type builder struct {
	*index
	info *types.Info
	pkg  *types.Package
}

func (b *builder) node(cur inspector.Cursor) {
	switch n := cur.Node().(type) {
	case *ast.AssignStmt:
		b.assign(cur, n)
	case *ast.ValueSpec:
		b.spec(cur, n)
	case *ast.RangeStmt:
		b.to(n.Key, write{from: n.X, result: none, at: cur})
		b.to(n.Value, write{from: n.X, result: none, at: cur})
	case *ast.IncDecStmt:
		b.to(n.X, write{at: cur})
	case *ast.UnaryExpr:
		if n.Op == token.AND && !b.setting(cur, n) {
			b.escape(n.X, b.receives(cur))
		}
	case *ast.CompositeLit:
		b.literal(cur, n)
	case *ast.CallExpr:
		b.call(cur, n)
	case *ast.FuncDecl:
		if fn, ok := b.info.Defs[n.Name].(*types.Func); ok {
			b.declare(fn, cur)
		}
	case *ast.Ident:
		b.ident(cur, n)
	}
}

func (b *builder) declare(fn *types.Func, cur inspector.Cursor) {
	b.decls[fn] = cur
	sig := fn.Signature()
	if sig.Recv() != nil {
		b.params[sig.Recv()] = param{fn, receiver}
	}
	for i := range sig.Params().Len() {
		b.params[sig.Params().At(i)] = param{fn, i}
	}
}

func (b *builder) assign(cur inspector.Cursor, n *ast.AssignStmt) {
	for i, lhs := range n.Lhs {
		w := write{at: cur}
		switch {
		case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
			w.from, w.result = n.Rhs[0], none
		case len(n.Lhs) == len(n.Rhs):
			w.value = n.Rhs[i]
		default:
			w.from, w.result = n.Rhs[0], i
		}
		b.to(lhs, w)
	}
}

func (b *builder) spec(cur inspector.Cursor, n *ast.ValueSpec) {
	for i, name := range n.Names {
		w := write{at: cur}
		switch len(n.Values) {
		case 0:
			w.zero = true
		case len(n.Names):
			w.value = n.Values[i]
		default:
			w.from, w.result = n.Values[0], i
		}
		b.to(name, w)
	}
}

// to records that w is written to lhs.
func (b *builder) to(lhs ast.Expr, w write) {
	switch lhs := ast.Unparen(orBlank(lhs)).(type) {
	case *ast.Ident:
		if v, ok := b.info.ObjectOf(lhs).(*types.Var); ok {
			b.writes[v] = append(b.writes[v], w)
		}
	case *ast.StarExpr: // a pointer and what it points to are one here
		b.to(lhs.X, w)
	case *ast.IndexExpr:
		element := write{value: w.value, from: w.from, result: none, at: w.at, index: lhs.Index}
		if _, ok := ast.Unparen(lhs.X).(*ast.Ident); !ok {
			element = write{from: w.from, result: none, at: w.at}
		}
		b.to(lhs.X, element)
	case *ast.SelectorExpr:
		b.toField(lhs, w)
	}
}

func orBlank(e ast.Expr) ast.Expr {
	if e == nil {
		return &ast.Ident{Name: "_"}
	}
	return e
}

func (b *builder) toField(lhs *ast.SelectorExpr, w write) {
	sel := b.info.Selections[lhs]
	if sel == nil {
		if v, ok := b.info.Uses[lhs.Sel].(*types.Var); ok { // another package's variable
			b.writes[v] = append(b.writes[v], w)
		}
		return
	}
	field, ok := sel.Obj().(*types.Var)
	if !ok {
		return
	}
	base, ok := variable(b.info, lhs.X)
	loose := w
	loose.loose = !ok || len(sel.Index()) != 1 || base.Kind() != types.LocalVar && base.Kind() != types.PackageVar
	b.fields[field] = append(b.fields[field], loose)
	switch {
	case ok:
		w.field = field.Name()
		b.writes[base] = append(b.writes[base], w)
		if len(sel.Index()) > 1 {
			b.writes[base] = append(b.writes[base], write{field: embedded(sel), part: true, at: w.at})
		}
	default: // a field of a field: the outer one is no longer what was written to it
		b.to(lhs.X, write{at: w.at})
	}
}

// variable returns the variable that e names, directly or as *e.
func variable(info *types.Info, e ast.Expr) (*types.Var, bool) {
	e = ast.Unparen(e)
	if star, ok := e.(*ast.StarExpr); ok {
		e = ast.Unparen(star.X)
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := info.ObjectOf(id).(*types.Var)
	return v, ok
}

// embedded returns the name of the embedded field through which sel selects.
func embedded(sel *types.Selection) string {
	st, ok := structOf(sel.Recv())
	if !ok {
		return ""
	}
	return st.Field(sel.Index()[0]).Name()
}

// escape records that somebody gets the address of e.
func (b *builder) escape(e ast.Expr, to escape) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := b.info.ObjectOf(e).(*types.Var); ok {
			b.escapes[v] = append(b.escapes[v], to)
		}
	case *ast.IndexExpr:
		b.escape(e.X, escape{fn: b.named(to.fn)})
	case *ast.SelectorExpr:
		if sel := b.info.Selections[e]; sel != nil {
			to = escape{fn: b.named(to.fn)}
			if f, ok := sel.Obj().(*types.Var); ok {
				b.escapes[f] = append(b.escapes[f], to)
			}
			b.escape(e.X, to)
		}
	}
}

// named returns fn if it is to be known by its name only, because its source is
// not here.
func (b *builder) named(fn *types.Func) *types.Func {
	if fn == nil || fn.Pkg() == b.pkg {
		return nil
	}
	return fn
}

// receives returns the function whose argument stands at cur.
func (b *builder) receives(cur inspector.Cursor) escape {
	kind, i := cur.ParentEdge()
	switch kind {
	case edge.ParenExpr_X:
		return b.receives(cur.Parent())
	case edge.CallExpr_Args:
		call := cur.Parent().Node().(*ast.CallExpr)
		if fn := typeutil.StaticCallee(b.info, call); fn != nil {
			return escape{fn: fn.Origin(), call: cur.Parent(), arg: i}
		}
	}
	return escape{}
}

// call records the address that a method with a pointer receiver gets.
func (b *builder) call(cur inspector.Cursor, n *ast.CallExpr) {
	sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	fn := typeutil.StaticCallee(b.info, n)
	if fn == nil || fn.Signature().Recv() == nil {
		return
	}
	if s := b.info.Selections[sel]; s == nil || s.Kind() != types.MethodVal {
		return
	}
	if _, ok := types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer); ok {
		b.escape(sel.X, escape{fn: fn.Origin(), call: cur, arg: receiver})
	}
}

// setting records that a library of flags writes to the variable whose address
// stands at cur.
func (b *builder) setting(cur inspector.Cursor, n *ast.UnaryExpr) bool {
	f, ok := flagAt(b.info, cur)
	if !ok {
		return false
	}
	b.to(n.X, write{value: f.value, setting: f.key, at: f.at})
	return true
}

func (b *builder) literal(cur inspector.Cursor, n *ast.CompositeLit) {
	st, ok := structOf(b.info.TypeOf(n))
	if !ok {
		return
	}
	b.literals = append(b.literals, cur)
	for i, elt := range n.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			key, ok := kv.Key.(*ast.Ident)
			if !ok {
				continue
			}
			if f, ok := b.info.Uses[key].(*types.Var); ok {
				b.fields[f] = append(b.fields[f], write{value: kv.Value, at: cur})
			}
		} else if i < st.NumFields() {
			b.fields[st.Field(i)] = append(b.fields[st.Field(i)], write{value: elt, at: cur})
		}
	}
}

func (b *builder) ident(cur inspector.Cursor, n *ast.Ident) {
	obj := b.info.Uses[n]
	if obj == nil || obj.Pkg() != b.pkg {
		return
	}
	switch obj := obj.(type) {
	case *types.Func:
		b.uses[obj.Origin()] = append(b.uses[obj.Origin()], cur)
	case *types.Var:
		if obj.IsField() {
			return
		}
		b.uses[obj] = append(b.uses[obj], cur)
		if p, ok := types.Unalias(obj.Type()).(*types.Pointer); ok {
			if _, ok := structOf(p.Elem()); ok && !localUse(cur) {
				b.escapes[obj] = append(b.escapes[obj], b.receives(cur))
			}
		}
	}
}

// localUse reports whether a pointer variable is used in a way that gives the
// pointer to nobody who could still matter here: to reach a field or a method, to
// compare, to assign to it, to return it.
func localUse(cur inspector.Cursor) bool {
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.SelectorExpr_X, edge.StarExpr_X, edge.BinaryExpr_X, edge.BinaryExpr_Y, edge.AssignStmt_Lhs, edge.ReturnStmt_Results:
		return true
	case edge.ParenExpr_X:
		return localUse(cur.Parent())
	}
	return false
}

// structOf returns the struct type that t is, or that t points to.
func structOf(t types.Type) (*types.Struct, bool) {
	if t == nil {
		return nil, false
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	return st, ok
}
