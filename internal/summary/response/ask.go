package response

import (
	"go/ast"
	"go/types"
)

// Status returns what is known of the status e in the function around it, a
// *ast.FuncDecl or *ast.FuncLit, or nil at package level. It answers for any
// package, also for one without responses.
func (r *Result) Status(around ast.Node, e ast.Expr) Status {
	if r.builder == nil {
		return Status{Param: None}
	}
	if !r.builder.indexed {
		r.builder.index()
	}
	return r.builder.status(r.builder.frame(around), e, 0)
}

// frame returns what an expression's evaluation needs of the function around it.
func (b *builder) frame(around ast.Node) *scope {
	if s := b.sums[around]; s != nil && s.sig != nil {
		return s
	}
	s := &scope{node: around, sig: new(types.Signature)}
	switch n := around.(type) {
	case *ast.FuncDecl:
		if fn, ok := b.info.Defs[n.Name].(*types.Func); ok {
			s.sig = fn.Signature()
		}
	case *ast.FuncLit:
		if sig, ok := b.info.TypeOf(n).(*types.Signature); ok {
			s.sig = sig
		}
	}
	return s
}
