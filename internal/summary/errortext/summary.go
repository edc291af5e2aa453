package errortext

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/response"
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

// sink is something that sends texts to the client.
type sink struct {
	expr   ast.Expr
	texts  []ast.Expr
	raw    bool // values are encoded
	status []status

	carrier   *types.TypeName // the type of the value of which a response is made
	framework string          // that makes it
	returned  bool            // it is an error like any other
}

// sinks looks at what a node sends.
func (b *builder) sinks(f *function, flows *Flows, block *cfg.Block, i int, n ast.Node) {
	if _, ok := n.(*ast.DeferStmt); ok {
		return
	}
	expr.EachCall(n, func(call *ast.CallExpr) {
		for _, k := range b.sinksOf(call) {
			b.send(f, flows, block, i, n, k)
		}
	})
	for _, site := range b.sites[f.node] {
		if n.Pos() <= site.Expr.Pos() && site.Expr.End() <= n.End() {
			if k, ok := b.siteOf(site); ok {
				b.send(f, flows, block, i, n, k)
			}
		}
	}
}

// siteOf returns what is sent of an error value. Those of a framework that a
// function of the project makes are that function's business.
func (b *builder) siteOf(site *errorvalue.Site) (sink, bool) {
	if site.Returned() || site.Collected {
		return sink{}, false // what becomes of it, its caller or a middleware decides
	}
	if site.Carrier != nil {
		return b.carrierOf(site)
	}
	k := sink{expr: site.Expr, texts: site.Texts, framework: site.Framework.Name, returned: site.Plain}
	if site.Maker != nil || len(site.Texts) == 0 || site.Plain && !site.Default {
		return k, false
	}
	st := status{param: None, bound: anyStatus}
	ok := false
	if e := b.statusArg(site.Expr); e != nil {
		st, ok = b.statusOf(e, st)
	} else {
		st, ok = b.siteStatus(site, st)
	}
	k.status = []status{st}
	return k, ok
}

func (b *builder) siteStatus(site *errorvalue.Site, st status) (status, bool) {
	if p := site.Status.Param; p != None {
		st.how, st.param = statusParam, p
		return st, true
	}
	return st.resolved(site.Status.Codes)
}

// carrierOf returns what is sent of a value of the project's own: texts, as the
// literal or the function that makes it puts them there. An error in it is as a
// rule for the log.
func (b *builder) carrierOf(site *errorvalue.Site) (sink, bool) {
	k := sink{expr: site.Expr, carrier: site.Carrier}
	st, ok := b.siteStatus(site, status{param: None, bound: anyStatus})
	b.known[frameworks.TypeOf(site.Carrier.Type())] = b.known[frameworks.TypeOf(site.Carrier.Type())] || site.Known
	if !ok {
		return k, false
	}
	k.status = []status{st}
	if site.Maker == nil {
		for _, e := range site.Texts {
			if !expr.IsError(b.info.TypeOf(e)) {
				k.texts = append(k.texts, e)
			}
		}
		return k, len(k.texts) > 0
	}
	call, isCall := ast.Unparen(site.Expr).(*ast.CallExpr)
	if !isCall || !b.chosen(call, st.codes) {
		return k, false // the function that makes it is the place to mend
	}
	flows := b.flows(call)
	if flows == nil {
		return k, false
	}
	for _, c := range flows.Carries {
		if c.Kind != OfParam || c.Raw {
			continue
		}
		for _, arg := range arguments(b.info, call, b.signature(call), c.Param) {
			if slices.Contains(site.Texts, arg) && !slices.Contains(k.texts, arg) {
				k.texts = append(k.texts, arg)
			}
		}
	}
	return k, len(k.texts) > 0
}

// chosen reports whether an argument of a call is the status.
func (b *builder) chosen(call *ast.CallExpr, codes []int) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		t := b.info.TypeOf(arg)
		if t == nil || !isInt(t) {
			return false
		}
		v := b.info.Types[arg].Value
		if v == nil {
			return true
		}
		code, ok := constant.Int64Val(constant.ToInt(v))
		return ok && slices.Contains(codes, int(code))
	})
}

