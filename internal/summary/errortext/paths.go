package errortext

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/expr"
)

// state is what is looked for on a path that is followed backwards: a text and
// the status with which it is sent.
type state struct {
	text   part
	status status
	// about are variables with errors that a later condition tells apart: what
	// they say was looked at.
	about []*types.Var
}

func (s state) key() string {
	var b strings.Builder
	b.WriteString(s.text.key())
	b.WriteByte('|')
	b.WriteString(s.status.key())
	for _, v := range s.about {
		fmt.Fprintf(&b, "|%p", v)
	}
	return b.String()
}

func (s state) done() bool {
	return s.text.found && (s.status.how == statusCodes || s.status.how == statusAny)
}

// outcome is a state at the end of its way: the text is known, or a
// parameter's, and so is the status.
type outcome struct {
	text   part
	status status
}

// search follows the paths of one function backwards.
type search struct {
	*builder
	f    *function
	seen map[string]bool
	work []position
	out  []outcome
	// steps bounds the work; vague tells that it was not enough, or that a value
	// got lost.
	steps int
	vague bool
	// shows are the variables whose own text is sent with their own status, also
	// that of a server error; hides tells that a condition keeps a text from
	// being sent with such a status.
	shows []*types.Var
	hides bool
}

// position is a state before the node with index i of a block.
type position struct {
	block *cfg.Block
	i     int
	state state
}

const maxSteps = 4000

// find returns what the texts and statuses of the states can be at the node
// with index i of a block, itself excluded.
func (b *builder) find(f *function, block *cfg.Block, i int, states []state) ([]outcome, bool) {
	s := &search{builder: b, f: f, seen: make(map[string]bool)}
	for _, st := range states {
		s.push(block, i, st)
	}
	for len(s.work) > 0 {
		p := s.work[len(s.work)-1]
		s.work = s.work[:len(s.work)-1]
		if s.steps++; s.steps > maxSteps {
			s.vague = true
			break
		}
		s.back(p)
	}
	f.hides = f.hides || s.hides
	for _, v := range s.shows {
		if !slices.Contains(f.shows, v) {
			f.shows = append(f.shows, v)
		}
	}
	return s.out, s.vague
}

// push goes on with a state, unless all is known.
func (s *search) push(block *cfg.Block, i int, st state) {
	if !st.text.found && slices.Contains(st.about, st.text.place.v) && st.text.place.part == "" {
		return
	}
	if st.done() {
		s.out = append(s.out, outcome{st.text, st.status})
		return
	}
	s.work = append(s.work, position{block, i, st})
}

// back goes from a position to the start of its block and on to those before.
func (s *search) back(p position) {
	for i := p.i - 1; i >= 0; i-- {
		next, changed := s.cross(p.block.Nodes[i], p.state)
		if changed && len(next) > 0 && s.inDevelopment(p.block.Nodes[i]) {
			return
		}
		if changed {
			for _, st := range next {
				s.push(p.block, i, st)
			}
			return
		}
	}
	key := fmt.Sprintf("%d %s", p.block.Index, p.state.key())
	if s.seen[key] {
		return
	}
	s.seen[key] = true
	if p.block == s.f.graph.Blocks[0] {
		s.entry(p.state)
	}
	for _, pred := range s.f.preds[p.block] {
		for _, st := range s.edge(pred, p.block, p.state) {
			s.push(pred, len(pred.Nodes), st)
		}
	}
}

// cross returns the states before a node, changed being false if they are the
// one after it.
func (s *search) cross(n ast.Node, st state) (states []state, changed bool) {
	if st.status.how == statusImplicit {
		if before, ok := s.setsStatus(n, nil, st); ok {
			return before, true
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		return s.assigned(n.Lhs, n.Rhs, n.Tok, st)
	case *ast.ValueSpec:
		lhs := make([]ast.Expr, len(n.Names))
		for i, id := range n.Names {
			lhs[i] = id
		}
		return s.assigned(lhs, n.Values, token.DEFINE, st)
	case *ast.DeclStmt:
		gen, ok := n.Decl.(*ast.GenDecl)
		if !ok {
			return nil, false
		}
		for _, spec := range slices.Backward(gen.Specs) {
			if spec, ok := spec.(*ast.ValueSpec); ok {
				if states, changed := s.cross(spec, st); changed {
					return states, true
				}
			}
		}
		return nil, false
	case *ast.Ident:
		if x := s.ranges[n]; x != nil && s.variable(n) == st.text.place.v && !st.text.found {
			return s.replace(st, s.eval(x)), true
		}
	}
	return s.mutated(n, st)
}

// replace returns the state once for each of the texts that its own is.
func (s *search) replace(st state, parts []part) []state {
	var states []state
	for _, p := range parts {
		next := st
		old := st.text
		next.text = p
		if old.said != nil && (p.said == nil || s.says(old.said) || p.of != nil && isCall(p.said, p.of) || p.found && p.kind != OfError) {
			next.text.said = old.said
		}
		if next.text.of == nil {
			next.text.of = old.of
		}
		next.text.raw = p.raw && old.raw
		states = append(states, next)
	}
	return states
}

// says reports whether e is an error, or the text of one: then it is what a
// message tells of.
func (b *builder) says(e ast.Expr) bool {
	if expr.IsError(b.info.TypeOf(e)) {
		return true
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	recv := arguments(b.info, call, nil, Receiver)
	return recv != nil && expr.IsError(b.info.TypeOf(recv[0]))
}

func isCall(e, fun ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && call.Fun == fun
}

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

// entry ends a path at the start of the function.
func (s *search) entry(st state) {
	if s.ofValue(st, nil) {
		return
	}
	for _, t := range s.textAtEntry(st.text) {
		status := st.status
		switch status.how {
		case statusPlace:
			i := s.f.paramIndex(status.place.v)
			if i == None || status.place.part != "" {
				continue
			}
			status.how, status.param = statusParam, i
		}
		s.out = append(s.out, outcome{t, status})
	}
}

// textAtEntry returns what a text is that is there when the function starts.
func (s *search) textAtEntry(p part) []part {
	if p.found {
		return []part{p}
	}
	v := p.place.v
	if s.panics[v] {
		p.found, p.kind = true, OfPanic
		return []part{p}
	}
	if i := s.f.paramIndex(v); i != None {
		if s.own(v.Type()) {
			return nil
		}
		p.found, p.kind, p.param = true, OfParam, i
		return []part{p}
	}
	if s.inside(v) {
		return nil // a named result, or a variable that nothing was assigned to
	}
	return s.captured(p, 0)
}

func (s *search) inside(v *types.Var) bool {
	return s.f.node.Pos() <= v.Pos() && v.Pos() < s.f.node.End()
}

// captured returns what a variable of a function around holds: the texts that
// any assignment puts there.
func (s *search) captured(p part, depth int) []part {
	var parts []part
	if depth > 3 {
		return nil
	}
	for _, src := range s.assigns[p.place.v] {
		var from []part
		if call, ok := ast.Unparen(src.expr).(*ast.CallExpr); ok && (src.index > 0 || p.place.part == "") {
			from = s.evalCall(call, src.index, 0)
		} else if src.index == 0 && p.place.part != "" {
			from = s.field(src.expr, p.place.part)
		} else if src.index == 0 {
			from = s.eval(src.expr)
		}
		for _, q := range from {
			switch {
			case q.found:
				if q.said == nil || q.of != nil {
					q.said = p.said
				}
				parts = append(parts, q)
			case q.place.v != p.place.v && s.assigns[q.place.v] != nil:
				parts = append(parts, s.captured(q, depth+1)...)
			}
		}
	}
	return parts
}
