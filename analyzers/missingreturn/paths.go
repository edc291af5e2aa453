package missingreturn

import (
	"go/ast"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/response"
)

// consequence is what a function does after it has answered.
type consequence struct {
	kind string
	call *ast.CallExpr // that has answered
	node ast.Node      // the call, or the use of the value
	name string        // of the value
}

// kinds, by how telling they are.
const (
	kindSecond  = "second-write"
	kindNext    = "calls-next"
	kindAbort   = "no-abort"
	kindFailed  = "failed-value"
	kindEffect  = "side-effect"
	kindIgnored = "ignored-failure"
)

// What is noted in a known beside values.
const (
	ranNext = "\x00next"
	aborted = "\x00aborted"
)

// passed returns what is known when a node has run.
func (v *visitor) passed(k known, n ast.Node) known {
	expr.EachCall(n, func(call *ast.CallExpr) {
		switch {
		case v.runsHandler(call):
			k = k.with(ranNext, "", yes, false)
		case v.aborts(call):
			k = k.with(aborted, "", yes, false)
		}
	})
	return v.after(k, n)
}

// aborts reports whether a call ends a chain as gin's.
func (v *visitor) aborts(call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func)
	if frameworks.AbortsChain(frameworks.FuncOf(fn)) {
		return true
	}
	for _, o := range v.response.Call(call) {
		if o.Aborts {
			return true
		}
	}
	return v.response.Certain(call).Aborts || v.aborters[fn]
}

// walk looks for what follows an answer on the paths from it.
type walk struct {
	*visitor
	f     *function
	first *answer
	seen  map[string]bool
	steps int
	found []consequence
}

// maxSteps bounds the blocks that are looked at after one answer.
const maxSteps = 2000

// trail is what has happened on a path since the answer.
type trail struct {
	body    *ast.CallExpr // has begun the body, if the answer only set the status
	aborted bool
}

// follow returns what follows an answer at the node with index i of a block.
func (v *visitor) follow(f *function, first *answer, block *cfg.Block, i int) []consequence {
	w := &walk{visitor: v, f: f, first: first, seen: make(map[string]bool)}
	t := trail{aborted: first.aborts || v.aborts(first.call) || first.k[aborted].value == yes}
	k, t, stop := w.node(first.k, t, block.Nodes[i], true)
	if !stop {
		w.rest(k, t, block, i+1)
	}
	return w.found
}

// rest follows the path from the node with index i of a block.
func (w *walk) rest(k known, t trail, block *cfg.Block, i int) {
	if w.steps++; w.steps > maxSteps {
		return
	}
	for _, n := range block.Nodes[i:] {
		var stop bool
		if k, t, stop = w.node(k, t, n, false); stop {
			return
		}
	}
	if cond := w.endCondition(block); cond != nil && w.asks(cond) {
		return
	}
	if w.ends(block) {
		w.exit(k, t, block)
	}
	for i, next := range block.Succs {
		edge, ok := w.along(w.f, k, block, i)
		if !ok || w.again(next) || edge.notWritten() {
			continue
		}
		key := w.key(edge, t, next)
		if !w.seen[key] {
			w.seen[key] = true
			w.rest(edge, t, next, 0)
		}
	}
}

// again reports whether a block begins another turn of a loop that the answer is
// in: what is answered for one item of several is not followed to the next.
func (w *walk) again(block *cfg.Block) bool {
	return (block.Kind == cfg.KindForBody || block.Kind == cfg.KindRangeBody) &&
		block.Stmt.Pos() <= w.first.call.Pos() && w.first.call.End() <= block.Stmt.End()
}

// add records what follows the answer.
func (w *walk) add(t trail, c consequence) {
	c.call = w.first.call
	if w.first.status && !w.first.sent && t.body != nil {
		c.call = t.body
	}
	if w.first.any && c.kind != kindSecond && c.kind != kindAbort {
		return
	}
	w.found = append(w.found, c)
}

