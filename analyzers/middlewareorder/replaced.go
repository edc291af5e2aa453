package middlewareorder

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// replaced reports handlers for errors, unknown routes and unknown methods in
// whose place another is put later, in every run.
func (f *findings) replaced(o *order) {
	for i, first := range o.Events {
		if !handles(first) || first.From() != "" {
			continue
		}
		for _, second := range o.Events[i+1:] {
			if second.Pos() == first.Pos() || !routing.Implies(first.When, second.When) {
				continue
			}
			var how string
			switch {
			case second.Op == first.Op && second.Sets == first.Sets && second.Path == first.Path && o.owner(second.Router) == o.owner(first.Router):
				how = f.at(second.Name, second)
			case o.setsUnknownRoute(first, second):
				how = f.at(second.Name, second) + ", by which echo sets a handler of its own there"
			default:
				continue
			}
			if first.Op == routing.Errors && f.readsCentral(first.Pos()) {
				break
			}
			f.add("shadowed", first, fmt.Sprintf("%s is replaced by %s, so its handler never runs; keep the one that is meant, and set it last", first.Name, how), nil)
			break
		}
	}
}

// handles reports whether e sets a handler of which a router has one.
func handles(e routing.Event) bool {
	return e.Op == routing.Errors || e.Op == routing.NotFound && (e.Sets == frameworks.UnknownRoute || e.Sets == frameworks.UnknownMethod)
}

// owner returns the router that keeps what is set on r: chi's inline routers pass
// it on to their parents.
func (o *order) owner(r int) int {
	for o.Routers[r].Origin == routing.Derived && o.Routers[r].Inline {
		r = o.Routers[r].Parent
	}
	return r
}

// setsUnknownRoute reports whether second replaces the handler for unknown routes
// that first sets: in echo, a group with middleware has one of its own below its
// prefix, which is set again by every Use.
func (o *order) setsUnknownRoute(first, second routing.Event) bool {
	if first.Op != routing.NotFound || first.Sets != frameworks.UnknownRoute || first.Path != "" && first.Path != "/*" || len(second.Middleware) == 0 || !o.echo(first.Router) {
		return false
	}
	root := o.Root(first.Router) == first.Router
	switch second.Op {
	case routing.Use:
		return second.Router == first.Router && !root
	case routing.Derive:
		return second.Router == first.Router && second.Path == ""
	}
	return false
}

// echo reports whether r is a router of echo.
func (o *order) echo(r int) bool {
	table, _ := o.Routers[r].Table()
	return table != nil && table.Method("RouteNotFound") != nil
}

// readsCentral reports whether the package reads the field of a central error
// handler that is set at pos: what is set there may be called by what is set later.
func (f *findings) readsCentral(pos token.Pos) bool {
	field := f.selected(pos)
	if field == nil {
		return true
	}
	written := make(map[*ast.Ident]bool)
	read := false
	for _, file := range f.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, l := range n.Lhs {
					if sel, ok := ast.Unparen(l).(*ast.SelectorExpr); ok && n.Tok == token.ASSIGN {
						written[sel.Sel] = true
					}
				}
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok {
					written[id] = true
				}
			case *ast.Ident:
				read = read || f.pass.TypesInfo.Uses[n] == field && !written[n]
			}
			return !read
		})
	}
	return read
}

