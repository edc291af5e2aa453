package errortext

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// send records what a sink of f sends: a leak, or a parameter of f.
func (b *builder) send(f *function, flows *Flows, block *cfg.Block, i int, n ast.Node, k sink) {
	var states []state
	s := &search{builder: b, f: f}
	for _, e := range k.texts {
		for _, p := range b.eval(e) {
			p.raw = p.raw && k.raw
			for _, status := range k.status {
				st := state{text: p, status: status}
				if status.how == statusImplicit {
					if before, ok := s.setsStatus(n, k.expr, st); ok {
						states = append(states, before...)
						continue
					}
				}
				states = append(states, st)
			}
		}
	}
	out, _ := b.find(f, block, i, states)
	if len(out) > 0 && b.begun(f, block, i, k) {
		return
	}
	for _, o := range out {
		b.sent(f, flows, k, o)
	}
}

// sent records one outcome of a sink.
func (b *builder) sent(f *function, flows *Flows, k sink, o outcome) {
	var param *types.Var
	if o.text.kind == OfParam && o.status.how == statusCodes && o.text.param >= 0 {
		v := f.sig.Params().At(o.text.param)
		if expr.IsError(v.Type()) {
			param = v
		}
	}
	switch {
	case o.text.kind == OfParam && param == nil:
		send := Send{Param: o.text.param, Raw: o.text.raw, Status: o.status.fact(), Framework: k.framework}
		if k.carrier != nil {
			send.Carrier = frameworks.TypeOf(k.carrier.Type())
		}
		same := func(old Send) bool {
			return old.Param == send.Param && old.Framework == send.Framework && old.Carrier == send.Carrier && sameStatus(old.Status, send.Status)
		}
		if !slices.ContainsFunc(flows.Sends, same) && len(flows.Sends) < maxFacts {
			flows.Sends = append(flows.Sends, send)
		}
	case o.status.how == statusCodes:
		b.leak(f, k, o, param)
	}
}

// leak records a leak, the first of each call.
func (b *builder) leak(f *function, k sink, o outcome, param *types.Var) {
	if b.inDevelopment(k.expr) {
		return
	}
	old := b.leaks[k.expr]
	if old == nil {
		l := &Leak{Expr: k.expr, Kind: o.text.kind, Via: o.text.via, Param: param, Fn: f.fn, Raw: o.text.raw, Carrier: k.carrier, Framework: k.framework, Returned: k.returned}
		if l.Kind == OfParam {
			l.Kind = OfError
		}
		if l.Via == nil {
			l.Via = k.via
		}
		if o.text.said != nil {
			l.Said = types.ExprString(o.text.said)
		}
		if o.text.of != nil {
			l.Of = types.ExprString(o.text.of)
		}
		b.leaks[k.expr], old = l, l
	}
	for _, c := range o.status.codes {
		if !slices.Contains(old.Status, c) {
			old.Status = append(old.Status, c)
			slices.Sort(old.Status)
		}
	}
}

func (b *builder) inDevelopment(n ast.Node) bool {
	in, known := b.developing[n]
	if !known {
		cur := b.values.At(n)
		in = cur.Valid() && b.view.InDevelopment(cur)
		b.developing[n] = in
	}
	return in
}

// harmless reports whether a leak of a function's own parameter is none, since
// all calls of the function give it errors of the project's own.
func (b *builder) harmless(l *Leak) bool {
	if l.Param == nil || l.Fn == nil {
		return false
	}
	uses, all := b.values.Uses(l.Fn)
	if !all || len(uses) == 0 {
		return false
	}
	i := b.funcs[b.decls[l.Fn]].paramIndex(l.Param)
	for _, use := range uses {
		call, f2, block, at, ok := b.callAt(use.Node())
		if !ok || i < 0 || i >= len(call.Args) {
			return false
		}
		var states []state
		for _, p := range b.eval(call.Args[i]) {
			states = append(states, state{text: p, status: status{how: statusAny, param: None, bound: anyStatus}})
		}
		if out, vague := b.find(f2, block, at, states); vague || len(out) > 0 {
			return false
		}
	}
	return true
}

// callAt returns the call of the function that the node names, and where it
// stands.
func (b *builder) callAt(n ast.Node) (call *ast.CallExpr, f *function, block *cfg.Block, at int, ok bool) {
	for _, node := range b.order {
		f := b.funcs[node]
		if n.Pos() < node.Pos() || node.End() <= n.Pos() {
			continue
		}
		for _, block := range f.blocks() {
			for i, stmt := range block.Nodes {
				expr.EachCall(stmt, func(c *ast.CallExpr) {
					if c.Fun.Pos() <= n.Pos() && n.End() <= c.Fun.End() {
						call = c
					}
				})
				if call != nil {
					return call, f, block, i, true
				}
			}
		}
	}
	return nil, nil, nil, 0, false
}
