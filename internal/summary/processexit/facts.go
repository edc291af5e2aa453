package processexit

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// fact returns what calls of fn do, without what they may do; never nil.
func (r *Result) fact(fn *types.Func) *Fact {
	fn = fn.Origin()
	if f, ok := r.facts[fn]; ok {
		return f
	}
	f := new(Fact)
	r.facts[fn] = f
	decl := r.decls[fn]
	switch recv := fn.Signature().Recv(); {
	case decl != nil:
		if entry, ok := r.path.Entry(decl.Body.Pos()); ok && entry.Own {
			break // it is reported itself
		}
		if e, ok := r.ends(decl.Body.List); ok {
			f.Ends = &e
		} else {
			f.Levels = r.levels(fn, decl.Body.List)
		}
	case fn.Pkg() == nil:
	case fn.Pkg() != r.pass.Pkg:
		r.pass.ImportObjectFact(fn, f)
	case recv != nil && types.IsInterface(recv.Type()):
		f.Ends, f.Levels = r.implementations(fn, recv.Type().Underlying().(*types.Interface))
	}
	return f
}

// implementations returns what the methods do that implement a method of an
// interface of this package, if they all do it and are all of this package, as
// far as it shows.
func (r *Result) implementations(method *types.Func, iface *types.Interface) (*Ending, []Level) {
	var common *Fact
	for _, fn := range r.methods[method.Name()] {
		recv := fn.Signature().Recv().Type()
		if !types.Implements(recv, iface) && !types.Implements(types.NewPointer(recv), iface) {
			continue
		}
		f := r.fact(fn)
		if f.Ends == nil && len(f.Levels) == 0 {
			return nil, nil
		}
		if common == nil {
			common = f
		} else if (common.Ends == nil) != (f.Ends == nil) || !sameLevels(common.Levels, f.Levels) {
			return nil, nil
		}
	}
	if common == nil {
		return nil, nil
	}
	return common.Ends, common.Levels
}

func sameLevels(a, b []Level) bool {
	return slices.EqualFunc(a, b, func(a, b Level) bool { return a.Param == b.Param && a.Value == b.Value })
}

// ends returns what a list of statements ends with, if it ends in every case: no
// return comes before it.
func (r *Result) ends(list []ast.Stmt) (Ending, bool) {
	for _, s := range list {
		if e, ok := r.stmtEnds(s); ok {
			return e, true
		}
		if leaves(s) {
			return Ending{}, false
		}
	}
	return Ending{}, false
}

func (r *Result) stmtEnds(s ast.Stmt) (Ending, bool) {
	switch s := s.(type) {
	case *ast.ExprStmt:
		if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok {
			return r.endsAt(call)
		}
	case *ast.DeferStmt:
		return r.endsAt(s.Call)
	case *ast.ReturnStmt:
		for _, e := range s.Results {
			if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
				if e, ok := r.endsAt(call); ok {
					return e, true
				}
			}
		}
	case *ast.BlockStmt:
		return r.ends(s.List)
	case *ast.LabeledStmt:
		return r.stmtEnds(s.Stmt)
	case *ast.IfStmt:
		if s.Else == nil {
			break
		}
		if e, ok := r.ends(s.Body.List); ok {
			_, ok = r.stmtEnds(s.Else)
			return e, ok
		}
	}
	return Ending{}, false
}

// endsAt is Ends with a place: that of the call, if it is not one that itself
// leads to another place.
func (r *Result) endsAt(call *ast.CallExpr) (Ending, bool) {
	e, ok := r.Ends(call)
	if !ok || r.drop(call.Pos()) {
		return Ending{}, false
	}
	if e.Place == "" {
		e.Call, e.Place = expr.Text(call.Fun, "a call"), r.recovery.Place(call.Pos())
	}
	return e, true
}

// leaves reports whether a return, or a jump out of the list, is in s.
func leaves(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = true
		case *ast.BranchStmt:
			found = found || n.Tok == token.GOTO
		}
		return !found
	})
	return found
}

