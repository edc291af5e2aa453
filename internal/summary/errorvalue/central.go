package errorvalue

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// installed finds the central handlers that the package installs instead of the
// frameworks' own: by assigning to a field or a variable, in a literal, with a
// call; and the functions that answer for a handler's error before the
// framework does.
func (b *builder) installed() {
	if len(b.central) == 0 && len(b.result.Central) == 0 && len(b.values) == 0 {
		return
	}
	for c := range b.in.Root().Preorder((*ast.AssignStmt)(nil), (*ast.KeyValueExpr)(nil), (*ast.CallExpr)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) {
					b.install(b.named(lhs), n.Rhs[i])
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				if lit, ok := c.Parent().Node().(*ast.CompositeLit); ok {
					b.install(frameworks.Func{Pkg: frameworks.TypeOf(b.info.TypeOf(lit)).Pkg, Recv: frameworks.TypeOf(b.info.TypeOf(lit)).Name, Name: id.Name}, n.Value)
				}
			}
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(b.info, n).(*types.Func)
			if f := b.new[frameworks.FuncOf(fn)]; f != nil && !slices.Contains(b.result.Serves, f.Name) {
				b.result.Serves = append(b.result.Serves, f.Name)
			}
			if f := b.central[frameworks.FuncOf(fn)]; ok && f != nil && len(n.Args) > 0 {
				b.install(frameworks.FuncOf(fn), n.Args[len(n.Args)-1])
			}
		case *ast.FuncDecl, *ast.FuncLit:
			b.catches(n)
		}
	}
}

// named returns the identity of the field or package variable that e names.
func (b *builder) named(e ast.Expr) frameworks.Func {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return frameworks.Func{}
	}
	v, ok := b.info.Uses[sel.Sel].(*types.Var)
	if !ok || v.Pkg() == nil {
		return frameworks.Func{}
	}
	if !v.IsField() {
		return frameworks.Func{Pkg: v.Pkg().Path(), Name: v.Name()}
	}
	t := frameworks.TypeOf(b.info.TypeOf(sel.X))
	return frameworks.Func{Pkg: t.Pkg, Recv: t.Name, Name: v.Name()}
}

// install notes that something is made the central handler, unless it is the
// default one.
func (b *builder) install(place frameworks.Func, handler ast.Expr) {
	f := b.central[place]
	if f == nil || b.info.Types[handler].IsNil() {
		return
	}
	if !b.isDefault(handler) {
		b.handles(f)
	}
}

// handles notes that the package answers for the errors of a framework.
func (b *builder) handles(f *frameworks.Framework) {
	b.result.Central[f.Name] = true
	if !slices.Contains(b.result.Handles, f.Name) {
		b.result.Handles = append(b.result.Handles, f.Name)
	}
}

// isDefault reports whether a central handler is the framework's own, what
// returns that, or a function that leaves the response to it.
func (b *builder) isDefault(handler ast.Expr) bool {
	handler = ast.Unparen(handler)
	if call, ok := handler.(*ast.CallExpr); ok {
		handler = ast.Unparen(call.Fun)
	}
	var body *ast.BlockStmt
	if lit, ok := handler.(*ast.FuncLit); ok {
		body = lit.Body
	} else if fn := b.function(handler); b.usual[frameworks.FuncOf(fn)] {
		return true
	} else if decl := b.decls[fn]; decl != nil {
		body = decl.Body
	}
	if body == nil {
		return false
	}
	leaves, answers := false, false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			answers = answers || len(b.res.Call(call)) > 0
			leaves = leaves || b.usual[frameworks.FuncOf(b.function(ast.Unparen(call.Fun)))]
		}
		return true
	})
	return leaves && !answers
}

// function returns the function that e names, nil if it names none.
func (b *builder) function(e ast.Expr) *types.Func {
	return expr.Func(b.info, e)
}

// catches notes the functions that call a handler and answer for the error that
// it returns: it then does not get to the framework.
func (b *builder) catches(n ast.Node) {
	var body *ast.BlockStmt
	switch n := n.(type) {
	case *ast.FuncDecl:
		body = n.Body
	case *ast.FuncLit:
		body = n.Body
	}
	if body == nil {
		return
	}
	var calls, answers *frameworks.Framework
	kept := make(map[ast.Expr]bool) // calls whose results are not returned at once
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 {
				kept[ast.Unparen(n.Rhs[0])] = true
			}
		case *ast.CallExpr:
			if len(b.res.Call(n)) > 0 {
				answers = cmp.Or(b.contextOf(n), answers)
			} else if kept[n] {
				calls = cmp.Or(b.handlerCalled(n), calls)
			}
		}
		return true
	})
	if calls != nil && answers != nil {
		b.handles(calls)
	}
}

// handlerCalled returns the framework of a handler that is called by what holds
// it, as middleware does: its last result is an error.
func (b *builder) handlerCalled(call *ast.CallExpr) *frameworks.Framework {
	sig, ok := b.info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if !ok || !returnsError(sig) {
		return nil
	}
	fn := typeutil.StaticCallee(b.info, call)
	if fn == nil {
		if m, ok := typeutil.Callee(b.info, call).(*types.Func); ok {
			fn = m // of an interface
		}
	}
	if fn == nil {
		return b.handler(sig)
	}
	for _, f := range frameworks.All() {
		if f.Errors != nil && slices.Contains(f.Next, frameworks.FuncOf(fn)) {
			return f
		}
	}
	return nil
}

// handler returns the framework whose handlers have the signature, nil if there
// is none.
func (b *builder) handler(sig *types.Signature) *frameworks.Framework {
	if !returnsError(sig) {
		return nil
	}
	for i := range sig.Params().Len() {
		if f := b.context(sig.Params().At(i).Type()); f != nil {
			return f
		}
	}
	return nil
}

// context returns the framework whose handlers have a parameter of type t.
func (b *builder) context(t types.Type) *frameworks.Framework {
	id := frameworks.TypeOf(t)
	if id == (frameworks.Type{}) {
		return nil
	}
	for _, f := range frameworks.All() {
		if f.Errors != nil && slices.Contains(f.Errors.Handlers, id) {
			return f
		}
	}
	return nil
}

// contextOf returns the framework of the context that a call is given.
func (b *builder) contextOf(call *ast.CallExpr) *frameworks.Framework {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && b.info.Selections[sel] != nil {
		if f := b.context(b.info.TypeOf(sel.X)); f != nil {
			return f
		}
	}
	for _, arg := range call.Args {
		if f := b.context(b.info.TypeOf(arg)); f != nil {
			return f
		}
	}
	return nil
}

var errorType = types.Universe.Lookup("error").Type()

func returnsError(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && types.Identical(sig.Results().At(n-1).Type(), errorType)
}
