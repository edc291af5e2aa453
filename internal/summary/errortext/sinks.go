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
)

// sink is something that sends texts to the client.
type sink struct {
	expr   ast.Expr
	texts  []ast.Expr
	raw    bool // values are encoded
	status []status

	carrier   *types.TypeName // the type of the value of which a response is made
	framework string          // that makes it
	returned  bool            // it is an error like any other
	via       *types.Func     // the project's function that is given the error and sends its text
}

// sinks looks at what a node sends.
func (b *builder) sinks(f *function, flows *Flows, block *cfg.Block, i int, n ast.Node) {
	if _, ok := n.(*ast.DeferStmt); ok {
		return
	}
	for _, call := range b.callsIn(n) {
		for _, k := range b.sinksOf(call) {
			b.send(f, flows, block, i, n, k)
		}
	}
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
				k.via = b.errorTaker(call, c.Param)
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
			via: b.errorTaker(call, send.Param), expr: call, raw: send.Raw, status: []status{st}, framework: send.Framework, carrier: b.typeNamed(send.Carrier),
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
