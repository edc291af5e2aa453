package errortext

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
)

// assigned returns the states before an assignment.
func (s *search) assigned(lhs, rhs []ast.Expr, tok token.Token, st state) ([]state, bool) {
	known := len(st.about)
	st.about = slices.DeleteFunc(slices.Clone(st.about), func(v *types.Var) bool {
		return slices.ContainsFunc(lhs, func(e ast.Expr) bool { return s.variable(e) == v })
	})
	textAt, statusAt := None, None
	var into place // what of the text's place is assigned to
	for i, e := range lhs {
		p, whole, ok := s.placeOf(e)
		if !ok || p.v == nil {
			continue
		}
		if !st.text.found && p.v == st.text.place.v && textAt == None && s.concerns(p, whole, st.text.place) {
			textAt, into = i, p
			if !whole {
				into.part = "*"
			}
		}
		if st.status.how == statusPlace && whole && p.v == st.status.place.v && statusAt == None && (p.part == "" || p.part == st.status.place.part) {
			statusAt = i
		}
	}
	if textAt != None && statusAt != None && s.ofValue(st, lhs) {
		return nil, true
	}
	if textAt == None && statusAt == None {
		if len(rhs) == 1 {
			if states, changed := s.mutated(rhs[0], st); changed {
				return states, true
			}
		}
		return []state{st}, len(st.about) < known
	}
	if len(rhs) == 0 { // var x T
		return nil, textAt != None || statusAt != None
	}
	if len(lhs) != len(rhs) {
		return s.fromTuple(rhs[0], textAt, statusAt, into, st), true
	}
	states := []state{st}
	if textAt != None {
		states = s.textAssigned(rhs[textAt], into, tok, st)
	}
	if statusAt == None {
		return states, true
	}
	var out []state
	for _, next := range states {
		if status, ok := s.statusFrom(rhs[statusAt], st.status, s.wholeOf(lhs[statusAt])); ok {
			next.status = status
			out = append(out, next)
		}
	}
	return out, true
}

func (s *search) wholeOf(e ast.Expr) bool {
	p, _, ok := s.placeOf(e)
	return ok && p.part == ""
}

// concerns reports whether to assign to p, or to something in it if it is not
// whole, can put a text into want.
func (s *search) concerns(p place, whole bool, want place) bool {
	switch {
	case p.part == "" && whole:
		return true
	case want.part == "":
		return !whole || !want.knows(p.part)
	default:
		return p.part == "" || p.part == want.part
	}
}

// textAssigned returns the states before the assignment of e to into, which is
// the text's place or something in it.
func (s *search) textAssigned(e ast.Expr, into place, tok token.Token, st state) []state {
	want := st.text.place
	switch {
	case tok != token.ASSIGN && tok != token.DEFINE: // +=
		return append(s.replace(st, s.eval(e)), s.again(st)...)
	case into.part == "" && want.part != "":
		return s.replace(st, s.field(e, want.part))
	case into.part == "" && want.known != "":
		return s.replace(st, s.without(e, want))
	case into.part == want.part:
		return s.replace(st, s.eval(e))
	case into.part == "*" || into.part == "":
		return append(s.replace(st, s.eval(e)), s.again(st)...)
	}
	rest := st
	rest.text.place = want.with(into.part)
	return append(s.replace(st, s.eval(e)), rest)
}

// again returns the state as it goes on looking for what was there before.
func (s *search) again(st state) []state { return []state{st} }

// field returns the texts of one field or element of e.
func (s *search) field(e ast.Expr, name string) []part {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		var parts []part
		for _, elt := range s.elements(e) {
			if elt.field != nil && elt.field.Name() == name || elt.field == nil && (elt.key == name || elt.key == "") {
				parts = append(parts, s.eval(elt.value)...)
			}
		}
		return parts
	case *ast.Ident:
		v := s.variable(e)
		if v == nil || expr.IsPackageVar(v) || s.operands[v] != nil {
			return nil
		}
		return []part{{place: place{v: v, part: name}, raw: true}}
	case *ast.CallExpr:
		parts := s.evalCall(e, 0, 0)
		if t := fieldType(s.info.TypeOf(e), name); t != nil && expr.IsError(t) && len(parts) == 0 && !s.own(t) {
			return []part{{found: true, kind: OfError, raw: true, said: nil, of: e.Fun}}
		}
		return parts
	}
	return s.eval(e)
}

func fieldType(t types.Type, name string) types.Type {
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	if v, ok := obj.(*types.Var); ok {
		return v.Type()
	}
	return nil
}

