package defaults

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/suppress"
	"github.com/prodvet/prodvet/internal/values"
)

// known puts what is found of one setting together: everything must be the same.
type known struct {
	values.Known
	any bool
	bad bool // there is something else
}

func (k *known) add(own values.Known, ok bool) {
	switch {
	case !ok || k.any && (own.List != k.List || !slices.Equal(own.Items, k.Items)):
		k.bad = true
	case !k.any:
		k.Known, k.any = own, true
	case k.Key == "":
		k.Key = own.Key
	}
}

// ofCell returns what a variable or a field is by default: what the package
// writes to it at every place that counts.
func (s *summary) ofCell(c cell) (values.Known, bool) {
	writes, ok := s.values.Writes(c.obj)
	if !ok {
		return values.Known{}, false
	}
	var k known
	name := ""
	for _, w := range writes {
		if w.Zero {
			continue // declared, to be set
		}
		if name == "" && w.Setting != "" {
			name = w.Setting
		} else if name == "" && w.Value != nil {
			name = s.settingIn(w.Value)
		}
		if s.view.Skipped(w.At) {
			continue
		}
		if w.Value == nil || !s.counts(c.obj, w) {
			return values.Known{}, false
		}
		k.add(s.ofValues(s.view, w.Value, c.obj.Type()))
	}
	if k.bad || !k.any || s.leftOut(c.obj, writes, 0) && !isZero(k.Known) {
		return values.Known{}, false
	}
	if k.Key == "" {
		k.Key = name
	}
	if k.Key == "" {
		k.Key = c.name
	}
	return k.Known, true
}

// overwrites reports whether the package writes to a variable or field.
func (s *summary) overwrites(obj *types.Var) bool {
	writes, ok := s.values.Writes(obj)
	return !ok || slices.ContainsFunc(writes, func(w values.Write) bool { return !w.Zero && !s.view.Skipped(w.At) })
}

// ofGetter returns what a function without parameters returns by default: always,
// if that is so without asking for configuration.
func (s *summary) ofGetter(g getter) (values.Known, bool) {
	results := g.fn.Signature().Results()
	if results.Len() == 2 && !expr.IsErrorType(results.At(1).Type()) {
		return values.Known{}, false
	}
	at := s.values.At(g.decl)
	try := func(view *values.View) (k known, name string) {
		returns, ok := view.ReturnsIn(at)
		k.bad = !ok
		for _, ret := range returns {
			list := ret.Node().(*ast.ReturnStmt).Results
			if len(list) == 2 && !s.info.Types[list[1]].IsNil() {
				continue // with an error
			}
			if len(list) != results.Len() {
				k.bad = true
				break
			}
			k.add(s.ofValues(view, list[0], results.At(0).Type()))
			if name == "" {
				name = s.settingIn(list[0])
			}
		}
		return k, name
	}
	k, name := try(s.always)
	fixed := !k.bad && k.any && name == "" && !s.viaField(at)
	if !fixed {
		k, name = try(s.view)
	}
	if k.bad || !k.any {
		return values.Known{}, false
	}
	if k.Key == "" {
		k.Key = name
	}
	if k.Key == "" {
		k.Key = g.name
	}
	if fixed {
		k.Place = strings.TrimSuffix(strings.Replace(k.Place, "by default (", "in ", 1), ")")
	}
	return k.Known, true
}

// viaField reports whether what is returned may be set by other packages.
func (s *summary) viaField(fn inspector.Cursor) bool {
	returns, _ := s.always.ReturnsIn(fn)
	for _, ret := range returns {
		for _, val := range s.always.Sources(ret.Node().(*ast.ReturnStmt).Results[0]) {
			if val.Default {
				return true
			}
		}
	}
	return false
}

// ofValues returns what an expression always is in a view.
func (s *summary) ofValues(view *values.View, e ast.Expr, t types.Type) (values.Known, bool) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	var k known
	for _, val := range view.Sources(e) {
		own, ok := s.ofValue(view, val, t)
		if own.Key == "" {
			own.Key = s.settingAt(val.Expr)
		}
		if own.Place == "" {
			own.Place = "by default (" + s.place(val, e) + ")"
		}
		k.add(own, ok)
	}
	return k.Known, k.any && !k.bad
}