// exit looks at a path's end.
func (w *walk) exit(k known, t trail, block *cfg.Block) {
	if !w.f.middleware || t.aborted || w.first.k[ranNext].value == yes || k[ranNext].value == yes {
		return
	}
	var at ast.Node = w.first.call
	if ret := block.Return(); ret != nil {
		at = ret
	}
	w.add(t, consequence{kind: kindAbort, node: at})
}

// node follows the path through one node. In the node of the answer itself only
// what comes after that counts.
func (w *walk) node(k known, t trail, n ast.Node, start bool) (known, trail, bool) {
	stop, on := false, !start
	expr.EachCall(n, func(call *ast.CallExpr) {
		if call == w.first.call {
			stop = stop || on // in a loop
			on = true
			return
		}
		if on && !stop {
			stop = w.call(&t, call)
		}
	})
	if !stop && !start {
		w.uses(k, t, n)
		if call := w.effect(n); call != nil {
			w.add(t, consequence{kind: kindEffect, node: call})
		}
	}
	if stop {
		return k, t, true
	}
	return w.wrote(w.passed(k, n), n), t, false
}

// written begins the keys of the errors of answering.
const written = "written\x00"

// wrote notes which error a statement got of answering. What is done about it,
// if it is not nil, is done because there is no answer.
func (w *walk) wrote(k known, n ast.Node) known {
	s, ok := n.(*ast.AssignStmt)
	if !ok || len(s.Rhs) != 1 {
		return k
	}
	call, ok := ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
	v := w.variable(s.Lhs[len(s.Lhs)-1])
	if !ok || v == nil || !expr.IsErrorType(v.Type()) || len(w.response.Call(call)) == 0 {
		return k
	}
	return k.with(written+v.Name()+"\x00"+w.name(v), w.name(v), yes, false)
}

// notWritten reports whether an answer is known to have failed.
func (k known) notWritten() bool {
	for key := range k {
		if err, ok := strings.CutPrefix(key, written); ok && k[err].value == notNil {
			return true
		}
	}
	return false
}

// call follows the path through a call. It reports whether there is no more to
// see on it.
func (w *walk) call(t *trail, call *ast.CallExpr) (stop bool) {
	outs := w.response.Call(call)
	switch {
	case len(outs) > 0:
		return w.second(t, call, outs)
	case w.runsHandler(call):
		switch {
		case t.aborted:
			return false // it runs nothing
		case w.first.status && t.body == nil && !(w.first.sent && w.authenticates()):
			return true // another handler writes the body, or sets another status
		case !w.same(call):
			return false
		case w.first.any:
			return true // it answers, and counts or caches what others would
		}
		w.add(*t, consequence{kind: kindNext, node: call})
		return true
	case w.aborts(call):
		t.aborted = true
	case w.f.middleware && !t.aborted && w.unknown(call):
		return true // it may abort
	case w.first.status && t.body == nil && w.hands(call):
		return true // it may write the body
	}
	return false
}

// authenticates reports whether the status of the answer is one with which a
// request is turned away, and not one of a page.
func (w *walk) authenticates() bool {
	for _, c := range w.first.codes {
		if c == 404 || c == 405 || c >= 500 {
			return false
		}
	}
	return len(w.f.outer) > 0
}

