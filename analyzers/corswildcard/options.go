package corswildcard

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// option is a call that sets a part of a policy, or an argument of the call
// that makes it.
type option struct {
	frameworks.CORSOption
	call *ast.CallExpr
}

// given adds the options that are arguments of a call.
func (p *policies) given(pol *policy, call *ast.CallExpr) {
	args := call.Args
	if call.Ellipsis.IsValid() {
		args = nil
		if lit, ok := p.literal(call.Args[len(call.Args)-1]); ok {
			args = lit.Elts
		} else {
			pol.opaque = true
		}
	}
	for _, arg := range args {
		vals := p.view.Sources(arg)
		made, ok := vals[0].Expr.(*ast.CallExpr)
		if len(vals) != 1 || !ok {
			pol.opaque = true
			continue
		}
		fn := typeutil.StaticCallee(p.info, made)
		if o, ok := pol.lib.option(frameworks.FuncOf(fn)); ok {
			pol.options = append(pol.options, option{o, made})
		} else if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != pol.lib.New[0].Pkg {
			pol.opaque = true
		}
	}
}

// literal returns the composite literal that e always is.
func (p *policies) literal(e ast.Expr) (*ast.CompositeLit, bool) {
	vals := p.view.Sources(e)
	lit, ok := vals[0].Expr.(*ast.CompositeLit)
	return lit, ok && len(vals) == 1
}

// chained adds the options that are chained to a call: to the call itself, and
// to the variable that it is assigned to. One that decides about origins takes
// the place of those before it.
func (p *policies) chained(pol *policy, cur inspector.Cursor) {
	cur = p.chain(pol, cur)
	if assign, ok := cur.Parent().Node().(*ast.AssignStmt); ok && len(assign.Lhs) == 1 {
		if id, ok := assign.Lhs[0].(*ast.Ident); ok {
			p.chainedTo(pol, p.info.ObjectOf(id), cur)
		}
	}
	last := -1
	for i, o := range pol.options {
		if decidesOrigins(o.Role) {
			last = i
		}
	}
	kept := pol.options[:0]
	for i, o := range pol.options {
		if !decidesOrigins(o.Role) || i == last {
			kept = append(kept, o)
		}
	}
	pol.options = kept
}

// chain follows x.Option(…).Option(…) from x, and returns its end.
func (p *policies) chain(pol *policy, x inspector.Cursor) inspector.Cursor {
	for {
		sel, ok := x.Parent().Node().(*ast.SelectorExpr)
		call, isCall := x.Parent().Parent().Node().(*ast.CallExpr)
		if !ok || !isCall || call.Fun != sel || p.info.TypeOf(call) == nil || !types.Identical(p.info.TypeOf(call), p.info.TypeOf(sel.X)) {
			return x
		}
		if o, ok := pol.lib.option(frameworks.FuncOf(typeutil.StaticCallee(p.info, call))); ok {
			pol.options = append(pol.options, option{o, call})
		}
		x = x.Parent().Parent()
	}
}

func (p *policies) chainedTo(pol *policy, v types.Object, made inspector.Cursor) {
	if v == nil {
		return
	}
	for cur := range p.root.Preorder((*ast.Ident)(nil)) {
		if p.info.Uses[cur.Node().(*ast.Ident)] == v && cur.Node().Pos() > made.Node().End() && !p.view.Skipped(cur) {
			p.chain(pol, cur)
		}
	}
}
