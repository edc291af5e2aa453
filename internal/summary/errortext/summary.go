package errortext

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/expr"
)

// summarise computes what all functions do, and exports the facts.
func (b *builder) summarise() {
	for _, node := range b.order {
		b.flowsOf(b.funcs[node])
	}
	for _, node := range b.order {
		f := b.funcs[node]
		if f.fn != nil && f.fn.Exported() && (!f.flows.empty() || returnsError(f.sig)) {
			b.pass.ExportObjectFact(f.fn, f.flows)
		}
	}
	b.takers()
	b.handlers()
	b.export()
	for e, l := range b.leaks {
		if b.isSent(l) && !b.harmless(l) {
			b.result.at[e] = true
			b.result.Leaks = append(b.result.Leaks, l)
		}
	}
	slices.SortFunc(b.result.Leaks, func(x, y *Leak) int { return int(x.Expr.Pos() - y.Expr.Pos()) })
}

// takers notes the functions that make or send texts of the errors that they are
// given.
func (b *builder) takers() {
	for _, node := range b.order {
		f := b.funcs[node]
		if f.fn == nil {
			continue
		}
		takes := slices.ContainsFunc(f.flows.Sends, func(s Send) bool { return takesErrorAt(f.sig, s.Param) }) ||
			slices.ContainsFunc(f.flows.Carries, func(c Carry) bool { return c.Kind == OfParam && !c.Raw && takesErrorAt(f.sig, c.Param) })
		if takes {
			b.result.Takers = append(b.result.Takers, f.fn)
		}
	}
}

func (f *function) blocks() []*cfg.Block {
	if f.graph == nil {
		return nil
	}
	return f.graph.Blocks
}

func (f *Flows) empty() bool {
	return len(f.Carries) == 0 && len(f.Sends) == 0 && len(f.Stores) == 0 && len(f.Codes) == 0
}

func returnsError(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if expr.IsError(v.Type()) {
			return true
		}
	}
	return false
}

// flowsOf returns what f does with texts; of a function that is being looked at
// what is known by then.
func (b *builder) flowsOf(f *function) *Flows {
	if f.flows != nil {
		return f.flows
	}
	f.flows = &Flows{Module: b.module, Vague: true}
	b.graphOf(f)
	flows := &Flows{Module: b.module}
	for i := range f.sig.Results().Len() {
		if isInt(f.sig.Results().At(i).Type()) {
			if codes := b.returnedCodes(f, i); isStatuses(codes) {
				flows.Codes = append(flows.Codes, Code{i, codes})
			}
		}
	}
	f.flows.Codes = flows.Codes
	b.results(f, flows)
	b.stores(f, flows)
	f.flows.Carries, f.flows.Stores = flows.Carries, flows.Stores
	for _, block := range f.graph.Blocks {
		if !block.Live {
			continue
		}
		for i, n := range block.Nodes {
			b.sinks(f, flows, block, i, n)
		}
	}
	f.flows = flows
	return flows
}

// isStatuses reports whether the constants can be statuses of responses.
func isStatuses(codes []int) bool {
	return len(codes) > 0 && len(codes) <= 16 && !slices.ContainsFunc(codes, func(c int) bool { return c != 0 && (c < 100 || c > 599) })
}

// results finds what the results of f carry.
func (b *builder) results(f *function, flows *Flows) {
	res := f.sig.Results()
	for j := range res.Len() {
		t := res.At(j).Type()
		if !text(t) {
			continue
		}
		with := []int{None}
		for k := range res.Len() {
			if slices.ContainsFunc(flows.Codes, func(c Code) bool { return c.Result == k && slices.Max(c.Codes) >= 400 }) {
				with = append(with, k)
			}
		}
		if len(with) > 1 {
			with = with[1:]
		}
		for _, k := range with {
			b.resultsOf(f, flows, j, k)
		}
	}
}