// without returns the texts of e, but not those of the parts that were set
// later.
func (s *search) without(e ast.Expr, want place) []part {
	x := ast.Unparen(e)
	if u, ok := x.(*ast.UnaryExpr); ok && u.Op == token.AND {
		x = ast.Unparen(u.X)
	}
	lit, ok := x.(*ast.CompositeLit)
	if !ok {
		parts := s.eval(e)
		for i := range parts {
			if !parts[i].found && parts[i].place.part == "" {
				parts[i].place.known = want.known
			}
		}
		return parts
	}
	var parts []part
	for _, elt := range s.elements(lit) {
		name := elt.key
		if elt.field != nil {
			name = elt.field.Name()
		}
		if !want.knows(name) {
			parts = append(parts, s.eval(elt.value)...)
		}
	}
	return parts
}

// statusFrom returns the status that e is, or a part of e if it is assigned to
// all of the variable whose part is the status.
func (s *search) statusFrom(e ast.Expr, st status, whole bool) (status, bool) {
	part := st.place.part
	if part == "" || !whole {
		return s.statusOf(e, st)
	}
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		for _, elt := range s.elements(e) {
			if elt.field != nil && elt.field.Name() == part {
				return s.statusOf(elt.value, st)
			}
		}
	case *ast.Ident:
		if v := s.variable(e); v != nil && !expr.IsPackageVar(v) {
			st.place = place{v: v, part: part}
			return st, true
		}
	}
	return st, false
}

// fromTuple returns the states before several values of one expression are
// assigned.
func (s *search) fromTuple(e ast.Expr, textAt, statusAt int, into place, st state) []state {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok { // v, ok := x.(T), m[k], <-c
		if textAt == 0 && statusAt == None {
			return s.textAssigned(e, into, token.ASSIGN, st)
		}
		return nil
	}
	if statusAt == None {
		states := s.replace(st, s.evalCall(call, textAt, 0))
		if st.text.place.part != "" && into.part == "" {
			states = s.replace(st, s.fieldOfResult(call, textAt, st.text.place.part))
		}
		if into.part != "" && st.text.place.part == "" {
			states = append(states, s.again(st)...)
		}
		return states
	}
	if textAt == None {
		status, ok := st.status.resolved(s.codes(call, statusAt))
		if !ok {
			return nil
		}
		st.status = status
		return []state{st}
	}
	return s.together(call, textAt, statusAt, st)
}

func (s *search) fieldOfResult(call *ast.CallExpr, index int, name string) []part {
	parts := s.evalCall(call, index, 0)
	if t := fieldType(s.resultType(call, index), name); len(parts) == 0 && t != nil && expr.IsError(t) && !s.own(t) {
		return []part{{found: true, kind: OfError, raw: true, of: call.Fun}}
	}
	return parts
}

// together returns the states before a call whose results are the text and its
// status.
func (s *search) together(call *ast.CallExpr, textAt, statusAt int, st state) []state {
	flows := s.flows(call)
	if flows == nil {
		return nil
	}
	var states []state
	for _, c := range flows.Carries {
		if c.Result != textAt || c.With != None && c.With != statusAt {
			continue
		}
		next := st
		var ok bool
		switch {
		case c.With == None:
			next.status, ok = st.status.resolved(s.codes(call, statusAt))
		default:
			next.status, ok = s.given(c.Status, call, st.status)
		}
		if ok {
			states = append(states, s.replace(next, s.apply(c, call, 0))...)
		}
	}
	return states
}

// given returns the status that a fact tells, at a call.
func (s *search) given(fact Status, call *ast.CallExpr, st status) (status, bool) {
	switch {
	case len(fact.Codes) > 0:
		return st.resolved(fact.Codes)
	case fact.Param != None:
		args := arguments(s.info, call, s.signature(call), fact.Param)
		if len(args) != 1 {
			return st, false
		}
		st.bound = bound{max(st.bound.low, fact.Low), min(st.bound.high, fact.High), slices.Concat(st.bound.not, fact.Not)}
		return s.statusOf(args[0], st)
	case fact.Implicit:
		st.how = statusImplicit
		return st, true
	}
	return st, false
}

// ofValue notes a text and a status of one variable, where it gets its value: a
// response is made of that, and the text is sent.
func (s *search) ofValue(st state, lhs []ast.Expr) bool {
	if st.text.found || st.status.how != statusPlace || st.text.place.v != st.status.place.v || st.status.place.part == "" {
		return false
	}
	v := st.text.place.v
	if lhs != nil && !slices.ContainsFunc(lhs, func(e ast.Expr) bool { return s.variable(e) == v }) {
		return false
	}
	s.shows = append(s.shows, v)
	return true
}