// statusArg returns the expression that decides about the status of an error
// value, nil if there is none.
func (b *builder) statusArg(e ast.Expr) ast.Expr {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		fn, _ := b.target(e)
		if v, ok := b.makers[frameworks.FuncOf(fn)]; ok && !v.RPC && v.Status >= 0 && v.Status < len(e.Args) {
			return e.Args[v.Status]
		}
		if recv := arguments(b.info, e, nil, Receiver); recv != nil {
			return b.statusArg(recv[0]) // echo.NewHTTPError(..).SetInternal(err)
		}
	case *ast.CompositeLit:
		t, ok := b.made[frameworks.TypeOf(b.info.TypeOf(e))]
		if !ok {
			return nil
		}
		for _, elt := range b.elements(e) {
			if elt.field != nil && elt.field.Name() == t.Status {
				return elt.value
			}
		}
	}
	return nil
}

// sinksOf returns what a call sends.
func (b *builder) sinksOf(call *ast.CallExpr) []sink {
	if w, ok := b.responses.Primitive(call); ok {
		if k, ok := b.primitive(w, call); ok {
			return []sink{k}
		}
		return nil
	}
	var list []sink
	flows := b.flows(call)
	if flows == nil {
		return nil
	}
	s := &search{builder: b}
	for _, send := range flows.Sends {
		st, ok := s.given(send.Status, call, status{param: None, bound: anyStatus})
		if !ok {
			continue
		}
		list = append(list, sink{
			expr: call, raw: send.Raw, status: []status{st}, framework: send.Framework, carrier: b.typeNamed(send.Carrier),
			texts: arguments(b.info, call, b.signature(call), send.Param),
		})
	}
	return list
}

// primitive returns what a function of a framework sends.
func (b *builder) primitive(w frameworks.Writer, call *ast.CallExpr) (sink, bool) {
	k := sink{expr: call, raw: w.Kind == frameworks.BodyJSON}
	if w.Body == None || w.Body >= len(call.Args) || w.StatusOnly {
		return k, false
	}
	k.texts = call.Args[w.Body : w.Body+1]
	if w.FormatsBody || w.Kind == frameworks.BodyUnknown && w.UsesStatus {
		k.texts = call.Args[w.Body:]
	}
	st := status{param: None, bound: anyStatus}
	ok := true
	switch {
	case w.Fixed != 0:
		st, ok = st.resolved([]int{w.Fixed})
	case w.UsesStatus:
		st.how = statusImplicit
	case w.Status != None && w.Status < len(call.Args):
		st, ok = b.statusOf(call.Args[w.Status], st)
	default:
		ok = false
	}
	k.status = []status{st}
	return k, ok
}

// setsStatus returns the states before a node that sets the status which a
// later call sends, and ok if it does. Only what runs before until is looked
// at, if that is not nil.
func (s *search) setsStatus(n ast.Node, until ast.Expr, st state) (states []state, ok bool) {
	if _, deferred := n.(*ast.DeferStmt); deferred {
		return nil, false
	}
	done := false
	expr.EachCall(n, func(call *ast.CallExpr) {
		if done || call == until {
			done = done || call == until
			return
		}
		status, sets, known := s.statusSet(call, st.status)
		if !sets {
			return
		}
		states, ok = nil, true
		if known {
			next := st
			next.status = status
			states = []state{next}
		}
	})
	return states, ok
}

// statusSet returns the status that a call sets for those after it.
func (s *search) statusSet(call *ast.CallExpr, st status) (next status, sets, known bool) {
	if w, ok := s.responses.Primitive(call); ok {
		if !w.StatusOnly {
			return st, false, false
		}
		if w.Fixed != 0 {
			next, known = st.resolved([]int{w.Fixed})
			return next, true, known
		}
		if w.Status == None || w.Status >= len(call.Args) {
			return st, true, false
		}
		next, known = s.statusOf(call.Args[w.Status], st)
		return next, true, known
	}
	for _, o := range s.responses.Call(call) {
		if !o.StatusOnly || o.Status.Implicit {
			continue
		}
		next, known = s.outcomeStatus(o, st)
		return next, true, known
	}
	return st, false, false
}

func (s *search) outcomeStatus(o response.Outcome, st status) (status, bool) {
	switch {
	case len(o.Status.Codes) > 0:
		return st.resolved(o.Status.Codes)
	case o.Status.Param != None:
		st.how, st.param = statusParam, o.Status.Param
		return st, true
	}
	return st, false
}

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
		l := &Leak{Expr: k.expr, Kind: o.text.kind, Param: param, Fn: f.fn, Raw: o.text.raw, Carrier: k.carrier, Framework: k.framework, Returned: k.returned}
		if l.Kind == OfParam {
			l.Kind = OfError
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
	cur := b.values.At(n)
	return cur.Valid() && b.view.InDevelopment(cur)
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
