package origins

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
)

// conditional runs an if statement.
func (r *run) conditional(f *frame, s *ast.IfStmt) outcome {
	if r.isInert(s) {
		return outcome{}
	}
	if s.Init != nil {
		if out := r.exec(f, s.Init, ""); out.flow != next {
			return out
		}
	}
	is, ok := r.takes(r.truth(f, s.Cond))
	switch {
	case !ok || r.arrived():
		return outcome{flow: stopped}
	case is:
		return r.block(f, s.Body.List)
	case s.Else != nil:
		return r.exec(f, s.Else, "")
	}
	return outcome{}
}

// takes turns the truth of a condition into a way to go: one that is not known is
// gone both ways, one after the other.
func (r *run) takes(is truth) (taken, ok bool) {
	if is != unsure {
		return is == yes, true
	}
	if r.given {
		return false, false
	}
	taken, ok = r.choose()
	if !ok {
		r.giveUp()
	}
	return taken, ok
}

// isInert reports whether a statement cannot matter: it consists of conditions,
// of calls of other packages' functions, and of return statements in none.
func (r *run) isInert(s ast.Stmt) bool {
	if r.holdsTarget(s) {
		return false
	}
	inert := true
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			inert = inert && n.Tok == token.DEFINE
		case *ast.ReturnStmt, *ast.BranchStmt, *ast.IncDecStmt, *ast.LabeledStmt, *ast.SendStmt, *ast.SelectStmt:
			inert = false
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			inert = inert && !r.endsProgram(n) && r.isHarmless(n)
		}
		return inert
	})
	return inert
}

// isHarmless reports whether a call changes no variable that matters.
func (r *run) isHarmless(call *ast.CallExpr) bool {
	for _, arg := range call.Args {
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND {
			return false
		}
		if _, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			return false
		}
	}
	if _, ok := callee(r.info, call).(*types.Builtin); ok {
		return true
	}
	return r.info.Types[call.Fun].IsType() || r.isForeign(call) && !r.changesArguments(call)
}

// loop runs a for statement. Each round has variables of its own.
func (r *run) loop(f *frame, s *ast.ForStmt, label string) outcome {
	own := f.inner()
	if s.Init != nil {
		if out := r.exec(own, s.Init, ""); out.flow != next {
			return out
		}
	}
	for r.step() {
		if s.Cond != nil {
			is, ok := r.takes(r.truth(own, s.Cond))
			if !ok || r.arrived() {
				return outcome{flow: stopped}
			}
			if !is {
				return outcome{}
			}
		}
		if out, done := r.round(own.inner(), s.Body, label); done {
			return out
		}
		own = &frame{vars: maps.Clone(own.vars), outer: f}
		if s.Post != nil {
			r.exec(own, s.Post, "")
		}
	}
	return outcome{flow: stopped}
}

// round runs the body of a loop once.
func (r *run) round(f *frame, body *ast.BlockStmt, label string) (out outcome, done bool) {
	out = r.block(f, body.List)
	own := out.label == "" || out.label == label
	switch {
	case out.flow == next, out.flow == continued && own:
		return outcome{}, false
	case out.flow == broke && own:
		return outcome{}, true
	}
	return out, true
}

// rangeOver runs a range statement.
func (r *run) rangeOver(f *frame, s *ast.RangeStmt, label string) outcome {
	keys, elems, ok := pairs(copied(r.eval(f, s.X), r.info.TypeOf(s.X)))
	if !ok {
		if !r.isInert(s) {
			r.giveUp()
		}
		return outcome{}
	}
	for i := range keys {
		own := f.inner()
		if s.Key != nil {
			r.store(own, s.Key, keys[i])
		}
		if s.Value != nil {
			r.store(own, s.Value, copied(elems[i], r.info.TypeOf(s.Value)))
		}
		if out, done := r.round(own.inner(), s.Body, label); done {
			return out
		}
	}
	return outcome{}
}

// pairs returns what a range statement goes through.
func pairs(v value) (keys, elems []value, ok bool) {
	switch v := v.(type) {
	case *list:
		for i := range v.elems {
			keys = append(keys, number(i))
		}
		return keys, v.elems, true
	case *mapping:
		return append(keys, v.keys...), append(elems, v.elems...), true
	case text:
		for i, c := range v.s {
			keys, elems = append(keys, number(i)), append(elems, number(c))
		}
		return keys, elems, true
	case number:
		for i := range min(v, maxSteps) {
			keys, elems = append(keys, i), append(elems, null{})
		}
		return keys, elems, true
	case null:
		return nil, nil, true
	}
	return nil, nil, false
}

// switchOver runs a switch statement.
func (r *run) switchOver(f *frame, s *ast.SwitchStmt, label string) outcome {
	if s.Init != nil {
		if out := r.exec(f, s.Init, ""); out.flow != next {
			return out
		}
	}
	start, ok := r.clause(f, s)
	if !ok || r.arrived() {
		return outcome{flow: stopped}
	}
	for i := start; i >= 0 && i < len(s.Body.List); i++ {
		clause, ok := s.Body.List[i].(*ast.CaseClause)
		if !ok {
			break
		}
		out := r.block(f, clause.Body)
		if out.flow == fell {
			continue
		}
		if out.flow == broke && (out.label == "" || out.label == label) {
			return outcome{}
		}
		return out
	}
	return outcome{}
}

// clause returns the index of the clause that a switch statement takes, or -1.
func (r *run) clause(f *frame, s *ast.SwitchStmt) (index int, ok bool) {
	var tag value = boolean(true)
	if s.Tag != nil {
		tag = r.eval(f, s.Tag)
	}
	otherwise := -1
	for i, stmt := range s.Body.List {
		clause, ok := stmt.(*ast.CaseClause)
		if !ok {
			continue
		}
		if clause.List == nil {
			otherwise = i
		}
		for _, e := range clause.List {
			var is truth
			if s.Tag == nil {
				is = r.truth(f, e)
			} else {
				is = r.isCase(s.Tag, e, r.compare(token.EQL, tag, r.eval(f, e)))
			}
			switch taken, ok := r.takes(is); {
			case !ok:
				return -1, false
			case taken:
				return i, true
			}
		}
	}
	return otherwise, true
}

// isCase tells whether a tag is the value e, if comparing them came to v.
func (r *run) isCase(tag, e ast.Expr, v value) truth {
	u, ok := v.(unknown)
	if ok && u.taint&ofOrigin == 0 && r.tellsDevelopment(tag, e, true) {
		return no
	}
	return r.decide(e, v)
}