func (s *summary) ofValue(view *values.View, val values.Value, t types.Type) (k values.Known, ok bool) {
	if val.Whole {
		return k, false
	}
	if val.Known != nil {
		k.Key = val.Known.Key
		if strings.Contains(val.Known.Place, ".go:") {
			k.Place = val.Known.Place
		}
	}
	if _, ok := t.Underlying().(*types.Slice); ok {
		l := view.List(val)
		if !l.Complete {
			return k, false
		}
		k.List = true
		for _, item := range l.Items {
			k.Items = append(k.Items, item.Text)
			if k.Key == "" && item.Known != nil {
				k.Key = item.Known.Key
			}
			if k.Key == "" {
				k.Key = s.settingAt(item.Expr)
			}
		}
		return k, true
	}
	c := view.ConstantOf(val, t)
	switch {
	case c == nil:
		return k, false
	case c.Kind() == constant.String:
		k.Items = []string{constant.StringVal(c)}
	case c.Kind() == constant.Bool:
		k.Items = []string{c.ExactString()}
	default:
		return k, false
	}
	return k, true
}

// settingAt returns the name of the setting that an expression is, or whose
// fallback it is, or "".
func (s *summary) settingAt(e ast.Expr) string {
	if e == nil {
		return ""
	}
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) > 0 {
		if arg := s.keyOf(call); arg != nil {
			name, _ := s.always.String(arg)
			return name
		}
	}
	for cur := s.values.At(e); cur.Valid(); cur = cur.Parent() {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.CallExpr_Args:
			call := cur.Parent().Node().(*ast.CallExpr)
			if arg := s.keyOf(call); arg != nil {
				name, _ := s.always.String(arg)
				return name
			}
		case edge.ParenExpr_X, edge.CompositeLit_Elts:
		default:
			return ""
		}
	}
	return ""
}

// isZero reports whether a value is what its type is without being set.
func isZero(k values.Known) bool {
	if k.List {
		return len(k.Items) == 0
	}
	return len(k.Items) == 1 && (k.Items[0] == "" || k.Items[0] == "false")
}

// place returns where a value is written: the path of the file from the module's
// root and the line, or with the path of the package if that is of a module that
// others maintain.
func (s *summary) place(val values.Value, e ast.Expr) string {
	pos := e.Pos()
	if val.Expr != nil && val.Expr.Pos().IsValid() {
		pos = val.Expr.Pos()
	}
	p := suppress.Position(s.pass, pos)
	dir := path.Base(s.pass.Pkg.Path())
	if m := s.pass.Module; m != nil && m.Path != "" {
		dir = s.pass.Pkg.Path()
		if m.Version == "" {
			dir = strings.TrimPrefix(strings.TrimPrefix(dir, m.Path), "/")
		}
	}
	return fmt.Sprintf("%s:%d", path.Join(dir, filepath.Base(p.Filename)), p.Line)
}

// counts reports whether a write takes place unless somebody has configured
// something.
func (s *summary) counts(obj *types.Var, w values.Write) bool {
	if !s.isExpected(w.At, obj) {
		return false
	}
	if _, ok := w.At.Node().(*ast.AssignStmt); !ok || !s.setsForCaller(obj, w) {
		return true
	}
	// A function that changes what it is given: one that everybody calls, or
	// one that fills in what is missing?
	if slices.ContainsFunc(s.values.Conditions(w.At), func(c values.Condition) bool {
		return c.Cases == nil && c.Expr != nil && s.mentionsVar(c.Expr, obj)
	}) {
		return true
	}
	for decl := range w.At.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := s.info.Defs[decl.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok {
			return false
		}
		uses, _ := s.values.Uses(fn)
		return slices.ContainsFunc(uses, func(use inspector.Cursor) bool {
			return isCalled(use) && !s.view.Skipped(use) && s.isExpected(use, nil)
		})
	}
	return false
}

// isCalled reports whether a use of a function is its call.
func isCalled(use inspector.Cursor) bool {
	kind, _ := use.ParentEdge()
	if kind == edge.SelectorExpr_Sel {
		kind, _ = use.Parent().ParentEdge()
	}
	return kind == edge.CallExpr_Fun
}