// selected returns the field that the selector or the key at pos names, or nil.
func (f *findings) selected(pos token.Pos) types.Object {
	file := f.file(pos)
	if file == nil {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	for _, n := range path {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if n.Pos() == pos && f.pass.TypesInfo.Uses[n.Sel] != nil && isField(f.pass.TypesInfo.Uses[n.Sel]) {
				return f.pass.TypesInfo.Uses[n.Sel]
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && n.Pos() == pos {
				return f.pass.TypesInfo.Uses[id]
			}
		}
	}
	return nil
}

func isField(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && v.IsField()
}

// belowGroups reports echo's handlers for unknown routes that do not answer below
// a group, because the group has middleware and so a handler of its own.
func (f *findings) belowGroups(o *order) {
	for _, e := range o.Events {
		if e.Op != routing.NotFound || e.Sets != frameworks.UnknownRoute || e.Path != "/*" || e.Pages || e.Answers.Has(frameworks.MiddlewareFiles) || o.Routers[e.Router].Origin != routing.Made || !o.echo(e.Router) {
			continue
		}
		for _, group := range o.Events {
			if group.Op != routing.Derive || group.Router != e.Router || group.Path == "" || group.Path[0] != '/' || !routing.Together(e.When, group.When) || group.SameCall(e.Site()) || o.answersBelow(group) {
				continue
			}
			own := group.Middleware
			for _, use := range o.Events {
				if use.Op == routing.Use && use.Router == group.Child {
					own = slices.Concat(own, use.Middleware)
				}
			}
			if len(own) == 0 {
				continue
			}
			f.add("shadowed", e, fmt.Sprintf("%s does not answer below %q: %s has middleware, for which echo sets a handler of its own there; call RouteNotFound on the group, too",
				e.Name, group.Path, f.at(o.Routers[group.Child].Name, group)), nil)
			break
		}
	}
}

// answersBelow reports whether unknown routes below the group that derive makes are
// answered by the service, or may be.
func (o *order) answersBelow(derive routing.Event) bool {
	return slices.ContainsFunc(o.Events, func(e routing.Event) bool {
		if o.Root(e.Router) != o.Root(derive.Router) {
			return false
		}
		switch e.Op {
		case routing.Errors, routing.Escape:
			return true
		case routing.NotFound:
			return e.Path != "/*" || e.Router != derive.Router
		case routing.Route:
			return e.Method == "" // Any, whatever the path
		}
		return false
	})
}

// twice reports middleware that is registered again on the chain of a route that
// it runs around already.
func (f *findings) twice(o *order) {
	for _, r := range o.Routes {
		layers := slices.Concat(r.Chain.Layers, o.Layers(r.Event))
		for i, second := range layers {
			j := slices.IndexFunc(layers[:i], func(l chains.Layer) bool { return f.again(o, l, second) })
			if j < 0 {
				continue
			}
			first := layers[j]
			what := "is registered already around the same routes" + f.line(first)
			if first.Func == (frameworks.Func{}) {
				what = "is in what " + first.Name + " makes already"
			}
			consequence := "it runs twice for every request"
			if second.Kind.Has(frameworks.MiddlewareLogging) {
				consequence = "every request is logged twice"
			}
			f.add("shadowed", second, fmt.Sprintf("%s %s, so %s; leave this out", subject(second.Middleware), what, consequence), nil)
		}
	}
}

// again reports whether second is the same middleware as first, at another place:
// the same function with the same arguments. A library's counts if it logs, and
// recovery never does: it does no harm.
func (f *findings) again(o *order, first, second chains.Layer) bool {
	m := second.Middleware
	if m.Recovers || m.Unknown || m.Func == (frameworks.Func{}) || m.From() != "" || second.At == first.At || second.Pos() == first.Pos() || !routing.Together(first.When, second.When) || m.Kind.Has(frameworks.MiddlewareRateLimit) {
		return false
	}
	logs := m.Kind.Has(frameworks.MiddlewareLogging)
	if first.Func == (frameworks.Func{}) {
		made := o.Routers[o.Root(o.Events[second.At].Router)]
		return logs && first.Kind.Has(frameworks.MiddlewareLogging) && made.Func.Pkg == m.Func.Pkg && first.Name == made.Made && made.From() == ""
	}
	if first.Func != m.Func || first.From() != "" || o.Events[first.At].ForPath || o.Events[second.At].ForPath {
		return false
	}
	if !logs && !f.own(m) {
		return false
	}
	a, b := f.plain(first.Middleware), f.plain(m)
	return a != "" && a == b
}

// own reports whether m is the module's own middleware.
func (f *findings) own(m routing.Middleware) bool {
	if mod := f.pass.Module; mod != nil && mod.Path != "" {
		return m.Func.Pkg == mod.Path || strings.HasPrefix(m.Func.Pkg, mod.Path+"/")
	}
	return m.Func.Pkg == f.pass.Pkg.Path()
}

// line returns the line that s stands on, in brackets.
func (f *findings) line(s site) string {
	return fmt.Sprintf(" (line %d)", f.pass.Fset.Position(s.Pos()).Line)
}

// copied reports central error handlers that are put into a configuration which
// the framework has copied already, or that is a copy of the framework's own.
func (f *findings) copied() {
	for _, file := range f.pass.Files {
		var loops []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			for len(loops) > 0 && n != nil && n.Pos() >= loops[len(loops)-1].End() {
				loops = loops[:len(loops)-1]
			}
			switch n := n.(type) {
			case *ast.ForStmt, *ast.RangeStmt:
				loops = append(loops, n)
			case *ast.AssignStmt:
				if len(n.Lhs) == 1 && n.Tok == token.ASSIGN && len(loops) == 0 {
					f.setInCopy(file, n)
				}
			}
			return true
		})
	}
}

