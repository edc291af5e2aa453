package middlewareorder

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// moveFirst returns the fix that moves the registration use, with the comments
// at it, before the first of the events that stand in statements of the same
// list. There is none if use registers anything else, or if what it mentions is
// declared or assigned on the way.
func (f *findings) moveFirst(use routing.Event, before []routing.Event) []analysis.SuggestedFix {
	if use.From() != "" || len(use.Middleware) != 1 {
		return nil
	}
	list, i := f.statement(use.Pos())
	if i < 0 {
		return nil
	}
	stmt, ok := list[i].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	if !ok || call.Pos() != use.Pos() || len(call.Args) != 1 || call.Ellipsis.IsValid() {
		return nil
	}
	first := i
	for _, e := range before {
		j := slices.IndexFunc(list, func(s ast.Stmt) bool { return s.Pos() <= e.Pos() && e.Pos() < s.End() })
		if j < 0 {
			return nil // somewhere else: what stands between is not compared
		}
		first = min(first, j)
	}
	if first == i || f.depends(stmt, call, list[first:i]) {
		return nil
	}
	from, ok := f.lines(stmt)
	to, ok2 := f.lines(list[first])
	if !ok || !ok2 || to.end > from.start {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "Move the registration before the routes",
		TextEdits: []analysis.TextEdit{
			{Pos: to.start, End: to.start, NewText: from.text},
			{Pos: from.start, End: from.end},
		},
	}}
}

// statement returns the list of statements that one which begins at pos stands
// in, and its index; -1 if none does.
func (f *findings) statement(pos token.Pos) ([]ast.Stmt, int) {
	file := f.file(pos)
	if file == nil {
		return nil, -1
	}
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	for _, n := range path {
		var list []ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = n.List
		case *ast.CaseClause:
			list = n.Body
		case *ast.CommClause:
			list = n.Body
		default:
			continue
		}
		return list, slices.IndexFunc(list, func(s ast.Stmt) bool { return s.Pos() <= pos && pos < s.End() })
	}
	return nil, -1
}

// file returns the file that pos is in, or nil.
func (f *findings) file(pos token.Pos) *ast.File {
	i := slices.IndexFunc(f.pass.Files, func(file *ast.File) bool { return file.FileStart <= pos && pos < file.FileEnd })
	if i < 0 {
		return nil
	}
	return f.pass.Files[i]
}

// depends reports whether one of the statements between declares or sets, or may
// set, a variable that stmt, a call of a router's method, mentions.
func (f *findings) depends(stmt ast.Stmt, call *ast.CallExpr, between []ast.Stmt) bool {
	mentioned := make(map[types.Object]bool)
	ast.Inspect(stmt, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := f.pass.TypesInfo.Uses[id].(*types.Var); ok {
				mentioned[v] = true
			}
		}
		return true
	})
	sets := func(e ast.Expr) bool {
		root := rootIdent(e)
		return root != nil && mentioned[f.pass.TypesInfo.ObjectOf(root)]
	}
	router := rootIdent(call.Fun)
	found := false
	for _, s := range between {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
				if root := rootIdent(n.Fun); ok && root != nil && router != nil && f.pass.TypesInfo.ObjectOf(root) != f.pass.TypesInfo.ObjectOf(router) {
					found = found || sets(sel.X) // a method can
				}
			case *ast.AssignStmt:
				found = found || slices.ContainsFunc(n.Lhs, sets)
			case *ast.ValueSpec:
				found = found || slices.ContainsFunc(n.Names, func(id *ast.Ident) bool { return sets(id) })
			case *ast.IncDecStmt:
				found = found || sets(n.X)
			case *ast.RangeStmt:
				found = found || n.Key != nil && sets(n.Key) || n.Value != nil && sets(n.Value)
			case *ast.UnaryExpr:
				found = found || n.Op == token.AND && sets(n.X)
			case *ast.LabeledStmt, *ast.BranchStmt, *ast.ReturnStmt:
				found = true // not every run comes from the one to the other
			}
			return !found
		})
	}
	return found
}

