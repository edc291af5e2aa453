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
		if next.text.via == nil {
			next.text.via = old.via
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