// isExpected reports whether the code at cur runs when its function does, unless
// somebody has configured something.
func (s *summary) isExpected(cur inspector.Cursor, obj *types.Var) bool {
	for _, c := range s.values.Conditions(cur) {
		if !s.expected(c, obj) {
			return false
		}
	}
	for lit := range cur.Enclosing((*ast.FuncLit)(nil)) {
		if !s.runs(lit) {
			return false
		}
	}
	for range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return false
	}
	return true
}

// runs reports whether a function literal runs where it stands: it is called, or
// given to a function of package sync.
func (s *summary) runs(lit inspector.Cursor) bool {
	kind, _ := lit.ParentEdge()
	switch kind {
	case edge.CallExpr_Fun:
		return true
	case edge.CallExpr_Args:
		call := lit.Parent().Node().(*ast.CallExpr)
		fun := ast.Unparen(call.Fun)
		sel, ok := fun.(*ast.SelectorExpr)
		if !ok {
			return false
		}
		fn, ok := s.info.Uses[sel.Sel].(*types.Func)
		return ok && fn.Pkg() != nil && fn.Pkg().Path() == "sync"
	}
	return false
}

// setsForCaller reports whether an assignment changes what the function was given
// by its caller.
func (s *summary) setsForCaller(obj *types.Var, w values.Write) bool {
	for _, lhs := range w.At.Node().(*ast.AssignStmt).Lhs {
		sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr)
		if !ok || s.info.Uses[sel.Sel] != obj {
			continue
		}
		root, ok := s.root(sel)
		return !ok || root.Kind() != types.LocalVar && root.Kind() != types.PackageVar
	}
	return false
}

// root returns the variable at the beginning of a selector.
func (s *summary) root(e ast.Expr) (*types.Var, bool) {
	switch n := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		if v, ok := s.info.Uses[n.Sel].(*types.Var); ok && !v.IsField() {
			return v, true // another package's
		}
		return s.root(n.X)
	case *ast.StarExpr:
		return s.root(n.X)
	case *ast.Ident:
		v, ok := s.info.ObjectOf(n).(*types.Var)
		return v, ok
	}
	return nil, false
}

// leftOut reports whether the package makes a struct without setting a field, and
// does not set it after that.
func (s *summary) leftOut(field *types.Var, writes []values.Write, depth int) bool {
	if !field.IsField() || depth > 3 {
		return false
	}
	for _, lit := range s.values.LiteralsWithout(field) {
		if !s.view.Skipped(lit) && !s.filledLater(lit, writes) {
			return true
		}
	}
	owner := s.owner(field)
	for _, parent := range s.parents[owner] {
		more, _ := s.values.Writes(parent)
		if s.leftOut(parent, append(slices.Clip(writes), more...), depth+1) {
			return true
		}
	}
	return false
}

// owner returns the named struct type of the package that declares a field, or
// nil.
func (s *summary) owner(field *types.Var) *types.Named {
	for named := range s.parents {
		st, ok := named.Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range st.Fields() {
			if f == field {
				return named
			}
		}
	}
	return nil
}

// filledLater reports whether a struct literal is not what becomes of it: it is
// returned beside an error, one of the writes comes after it in its function, or
// one of them is to what a function is given.
func (s *summary) filledLater(lit inspector.Cursor, writes []values.Write) bool {
	cur := lit
	if kind, _ := cur.ParentEdge(); kind == edge.UnaryExpr_X {
		cur = cur.Parent()
	}
	if ret, ok := cur.Parent().Node().(*ast.ReturnStmt); ok && len(ret.Results) > 1 {
		last := ret.Results[len(ret.Results)-1]
		if expr.IsErrorType(s.info.TypeOf(last)) && !s.info.Types[last].IsNil() {
			return true
		}
	}
	for _, w := range writes {
		assign, ok := w.At.Node().(*ast.AssignStmt)
		if w.Setting != "" {
			return true
		}
		if !ok {
			continue
		}
		if function(w.At) == function(lit) {
			if assign.Pos() > lit.Node().Pos() {
				return true
			}
			continue
		}
		if w.Loose && assign.Tok == token.ASSIGN {
			return true
		}
	}
	return false
}

// function returns the function declaration around cur.
func function(cur inspector.Cursor) inspector.Cursor {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		return c
	}
	return inspector.Cursor{}
}