// resultsOf finds what the result j carries, together with the status in the
// result k.
func (b *builder) resultsOf(f *function, flows *Flows, j, k int) {
	for _, block := range f.graph.Blocks {
		if !block.Live {
			continue
		}
		for i, n := range block.Nodes {
			ret, ok := n.(*ast.ReturnStmt)
			if !ok {
				continue
			}
			states, vague := b.returnStates(f, ret, j, k)
			out, lost := b.find(f, block, i, states)
			flows.Vague = flows.Vague || vague || lost
			for _, o := range out {
				if o.text.kind == OfError && o.status.how != statusCodes && !expr.IsError(f.sig.Results().At(j).Type()) {
					continue // what it says when encoding fails
				}
				c := Carry{Result: j, Kind: o.text.kind, Param: o.text.param, Raw: o.text.raw, With: k, Status: o.status.fact()}
				if k == None || o.status.how == statusAny {
					c.With, c.Status = None, Status{}
				}
				if !slices.ContainsFunc(flows.Carries, func(old Carry) bool { return sameCarry(old, c) }) && len(flows.Carries) < maxFacts {
					flows.Carries = append(flows.Carries, c)
				}
			}
		}
	}
}

// maxFacts bounds what is said of one function.
const maxFacts = 32

// returnStates returns what is looked for before a return statement.
func (b *builder) returnStates(f *function, ret *ast.ReturnStmt, j, k int) (states []state, vague bool) {
	unknown := status{how: statusAny, param: None, bound: anyStatus}
	if len(ret.Results) == 0 { // named results
		st := state{text: part{place: place{v: f.sig.Results().At(j)}, raw: true}, status: unknown}
		if k != None {
			st.status = status{how: statusPlace, place: place{v: f.sig.Results().At(k)}, param: None, bound: anyStatus}
		}
		return []state{st}, false
	}
	if len(ret.Results) == 1 && f.sig.Results().Len() > 1 {
		call, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr)
		if !ok {
			return nil, true
		}
		return b.passedOn(f, call, j, k), false
	}
	st := unknown
	if k != None {
		var ok bool
		if st, ok = b.statusOf(ret.Results[k], status{param: None, bound: anyStatus}); !ok {
			return nil, false
		}
	}
	for _, p := range b.evalOwn(ret.Results[j]) {
		states = append(states, state{text: p, status: st})
	}
	return states, false
}

// passedOn returns what is looked for before all results of a call are
// returned.
func (b *builder) passedOn(f *function, call *ast.CallExpr, j, k int) []state {
	s := &search{builder: b, f: f}
	st := state{text: part{raw: true, place: place{}}, status: status{how: statusAny, param: None, bound: anyStatus}}
	if k == None {
		return s.replace(st, b.evalCall(call, j, 0))
	}
	st.status.how = statusPlace
	return s.together(call, j, k, st)
}

func (s status) fact() Status {
	st := Status{Param: None, Low: s.bound.low, High: s.bound.high, Not: s.bound.not}
	switch s.how {
	case statusCodes:
		st.Codes = s.codes
	case statusParam:
		st.Param = s.param
	case statusImplicit:
		st.Implicit = true
	}
	return st
}

func sameCarry(a, b Carry) bool {
	return a.Result == b.Result && a.Kind == b.Kind && a.Param == b.Param && a.With == b.With && sameStatus(a.Status, b.Status)
}

func sameStatus(a, b Status) bool {
	return a.Param == b.Param && a.Implicit == b.Implicit && a.Low == b.Low && a.High == b.High && slices.Equal(a.Codes, b.Codes) && slices.Equal(a.Not, b.Not)
}

// stores finds the texts that f puts into what its parameters point to.
func (b *builder) stores(f *function, flows *Flows) {
	var targets []int
	if f.sig.Recv() != nil && stores(f.sig.Recv().Type()) {
		targets = append(targets, Receiver)
	}
	for i := range f.sig.Params().Len() {
		if stores(f.sig.Params().At(i).Type()) {
			targets = append(targets, i)
		}
	}
	for _, i := range targets {
		v := f.sig.Recv()
		if i != Receiver {
			v = f.sig.Params().At(i)
		}
		for _, block := range f.graph.Blocks {
			if !block.Live || len(block.Succs) > 0 {
				continue
			}
			st := state{text: part{place: place{v: v}, raw: true}, status: status{how: statusAny, param: None, bound: anyStatus}}
			out, _ := b.find(f, block, len(block.Nodes), []state{st})
			for _, o := range out {
				store := Store{o.text.param, i}
				if o.text.kind == OfParam && o.text.param != i && !slices.Contains(flows.Stores, store) && len(flows.Stores) < maxFacts {
					flows.Stores = append(flows.Stores, store)
				}
			}
		}
	}
}

// stores reports whether a function can leave a text in a parameter of type t.
func stores(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Map:
		return text(u.Elem())
	case *types.Pointer:
		_, ok := u.Elem().Underlying().(*types.Struct)
		return ok && text(t)
	}
	return false
}
