package response

import (
	"go/ast"
	"go/types"
	"slices"
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

// StatusArgs returns the arguments of a call that answers which become the
// status of what it answers.
func (r *Result) StatusArgs(call *ast.CallExpr) (args []ast.Expr) {
	if len(r.calls[call]) == 0 {
		return nil
	}
	b := r.builder
	add := func(i int) {
		if i != None && i < len(call.Args) && !slices.Contains(args, call.Args[i]) {
			args = append(args, call.Args[i])
		}
	}
	fn, lit := b.target(call)
	var out []inst
	switch {
	case lit != nil:
		out = b.scopeOf(lit).out
	case fn == nil:
		if w, ok := b.writerVar(call); ok {
			add(w.Status)
		}
	default:
		if w, ok := b.writer(fn, call); ok {
			add(w.Status)
		} else if decl := b.decls[fn]; decl != nil {
			out = b.scopeOf(decl).out
		} else if w := b.fact(fn); w != nil {
			out = foreign(w)
		}
	}
	for _, in := range out {
		add(in.Status.Param)
	}
	return args
}

// WritesOf returns the places that decide about the response that a call sends,
// or sets the status of: the call itself, or what stands in the helper that it
// calls.
func (r *Result) WritesOf(call *ast.CallExpr) []*Write {
	if r.byCall == nil {
		r.byCall = make(map[*ast.CallExpr][]*Write)
		add := func(call *ast.CallExpr, w *Write) {
			if call != nil && !slices.Contains(r.byCall[call], w) {
				r.byCall[call] = append(r.byCall[call], w)
			}
		}
		for _, w := range r.Writes {
			add(w.Call, w)
			add(w.StatusCall, w)
			for _, u := range w.uses {
				add(u.write.Call, w)
			}
		}
	}
	return r.byCall[call]
}

// IsResponse reports whether a value of type t is a response that goes to a
// client.
func (r *Result) IsResponse(t types.Type) bool {
	return r.builder != nil && r.builder.isResponse(t)
}

// Fills reports whether a *ast.FuncDecl or *ast.FuncLit is middleware that
// answers with the errors that handlers left.
func (r *Result) Fills(node ast.Node) bool {
	return r.builder != nil && len(r.builder.collected) > 0 && r.builder.fillsErrors(node)
}