// second follows the path through another call that answers.
func (w *walk) second(t *trail, call *ast.CallExpr, outs []response.Outcome) (stop bool) {
	implicit, status, complete, json := true, true, true, false
	for _, o := range outs {
		implicit = implicit && o.Status.Implicit && !o.Errors
		status = status && o.StatusOnly
		complete = complete && !o.StatusOnly && !o.Status.Implicit
		json = json || o.Body.Kind == frameworks.BodyJSON
	}
	t.aborted = t.aborted || w.aborts(call)
	if !w.same(call) {
		return true
	}
	if c := w.response.Certain(call); c.NotNil != response.None && c.NotNil < len(call.Args) && w.made(w.first.k, call.Args[c.NotNil]) == isNil {
		return false
	}
	begun, begunJSON := w.first.call, w.first.json
	if w.first.status {
		switch {
		case t.body == nil && implicit:
			t.body = call
			return false
		case t.body == nil && (!w.first.sent || !status && !complete):
			return true
		case t.body != nil:
			begun, begunJSON = t.body, isJSON(w.response.Call(t.body))
		}
	}
	if implicit && !w.first.redirect && !(begunJSON && json) && w.region(begun, call) {
		return false // it goes on with the same body
	}
	if w.first.any && !complete {
		return true
	}
	kind := kindSecond
	if w.first.onFailure {
		kind = kindIgnored
	}
	w.add(*t, consequence{kind: kind, node: call})
	return true
}

func isJSON(outs []response.Outcome) bool {
	for _, o := range outs {
		if o.Body.Kind == frameworks.BodyJSON {
			return true
		}
	}
	return false
}

// region reports whether later is in the list of statements that earlier is in.
func (w *walk) region(earlier, later *ast.CallExpr) bool {
	var list ast.Node = w.f.body
	ast.Inspect(w.f.body, func(n ast.Node) bool {
		if n == nil || earlier.Pos() < n.Pos() || n.End() < earlier.End() {
			return false
		}
		switch n.(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			list = n
		}
		return true
	})
	return list.Pos() <= later.Pos() && later.End() <= list.End()
}

// same reports whether a call is about the response of the answer, as far as is
// known.
func (w *walk) same(call *ast.CallExpr) bool {
	a, b := w.responseOf(w.first.call), w.responseOf(call)
	if a == nil || b == nil || a == b || !w.response.IsResponse(a.Type()) || !w.response.IsResponse(b.Type()) {
		return true
	}
	return false
}

// hands reports whether a call gives the response to a function that is not of
// the standard library, of which all is known.
func (w *walk) hands(call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(w.pass.TypesInfo, call).(*types.Func)
	if fn != nil && fn.Pkg() != nil && fn.Pkg() != w.pass.Pkg && frameworks.StandardPath(fn.Pkg().Path(), "") {
		return false
	}
	for _, arg := range call.Args {
		if w.response.IsResponse(w.pass.TypesInfo.TypeOf(arg)) {
			return true
		}
	}
	return false
}

// unknown reports whether a call is given the response by a function of which
// it is not known that it leaves the chain alone.
func (w *walk) unknown(call *ast.CallExpr) bool {
	if !w.hands(call) {
		return false
	}
	fn, _ := typeutil.Callee(w.pass.TypesInfo, call).(*types.Func)
	return fn == nil || w.decls[fn.Origin()] == nil
}

// uses looks for uses of a value that a call returned beside an error.
func (w *walk) uses(k known, t trail, n ast.Node) {
	if d, ok := n.(*ast.DeferStmt); ok {
		n = d.Call.Fun // is evaluated at once
		if _, ok := n.(*ast.FuncLit); ok {
			return
		}
	}
	ast.Inspect(n, func(n ast.Node) bool {
		var x ast.Expr
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectorExpr:
			x = n.X
		case *ast.StarExpr:
			x = n.X
		}
		if x == nil {
			return true
		}
		v := w.variable(x)
		if v == nil || !w.failed(k, v) || !w.failed(w.first.k, v) {
			return true
		}
		switch v.Type().Underlying().(type) {
		case *types.Pointer, *types.Interface:
			w.add(t, consequence{kind: kindFailed, node: n, name: v.Name()})
		}
		return true
	})
}

// key tells paths apart that come to a block with other knowledge.
func (w *walk) key(k known, t trail, block *cfg.Block) string {
	key := k.String()
	if t.aborted {
		key += "aborted"
	}
	if t.body != nil {
		key += "body"
	}
	return strconv.Itoa(int(block.Index)) + key
}
