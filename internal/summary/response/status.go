package response

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
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
		if code, ok := code(tv.Value); ok {
			return Status{Codes: []int{code}, Param: None}
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
	case *ast.SelectorExpr:
		return b.fieldStatus(s, e, depth)
	}
	return none
}

// code returns the status that a constant is, a number or the text of one.
func code(v constant.Value) (int, bool) {
	if v.Kind() == constant.String {
		n, err := strconv.Atoi(constant.StringVal(v))
		return n, err == nil
	}
	n, ok := constant.Int64Val(constant.ToInt(v))
	return int(n), ok
}

// fieldStatus returns the constants that a field of a local struct variable
// holds: those assigned to it, if the variable's literals do not set it.
func (b *builder) fieldStatus(s *scope, e *ast.SelectorExpr, depth int) Status {
	none := Status{Param: None}
	f, ok := b.field(e)
	if !ok || b.written[f.v] || f.v.Parent() == b.pass.Pkg.Scope() || paramIndex(s.sig, f.v) != None {
		return none
	}
	all := none
	values := slices.Clone(b.fields[f])
	for _, src := range b.assigns[f.v] {
		lit, ok := ast.Unparen(src.expr).(*ast.CompositeLit)
		if !ok {
			return none
		}
		for _, elt := range lit.Elts {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				return none
			}
			if id, ok := kv.Key.(*ast.Ident); ok && b.info.Uses[id] != nil && b.info.Uses[id].Name() == f.field.Name() {
				values = append(values, source{kv.Value, 0})
			}
		}
	}
	for _, src := range values {
		st := b.status(s, src.expr, depth+1)
		if src.index != 0 || len(st.Codes) == 0 {
			return none
		}
		all.Codes = union(all.Codes, st.Codes)
	}
	return all
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
	if i := paramIndex(s.sig, v); i != None {
		return b.replaced(s, v, i, depth)
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

// replaced returns the status of the i-th parameter v, to which the function
// assigns: still the caller's, if what replaces it are errors as well
// (if status == 0 { status = 500 }).
func (b *builder) replaced(s *scope, v *types.Var, i, depth int) Status {
	for _, src := range b.assigns[v] {
		if src.index != 0 || !b.status(s, src.expr, depth+1).IsError() {
			return Status{Param: None}
		}
	}
	return Status{Param: i}
}

func paramIndex(sig *types.Signature, v *types.Var) int {
	for i := range sig.Params().Len() {
		if sig.Params().At(i) == v {
			return i
		}
	}
	return None
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