// levels returns the constants with which a call of fn ends the process:
//
//	if level == Fatal { os.Exit(1) }
//
// An early return for levels that are not logged does not count: it is not for
// the fatal one.
func (r *Result) levels(fn *types.Func, list []ast.Stmt) (levels []Level) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.IfStmt:
			if i, value, ok := r.isLevel(fn, s.Cond); ok {
				if e, ok := r.ends(s.Body.List); ok {
					levels = append(levels, Level{i, value, e})
				}
			}
		case *ast.SwitchStmt:
			levels = append(levels, r.cases(fn, s)...)
		case *ast.ExprStmt:
			if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok {
				levels = append(levels, r.passedOn(fn, call)...)
			}
		}
	}
	return levels
}

// isLevel takes the comparison of a parameter with a constant apart. The
// constant has a name: `if name == ""` looks for a mistake of the caller.
func (r *Result) isLevel(fn *types.Func, cond ast.Expr) (param int, value string, ok bool) {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.EQL {
		return 0, "", false
	}
	for _, side := range [][2]ast.Expr{{b.X, b.Y}, {b.Y, b.X}} {
		i, value := r.param(fn, side[0]), r.named(side[1])
		if i >= 0 && value != "" {
			return i, value, true
		}
	}
	return 0, "", false
}

// cases are the levels of a switch.
func (r *Result) cases(fn *types.Func, s *ast.SwitchStmt) (levels []Level) {
	if s.Tag == nil {
		return nil
	}
	i := r.param(fn, s.Tag)
	if i < 0 {
		return nil
	}
	for _, c := range s.Body.List {
		c := c.(*ast.CaseClause)
		e, ok := r.ends(c.Body)
		if !ok {
			continue
		}
		for _, v := range c.List {
			if value := r.named(v); value != "" {
				levels = append(levels, Level{i, value, e})
			}
		}
	}
	return levels
}

// passedOn are the levels of the callee to which fn hands its own parameter on.
func (r *Result) passedOn(fn *types.Func, call *ast.CallExpr) (levels []Level) {
	callee := r.function(call.Fun)
	if callee == nil {
		return nil
	}
	for _, l := range r.fact(callee).Levels {
		arg := r.argument(call, l.Param)
		if arg == nil {
			continue
		}
		if i := r.param(fn, arg); i >= 0 {
			levels = append(levels, Level{i, l.Value, l.Ending})
		}
	}
	return levels
}

// param returns the index of the parameter of fn that e is, or -1.
func (r *Result) param(fn *types.Func, e ast.Expr) int {
	v := expr.Var(r.info, e)
	if v == nil {
		return -1
	}
	params := fn.Signature().Params()
	for i := range params.Len() {
		if params.At(i) == v {
			return i
		}
	}
	return -1
}

// Helper reports whether what call does, in a function of this package, is
// decided where that function is called: it always ends the process, or does so
// at a level.
func (r *Result) Helper(decl *ast.FuncDecl, call *ast.CallExpr) bool {
	fn, ok := r.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return false
	}
	f := r.fact(fn)
	if f.Ends != nil {
		return true
	}
	if len(f.Levels) == 0 {
		return false
	}
	inLevel := false
	for _, s := range decl.Body.List {
		switch s := s.(type) {
		case *ast.IfStmt:
			_, _, ok := r.isLevel(fn, s.Cond)
			inLevel = inLevel || ok && within(call, s.Body)
		case *ast.SwitchStmt:
			inLevel = inLevel || s.Tag != nil && r.param(fn, s.Tag) >= 0 && within(call, s.Body)
		}
	}
	return inLevel
}

func within(n, outer ast.Node) bool { return outer.Pos() <= n.Pos() && n.End() <= outer.End() }

// endsProcess reports whether an ending is one of the process.
func endsProcess(how frameworks.How) bool {
	return how != frameworks.EndsGoroutine && how != frameworks.Panics
}
