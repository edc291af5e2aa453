package response

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
)

// status returns what is known of the status e: the constants that it is, or
// that the variable e is ever assigned, or the parameter that it is.
func (b *builder) status(s *scope, e ast.Expr, depth int) Status {
	none := Status{Param: None}
	e = ast.Unparen(e)
	tv := b.info.Types[e]
	if depth > 8 || tv.Type == nil {
		return none
	}
	if tv.Value != nil {
		if code, ok := constant.Int64Val(constant.ToInt(tv.Value)); ok {
			return Status{Codes: []int{int(code)}, Param: None}
		}
		return none
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		if b.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return b.status(s, e.Args[0], depth+1)
		}
		return b.returnedStatus(e, 0)
	case *ast.Ident:
		return b.variableStatus(s, e, depth)
	}
	return none
}

func (b *builder) variableStatus(s *scope, e *ast.Ident, depth int) Status {
	none := Status{Param: None}
	v := b.variable(e)
	if v == nil || v.IsField() || b.written[v] || v.Pkg() != b.pass.Pkg {
		return none
	}
	if v.Parent() == b.pass.Pkg.Scope() && v.Exported() {
		return none // other packages can assign to it
	}
	if i := b.param(s, e); i != None {
		return Status{Param: i}
	}
	if isParam(s.sig, v) {
		return none // replaced on some path
	}
	all := none
	for _, src := range b.assigns[v] {
		var st Status
		if call, ok := ast.Unparen(src.expr).(*ast.CallExpr); ok && src.index > 0 {
			st = b.returnedStatus(call, src.index)
		} else {
			st = b.status(s, src.expr, depth+1)
		}
		if len(st.Codes) == 0 {
			return none
		}
		all.Codes = union(all.Codes, st.Codes)
	}
	return all
}

func union(a, b []int) []int {
	a = append(slices.Clone(a), b...)
	slices.Sort(a)
	return slices.Compact(a)
}

func isParam(sig *types.Signature, v *types.Var) bool {
	for i := range sig.Params().Len() {
		if sig.Params().At(i) == v {
			return true
		}
	}
	return false
}

// returnedStatus returns the constants that a function of this package returns
// as its index-th result, if it returns only constants.
func (b *builder) returnedStatus(call *ast.CallExpr, index int) Status {
	none := Status{Param: None}
	fn, _ := b.target(call)
	decl := b.decls[fn]
	if decl == nil || fn.Signature().Results().Len() <= index {
		return none
	}
	all := none
	known := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) <= index {
				known = false
				return true
			}
			v := b.info.Types[n.Results[index]].Value
			code, ok := int64(0), false
			if v != nil {
				code, ok = constant.Int64Val(constant.ToInt(v))
			}
			known = known && ok
			all.Codes = union(all.Codes, []int{int(code)})
		}
		return true
	})
	if !known {
		return none
	}
	return all
}