// rootIdent returns the variable whose part e is: x of x.f[i].
func rootIdent(e ast.Expr) *ast.Ident {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// span is a run of whole lines.
type span struct {
	start, end token.Pos
	text       []byte
}

// lines returns the lines of stmt and of the comments that belong to it: those
// directly above and that at its end. ok is false if something else stands
// there.
func (f *findings) lines(stmt ast.Stmt) (span, bool) {
	file := f.file(stmt.Pos())
	tf := f.pass.Fset.File(stmt.Pos())
	src, err := f.pass.ReadFile(tf.Name())
	if file == nil || err != nil || len(src) != tf.Size() {
		return span{}, false
	}
	first, last := tf.Line(stmt.Pos()), tf.Line(stmt.End())
	if last >= tf.LineCount() {
		return span{}, false
	}
	line := func(n int) token.Pos { return tf.LineStart(n) }
	end := stmt.End()
	for _, c := range file.Comments {
		switch {
		case tf.Line(c.Pos()) == last && c.Pos() >= stmt.End():
			end = c.End()
		case tf.Line(c.End()) == first-1 && f.blank(src, tf, line(tf.Line(c.Pos())), c.Pos()):
			first = tf.Line(c.Pos())
		}
	}
	if tf.Line(end) != last || !f.blank(src, tf, line(tf.Line(stmt.Pos())), stmt.Pos()) || !f.blank(src, tf, end, line(last+1)) {
		return span{}, false
	}
	s := span{start: line(first), end: line(last + 1)}
	s.text = src[tf.Offset(s.start):tf.Offset(s.end)]
	return s, true
}

// blank reports whether only white space stands between a and b.
func (*findings) blank(src []byte, tf *token.File, a, b token.Pos) bool {
	return len(bytes.TrimSpace(src[tf.Offset(a):tf.Offset(b)])) == 0
}

// useRecovery returns the fix that registers recovery on the router that a statement
// `r := New()` makes at pos: the one that the package registers on other routers of
// the type, or the framework's own, if the file imports it.
func (f *findings) useRecovery(orders []*order, at site, router routing.Router) []analysis.SuggestedFix {
	table, framework := router.Table()
	if at.From() != "" || table.Recovery == "" {
		return nil
	}
	list, i := f.statement(at.Pos())
	if i < 0 {
		return nil
	}
	assign, ok := list[i].(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 || ast.Unparen(assign.Rhs[0]).Pos() != at.Pos() {
		return nil
	}
	name := f.ownRecovery(orders, router, at.Pos())
	if name == "" {
		name = f.imported(framework, table, at.Pos())
	}
	lines, ok := f.lines(assign)
	if name == "" || !ok {
		return nil
	}
	text := fmt.Sprintf("%s.Use(%s)", types.ExprString(assign.Lhs[0]), name)
	return []analysis.SuggestedFix{{
		Message:   "Register " + name,
		TextEdits: []analysis.TextEdit{{Pos: lines.end, End: lines.end, NewText: []byte(text + "\n")}},
	}}
}

// ownRecovery returns the module's recovery as code at pos writes it, if the package
// registers exactly one on routers of the type; or "".
func (f *findings) ownRecovery(orders []*order, router routing.Router, pos token.Pos) (text string) {
	for _, o := range orders {
		for _, e := range o.Events {
			if e.Op != routing.Use || o.Routers[e.Router].Type != router.Type {
				continue
			}
			for _, m := range e.Middleware {
				if !m.Recovers || m.From() != "" || !f.own(m) {
					continue
				}
				s := f.plain(m)
				if s == "" || text != "" && s != text || !f.means(m, pos) {
					return ""
				}
				text = s
			}
		}
	}
	return text
}

// means reports whether the expression that m is means the same at pos: a function
// of the package or of an import, or its call without arguments.
func (f *findings) means(m routing.Middleware, pos token.Pos) bool {
	path, _ := astutil.PathEnclosingInterval(f.file(m.Pos()), m.Pos(), m.End())
	scope := f.pass.Pkg.Scope().Innermost(pos)
	if len(path) == 0 || scope == nil {
		return false
	}
	e := path[0]
	if call, ok := e.(*ast.CallExpr); ok {
		if len(call.Args) > 0 {
			return false
		}
		e = call.Fun
	}
	if sel, ok := e.(*ast.SelectorExpr); ok {
		e = sel.X
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	_, there := scope.LookupParent(id.Name, pos)
	switch obj := f.pass.TypesInfo.Uses[id].(type) {
	case *types.Func:
		return there == types.Object(obj)
	case *types.PkgName:
		other, ok := there.(*types.PkgName)
		return ok && other.Imported() == obj.Imported()
	}
	return false
}

// imported returns the table's recovery as code at pos writes it, "" if its
// package has no name there.
func (f *findings) imported(framework *frameworks.Framework, table *frameworks.Router, pos token.Pos) string {
	_, expr, _ := strings.Cut(table.Recovery, ".")
	i := slices.IndexFunc(framework.Middlewares, func(m frameworks.Middleware) bool {
		return m.Kind.Has(frameworks.MiddlewareRecovery) && m.Recv == "" && m.Name == strings.TrimSuffix(expr, "()")
	})
	scope := f.pass.Pkg.Scope().Innermost(pos)
	if i < 0 || scope == nil {
		return ""
	}
	path := framework.Middlewares[i].Pkg
	for _, spec := range f.file(pos).Imports {
		pkg := f.pass.TypesInfo.PkgNameOf(spec)
		if pkg == nil || pkg.Imported().Path() != path || pkg.Name() == "_" || pkg.Name() == "." {
			continue
		}
		if _, obj := scope.LookupParent(pkg.Name(), pos); obj == types.Object(pkg) {
			return pkg.Name() + "." + expr
		}
	}
	return ""
}
