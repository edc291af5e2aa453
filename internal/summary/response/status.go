package response

import (
	"go/ast"
	"go/constant"
	"go/token"
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
		return b.returnedStatus(e, 0, false)
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
		if b.later(s, v, src, e) {
			continue
		}
		var st Status
		if call, ok := ast.Unparen(src.expr).(*ast.CallExpr); ok && b.results(call) > 1 {
			st = b.returnedStatus(call, src.index, b.failed(s, call, e.Pos()))
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

// later reports whether src is assigned to v after e has read it: both are in
// one function, and no loop leads back.
func (b *builder) later(s *scope, v *types.Var, src source, e ast.Expr) bool {
	if src.expr.Pos() < e.End() || v.Pos() < s.node.Pos() || s.node.End() <= src.expr.Pos() {
		return false
	}
	back := false
	ast.Inspect(s.node, func(n ast.Node) bool {
		if n == nil || back {
			return false
		}
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			back = n.Pos() <= e.Pos() && e.Pos() < n.End()
		case *ast.BranchStmt:
			back = n.Tok == token.GOTO
		case *ast.FuncLit:
			back = n != s.node && n.Pos() <= src.expr.Pos() && src.expr.Pos() < n.End()
		}
		return !back
	})
	return !back
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

// results returns how many values a call returns.
func (b *builder) results(call *ast.CallExpr) int {
	if t, ok := b.info.TypeOf(call).(*types.Tuple); ok {
		return t.Len()
	}
	return 1
}

// failed reports whether what stands at pos runs only when the error that call
// returned is not nil.
func (b *builder) failed(s *scope, call *ast.CallExpr, pos token.Pos) bool {
	var failing *types.Var
	ast.Inspect(b.outermost(s.node), func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if ok && len(assign.Rhs) == 1 && ast.Unparen(assign.Rhs[0]) == call {
			for _, lhs := range assign.Lhs {
				if v := b.variable(lhs); v != nil && isErrorType(v.Type()) {
					failing = v
				}
			}
		}
		return failing == nil
	})
	if failing == nil {
		return false
	}
	guarded := false
	ast.Inspect(b.outermost(s.node), func(n ast.Node) bool {
		if n == nil || pos < n.Pos() || n.End() <= pos {
			return false
		}
		if branch, ok := n.(*ast.IfStmt); ok && call.Pos() < pos {
			v, notNil := b.comparesNil(branch.Cond)
			in := branch.Body
			if !notNil {
				in, _ = branch.Else.(*ast.BlockStmt)
			}
			guarded = guarded || v == failing && in != nil && in.Pos() <= pos && pos < in.End()
		}
		return !guarded
	})
	return guarded
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// comparesNil returns the variable of an error that e compares with nil, and
// whether e is true when it is not nil.
func (b *builder) comparesNil(e ast.Expr) (v *types.Var, notNil bool) {
	cmp, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || cmp.Op != token.NEQ && cmp.Op != token.EQL || !b.info.Types[cmp.Y].IsNil() {
		return nil, false
	}
	v = b.variable(cmp.X)
	if v == nil || !isErrorType(v.Type()) {
		return nil, false
	}
	return v, cmp.Op == token.NEQ
}

// Statuses is the fact about a function that returns statuses which are
// constants: among its results, by their index, those of all returns and those
// of the returns with an error.
type Statuses struct{ All, Failing map[int][]int }

func (*Statuses) AFact() {}

// returnedStatus returns the constants that a function returns as its index-th
// result, if it returns only constants; with failing, those that it returns
// together with an error.
func (b *builder) returnedStatus(call *ast.CallExpr, index int, failing bool) Status {
	none := Status{Param: None}
	fn, _ := b.target(call)
	if fn == nil {
		return none
	}
	var of *Statuses
	if decl := b.decls[fn]; decl != nil {
		of = b.statusesOf(fn, decl)
	} else if fn.Pkg() != b.pass.Pkg {
		of = new(Statuses)
		if !b.pass.ImportObjectFact(fn, of) {
			return none
		}
	} else {
		return none
	}
	if failing {
		return Status{Codes: of.Failing[index], Param: None}
	}
	return Status{Codes: of.All[index], Param: None}
}

// statusesOf returns the statuses that a function of this package returns.
func (b *builder) statusesOf(fn *types.Func, decl *ast.FuncDecl) *Statuses {
	if st, ok := b.statuses[fn]; ok {
		return st
	}
	st := &Statuses{All: make(map[int][]int), Failing: make(map[int][]int)}
	b.statuses[fn] = st
	results := fn.Signature().Results()
	failure := None
	for i := range results.Len() {
		if isErrorType(results.At(i).Type()) {
			failure = i
		}
	}
	for i := range results.Len() {
		if basic, ok := results.At(i).Type().Underlying().(*types.Basic); ok && basic.Info()&types.IsInteger != 0 {
			b.returnedCodes(decl, st, i, failure)
		}
	}
	return st
}

// returnedCodes fills in the index-th result, which is a number; failure is the
// index of the error, or None.
func (b *builder) returnedCodes(decl *ast.FuncDecl, st *Statuses, index, failure int) {
	frame := b.frame(decl)
	known, knownFailing := true, failure != None
	var all, failing []int
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) <= max(index, failure) {
				known, knownFailing = false, false
				return false
			}
			codes := b.status(frame, n.Results[index], 4).Codes
			fails := failure != None && !b.info.Types[n.Results[failure]].IsNil()
			known = known && len(codes) > 0
			knownFailing = knownFailing && (!fails || len(codes) > 0)
			all = union(all, codes)
			if fails {
				failing = union(failing, codes)
			}
		}
		return true
	})
	if known {
		st.All[index] = all
	}
	if knownFailing {
		st.Failing[index] = failing
	}
}

// exportStatuses hands the statuses that functions return to other packages.
func (b *builder) exportStatuses() {
	for fn, decl := range b.decls {
		if !fn.Exported() {
			continue
		}
		st := b.statusesOf(fn, decl)
		for _, codes := range []map[int][]int{st.All, st.Failing} {
			for i, c := range codes {
				if len(c) == 0 || c[0] < 100 || c[len(c)-1] > 599 {
					delete(codes, i) // numbers, but no statuses
				}
			}
		}
		if len(st.All)+len(st.Failing) > 0 {
			b.pass.ExportObjectFact(fn, st)
		}
	}
}
