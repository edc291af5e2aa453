package errorvalue

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/summary/response"
)

// results finds the statuses and errors that functions return to a caller which
// answers with them: the functions of a type that a sender calls, and those
// whose results these return as they are.
func (b *builder) results() {
	for _, s := range slices.Concat(b.result.Senders, b.imported()) {
		if s.sig == nil {
			continue
		}
		done := make(map[ast.Node]bool)
		for c := range b.in.Root().Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			if sig := b.signature(c.Node()); sig != nil && identical(sig, s.sig) {
				b.returned(c.Node(), s, done)
			}
		}
	}
}

// imported returns the function types that packages below call and answer with
// the results of.
func (b *builder) imported() (list []*Sender) {
	for _, c := range b.carriers {
		name := b.typeNamed(c.Type)
		if name == nil || slices.ContainsFunc(b.result.Senders, func(s *Sender) bool { return s.name == name }) {
			continue
		}
		if sig, ok := name.Type().Underlying().(*types.Signature); ok {
			list = append(list, &Sender{Carrier: c, name: name, sig: sig})
		}
	}
	return list
}

// signature returns the signature of a function declaration or literal.
func (b *builder) signature(n ast.Node) *types.Signature {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := b.info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
			return fn.Signature()
		}
	case *ast.FuncLit:
		sig, _ := b.info.TypeOf(n).Underlying().(*types.Signature)
		return sig
	}
	return nil
}

// identical reports whether functions have the same parameters and results.
func identical(s, t *types.Signature) bool {
	return s.Variadic() == t.Variadic() && types.Identical(s.Params(), t.Params()) && types.Identical(s.Results(), t.Results())
}

// returned adds what a function returns to the sender.
func (b *builder) returned(fn ast.Node, s *Sender, done map[ast.Node]bool) {
	if done[fn] {
		return
	}
	done[fn] = true
	var body *ast.BlockStmt
	switch n := fn.(type) {
	case *ast.FuncDecl:
		body = n.Body
	case *ast.FuncLit:
		body = n.Body
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			b.returns(fn, n, s, done)
		}
		return true
	})
}

func (b *builder) returns(fn ast.Node, ret *ast.ReturnStmt, s *Sender, done map[ast.Node]bool) {
	if len(ret.Results) == 1 {
		if call, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr); ok {
			if callee := typeutil.StaticCallee(b.info, call); callee != nil && b.decls[callee.Origin()] != nil && types.Identical(callee.Signature().Results(), s.sig.Results()) && s.sig.Results().Len() > 1 {
				b.returned(b.decls[callee.Origin()], s, done)
				return
			}
		}
	}
	if len(ret.Results) != s.sig.Results().Len() {
		return
	}
	e := ret.Results[s.Result]
	site := &Site{Expr: e, Func: fn, Status: response.Status{Param: response.None}, Carrier: s.name, Known: true, sender: s}
	if isStatus(b.info.TypeOf(e)) {
		site.Status = b.res.Status(fn, e)
		if !site.Status.MayBeError() {
			return
		}
	} else if !b.anError(fn, e) {
		return
	}
	if !slices.ContainsFunc(b.result.Sites, func(o *Site) bool { return o.Expr == e }) {
		b.result.Sites = append(b.result.Sites, site)
	}
}

// anError reports whether e is an error that is made or handed on here, and not
// nil, a value that has its own status, or what a function returns that may have
// answered.
func (b *builder) anError(fn ast.Node, e ast.Expr) bool {
	e = ast.Unparen(e)
	if m := b.made(fn, e); b.info.Types[e].IsNil() || m != nil && m.typ != nil {
		return false // a value with a status is a site by itself, if it is one
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return true
	}
	if len(b.res.Call(call)) > 0 {
		return false
	}
	return !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return b.res.IsResponse(b.info.TypeOf(arg)) })
}