// setInCopy reports assign if it sets a central error handler in a local variable
// that is given to the framework before and not read any more after.
func (f *findings) setInCopy(file *ast.File, assign *ast.AssignStmt) {
	info := f.pass.TypesInfo
	sel, ok := ast.Unparen(assign.Lhs[0]).(*ast.SelectorExpr)
	if !ok {
		return
	}
	field, ok := info.Uses[sel.Sel].(*types.Var)
	id, ok2 := ast.Unparen(sel.X).(*ast.Ident)
	if !ok || !ok2 || field.Pkg() == nil {
		return
	}
	config, ok := info.Uses[id].(*types.Var)
	if !ok || config.IsField() || expr.IsPackageVar(config) {
		return
	}
	named, ok := types.Unalias(config.Type()).(*types.Named) // not a pointer: that is no copy
	if r, _ := frameworks.RouterOf(config.Type()); !ok || r != nil || !frameworks.IsCentral(frameworks.Func{Pkg: field.Pkg().Path(), Recv: named.Obj().Name(), Name: field.Name()}) {
		return
	}
	var given *ast.CallExpr // what copied it last
	fine := false
	written := make(map[*ast.Ident]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if root := rootIdent(l); root != nil && info.ObjectOf(root) == config {
					written[root] = true
					if call, ok := ast.Unparen(n.Rhs[min(i, len(n.Rhs)-1)]).(*ast.CallExpr); ok && info.Defs[root] == config {
						given = call
					}
				}
			}
		case *ast.CallExpr:
			for _, a := range n.Args {
				if arg, ok := ast.Unparen(a).(*ast.Ident); ok && info.Uses[arg] == config && n.End() < assign.Pos() {
					given = n
					written[arg] = true
				}
			}
		case *ast.UnaryExpr:
			if root := rootIdent(n.X); n.Op == token.AND && root != nil && info.Uses[root] == config {
				fine = true
			}
		case *ast.FuncLit:
			// what runs when is not known
			ast.Inspect(n.Body, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				fine = fine || ok && info.Uses[id] == config && config.Pos() < n.Pos()
				return !fine
			})
		case *ast.Ident:
			if info.Uses[n] == config && !written[n] && n.Pos() > assign.Pos() {
				fine = true
			}
		}
		return !fine
	})
	if fine || given == nil {
		return
	}
	fn := expr.Func(info, given.Fun)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() != field.Pkg() {
		return
	}
	name := expr.Text(sel, "this")
	what := fmt.Sprintf("is set after %s copied %s%s, so it never runs; set it before", expr.Text(given.Fun, "the framework")+"(…)", id.Name, f.line(node{given}))
	if _, makes := info.Defs[id]; !makes && len(given.Args) == 0 {
		what = fmt.Sprintf("is set in a copy of the configuration that %s returned%s, so it never runs; set it where the router is made", expr.Text(given.Fun, "the framework")+"()", f.line(node{given}))
	}
	f.add("shadowed", node{sel}, name+" "+what, nil)
}

// node is a node of the package as a site.
type node struct{ ast.Node }

// From says that it is this package's.
func (node) From() string { return "" }

// plain returns the source of the expression that m is if it means the same
// wherever it stands: without calls and literals in its arguments.
func (f *findings) plain(m routing.Middleware) string {
	file := f.file(m.Pos())
	if file == nil {
		return ""
	}
	path, _ := astutil.PathEnclosingInterval(file, m.Pos(), m.End())
	if len(path) == 0 {
		return ""
	}
	e, ok := path[0].(ast.Expr)
	if !ok || e.Pos() != m.Pos() || e.End() != m.End() {
		return ""
	}
	plain := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit, *ast.CompositeLit:
			plain = false
		case *ast.CallExpr:
			plain = plain && n == e
		}
		return plain
	})
	if !plain {
		return ""
	}
	return types.ExprString(e)
}
