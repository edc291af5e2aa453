package response

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Certainty says whether the calls of a function that answers all do.
type Certainty struct {
	// Always: every call that returns has answered.
	Always bool
	// NotNil is the index of the parameter, an error, with which every call
	// that returns has answered if it is not nil; None if there is none, or if
	// the function answers always.
	NotNil int
	// Exits: no call returns. It panics when it has answered.
	Exits bool
	// Aborts: it ends a chain as gin's, on some path.
	Aborts bool
}

var uncertain = Certainty{NotNil: None}

// Certain says whether a call surely answers: with Always or Exits if it does,
// with NotNil if it does unless the argument with that index is nil.
func (r *Result) Certain(call *ast.CallExpr) Certainty {
	if len(r.calls[call]) == 0 || r.builder == nil {
		return uncertain
	}
	return r.builder.certain(call)
}

// Writer returns the row of the tables for a call of a framework's function that
// answers; ok is false for any other call.
func (r *Result) Writer(call *ast.CallExpr) (w frameworks.Writer, ok bool) {
	fn, _ := r.builder.target(call)
	if fn == nil {
		return frameworks.Writer{}, false
	}
	return r.builder.writer(fn, call)
}

// certain is Certain for a call that is known to answer in some way.
func (b *builder) certain(call *ast.CallExpr) Certainty {
	fn, lit := b.target(call)
	switch {
	case lit != nil:
		return b.certainty(b.sums[lit])
	case fn == nil:
		_, ok := b.writerVar(call)
		return Certainty{Always: ok, NotNil: None}
	}
	if w, ok := b.writer(fn, call); ok {
		return Certainty{Always: !w.OnFailure, NotNil: None, Exits: w.Exits}
	}
	if decl := b.decls[fn]; decl != nil {
		return b.certainty(b.sums[decl])
	}
	if w := b.fact(fn); w != nil {
		return w.Certainty
	}
	return uncertain
}

// certainty returns what is known of a function of this package. Of one that
// calls itself it is nothing.
func (b *builder) certainty(s *scope) Certainty {
	if s == nil || s.graph == nil || len(s.out) == 0 {
		return uncertain
	}
	if c, ok := b.certainties[s]; ok {
		return c
	}
	b.certainties[s] = uncertain
	c := uncertain
	c.Aborts = b.abortsChain(s)
	answered, returns := b.paths(s, nil)
	c.Always, c.Exits = answered, !returns
	if !answered {
		for i := range s.sig.Params().Len() {
			p := s.sig.Params().At(i)
			if p.Type() != types.Universe.Lookup("error").Type() || len(b.assigns[p]) > 0 || b.written[p] {
				continue
			}
			if ok, _ := b.paths(s, p); ok {
				c.NotNil = i
				break
			}
		}
	}
	b.certainties[s] = c
	return c
}

// paths reports whether every path through s that returns answers, and whether
// there is one that returns. If given is not nil, only the paths count on which
// it is not nil.
func (b *builder) paths(s *scope, given *types.Var) (answered, returns bool) {
	answered = true
	type state struct {
		block *cfg.Block
		done  bool // it has answered
	}
	seen := make(map[state]bool)
	var visit func(state)
	visit = func(at state) {
		if seen[at] {
			return
		}
		seen[at] = true
		for _, e := range s.events[at.block] {
			if e.kind != eventAnswer {
				continue
			}
			c := b.certain(e.call)
			if c.Exits {
				return
			}
			at.done = at.done || c.Always || c.NotNil != None && given != nil && c.NotNil < len(e.call.Args) && b.variable(e.call.Args[c.NotNil]) == given
		}
		if n := len(at.block.Nodes); len(at.block.Succs) == 0 && (at.block.Return() != nil || n == 0 || !b.endsInPanic(at.block.Nodes[n-1])) {
			answered, returns = answered && at.done, true
		}
		for i, next := range at.block.Succs {
			if len(at.block.Succs) == 2 && (b.excludes(at.block, i == 0, given) || i == 0 && b.notEncoded(at.block)) {
				continue
			}
			visit(state{next, at.done})
		}
	}
	visit(state{s.graph.Blocks[0], false})
	return answered, returns
}

// notEncoded reports whether a block ends in a look at the error of encoding a
// body: that an answer cannot be encoded is not counted.
func (b *builder) notEncoded(block *cfg.Block) bool {
	n := len(block.Nodes)
	if n < 2 || block.Succs[0].Kind != cfg.KindIfThen {
		return false
	}
	cond, ok := block.Nodes[n-1].(*ast.BinaryExpr)
	assign, isAssign := block.Nodes[n-2].(*ast.AssignStmt)
	if !ok || !isAssign || cond.Op != token.NEQ || !b.info.Types[cond.Y].IsNil() || len(assign.Rhs) != 1 {
		return false
	}
	call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
	v := b.variable(cond.X)
	if !ok || v == nil || v != b.variable(assign.Lhs[len(assign.Lhs)-1]) {
		return false
	}
	fn, _ := b.target(call)
	return fn != nil && fn.Pkg() != nil && strings.HasPrefix(fn.Pkg().Path(), "encoding/")
}

// excludes reports whether the condition at the end of a block, an if's, is not
// what taken says when v, if there is one, is not nil.
func (b *builder) excludes(block *cfg.Block, taken bool, v *types.Var) bool {
	stmt, ok := block.Succs[0].Stmt.(*ast.IfStmt)
	if v == nil || !ok || block.Succs[0].Kind != cfg.KindIfThen {
		return false
	}
	holds, known := b.holds(stmt.Cond, v)
	return known && holds != taken
}

// holds returns the value of a condition when v is not nil, if that decides it.
func (b *builder) holds(cond ast.Expr, v *types.Var) (holds, known bool) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			holds, known = b.holds(e.X, v)
			return !holds, known
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.EQL, token.NEQ:
			x, y := e.X, e.Y
			if b.info.Types[x].IsNil() {
				x, y = y, x
			}
			return e.Op == token.NEQ, b.info.Types[y].IsNil() && b.variable(x) == v
		case token.LAND, token.LOR:
			short := e.Op == token.LOR // the value that decides alone
			x, xKnown := b.holds(e.X, v)
			y, yKnown := b.holds(e.Y, v)
			if xKnown && x == short || yKnown && y == short {
				return short, true
			}
			return !short, xKnown && yKnown
		}
	}
	return false, false
}

// abortsChain reports whether a function ends a chain as gin's somewhere.
func (b *builder) abortsChain(s *scope) bool {
	for _, events := range s.events {
		for _, e := range events {
			if frameworks.AbortsChain(frameworks.FuncOf(e.fn)) || len(e.insts) > 0 && b.certain(e.call).Aborts ||
				slices.ContainsFunc(e.insts, func(in inst) bool { return in.Aborts }) {
				return true
			}
		}
	}
	return false
}
