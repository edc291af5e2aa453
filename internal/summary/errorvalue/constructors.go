package errorvalue

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// makesOf returns what a function makes wherever it returns, nil if it does not.
func (b *builder) makesOf(fn *types.Func) *Makes {
	if fn.Pkg() != b.pass.Pkg {
		m := new(Makes)
		if b.pass.ImportObjectFact(fn, m) {
			return m
		}
		return nil
	}
	m, seen := b.makes[fn]
	if !seen {
		b.makes[fn] = nil // one that calls itself
		m = b.constructor(fn)
		b.makes[fn] = m
	}
	return m
}

// constructor returns what a function makes: each of its return statements does.
func (b *builder) constructor(fn *types.Func) *Makes {
	decl := b.decls[fn]
	results := fn.Signature().Results()
	if decl == nil || results.Len() == 0 || results.Len() > 2 {
		return nil
	}
	index := results.Len() - 1
	if results.Len() == 2 && b.own(results.At(0).Type()) != nil && !types.Identical(results.At(1).Type(), errorType) {
		index = 0
	}
	var all *Makes
	ok := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) != results.Len() {
				ok = false
				return false
			}
			e := ast.Unparen(n.Results[index])
			if u, isAddr := e.(*ast.UnaryExpr); isAddr && u.Op == token.AND {
				e = ast.Unparen(u.X)
			}
			m := b.made(decl, b.only(decl, e))
			if m == nil {
				ok = false
				return false
			}
			all = b.join(all, m, decl, fn.Signature())
			ok = ok && all != nil
		}
		return ok
	})
	if !ok || all == nil || !all.worth() {
		return nil
	}
	all.Result = index
	if all.Type.Name != "" {
		b.assignedTexts(all, decl, fn.Signature())
	}
	return all
}

// worth reports whether callers can learn something: a framework makes the
// response, or a field may be a status that is an error's or a parameter.
func (m *Makes) worth() bool {
	return m.Framework != "" || m.Copy || slices.ContainsFunc(m.Ints, func(i Int) bool {
		return i.Status.Param != response.None || i.Status.IsError()
	})
}

// assignedTexts adds the parameters that a function assigns to fields of the
// value that it makes.
func (b *builder) assignedTexts(m *Makes, decl *ast.FuncDecl, sig *types.Signature) {
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != len(assign.Rhs) {
			return true
		}
		for i, lhs := range assign.Lhs {
			sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr)
			if !ok || b.info.Selections[sel] == nil {
				continue
			}
			if name := b.own(b.info.Selections[sel].Recv()); name != nil && name.Name() == m.Type.Name {
				b.addTexts(m, sel.Sel.Name, assign.Rhs[i], decl, sig)
			}
		}
		return true
	})
}

// addTexts adds the parameters that are part of an expression, also by way of
// local variables.
func (b *builder) addTexts(m *Makes, field string, e ast.Expr, decl *ast.FuncDecl, sig *types.Signature) {
	seen := make(map[*types.Var]bool)
	var visit func(e ast.Expr)
	visit = func(e ast.Expr) {
		ast.Inspect(e, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			v, ok := b.info.Uses[id].(*types.Var)
			if !ok || v.IsField() || seen[v] {
				return true
			}
			seen[v] = true
			for i := range sig.Params().Len() {
				if t := (Text{field, i}); sig.Params().At(i) == v {
					if !slices.Contains(m.Texts, t) {
						m.Texts = append(m.Texts, t)
					}
					return true
				}
			}
			for _, src := range b.assigned(decl, v) {
				visit(src.expr)
			}
			return true
		})
	}
	visit(e)
}

// only returns what a local variable is assigned, if it is only once, and e
// itself if it is no such variable.
func (b *builder) only(decl *ast.FuncDecl, e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return e
	}
	v, ok := b.info.Uses[id].(*types.Var)
	if !ok || v.Parent() == b.pass.Pkg.Scope() {
		return e
	}
	var found ast.Expr
	n := 0
	ast.Inspect(decl.Body, func(node ast.Node) bool {
		if assign, ok := node.(*ast.AssignStmt); ok {
			for i, lhs := range assign.Lhs {
				if l, ok := lhs.(*ast.Ident); ok && b.info.ObjectOf(l) == v {
					n++
					if len(assign.Lhs) == len(assign.Rhs) {
						found = assign.Rhs[i]
					}
				}
			}
		}
		return true
	})
	if n == 1 && found != nil {
		return found
	}
	return e
}

// join adds what one more return statement makes; nil if it makes something
// else.
func (b *builder) join(all *Makes, m *made, decl *ast.FuncDecl, sig *types.Signature) *Makes {
	one := m.fact()
	for _, t := range m.texts {
		b.addTexts(one, t.field, t.expr, decl, sig)
	}
	if all == nil {
		return one
	}
	if all.Framework != one.Framework || all.Type != one.Type || all.Copy != one.Copy {
		return nil
	}
	all.Status = either(all.Status, one.Status)
	for _, i := range one.Ints {
		if at := slices.IndexFunc(all.Ints, func(o Int) bool { return o.Field == i.Field }); at >= 0 {
			all.Ints[at].Status = either(all.Ints[at].Status, i.Status)
		}
	}
	for _, t := range one.Texts {
		if !slices.Contains(all.Texts, t) {
			all.Texts = append(all.Texts, t)
		}
	}
	return all
}

// either returns what is known of a status that is one of two.
func either(s, t response.Status) response.Status {
	switch {
	case s.Param != t.Param, s.Param == response.None && (len(s.Codes) == 0 || len(t.Codes) == 0):
		return response.Status{Param: response.None}
	case s.Param != response.None:
		return s
	}
	codes := slices.Concat(s.Codes, t.Codes)
	slices.Sort(codes)
	return response.Status{Codes: slices.Compact(codes), Param: response.None}
}

// instantiate returns what a call of a function makes that makes m, or what a
// variable is, if call is nil.
func (b *builder) instantiate(around ast.Node, m *Makes, call *ast.CallExpr) *made {
	out := &made{result: m.Result, typ: b.typeNamed(m.Type), copied: m.Copy, ints: slices.Clone(m.Ints)}
	for _, f := range frameworks.All() {
		if f.Name == m.Framework && f.Errors != nil {
			out.framework = f
		}
	}
	if call == nil {
		out.status = m.Status
		return out
	}
	out.status = b.argument(around, m.Status, call)
	for i := range out.ints {
		out.ints[i].Status = b.argument(around, out.ints[i].Status, call)
	}
	sig, _ := b.info.TypeOf(call.Fun).Underlying().(*types.Signature)
	for _, t := range m.Texts {
		switch {
		case t.Param >= len(call.Args):
		case sig != nil && sig.Variadic() && t.Param == sig.Params().Len()-1:
			for _, arg := range call.Args[t.Param:] {
				out.texts = append(out.texts, text{t.Field, arg})
			}
		default:
			out.texts = append(out.texts, text{t.Field, call.Args[t.Param]})
		}
	}
	return out
}

// argument returns a status with what a call gives for its parameter.
func (b *builder) argument(around ast.Node, s response.Status, call *ast.CallExpr) response.Status {
	switch {
	case s.Param == response.None:
		return s
	case s.Param < len(call.Args):
		return b.res.Status(around, call.Args[s.Param])
	}
	return response.Status{Param: response.None}
}
