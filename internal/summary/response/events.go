package response

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/jsonshape"
)

// eventOf says what a call does to the response; ok is false if nothing.
func (b *builder) eventOf(s *scope, call *ast.CallExpr) (e event, ok bool) {
	if b.info.Types[call.Fun].IsType() || b.info.Types[call.Fun].IsBuiltin() {
		return event{}, false
	}
	fn, lit := b.target(call)
	e = event{call: call, fn: fn}
	if lit != nil {
		e.insts = b.instantiate(s, call, b.scopeOf(lit).out)
		return b.record(e)
	}
	if fn == nil {
		if w, ok := b.writerVar(call); ok {
			e.insts = []inst{b.primitive(s, w, call)}
			return b.record(e)
		}
		e.kind = eventUnknown
		return e, b.hands(call)
	}
	if w, ok := b.writer(fn, call); ok {
		if !answers(w) {
			return event{}, false // it ends the handler
		}
		e.insts = []inst{b.primitive(s, w, call)}
		if w.OnFailure {
			b.onFailure(s, e)
			return event{}, false
		}
		return b.record(e)
	}
	if _, ok := b.encoderFor(frameworks.FuncOf(fn)); ok {
		return event{}, false // it is Encode that writes
	}
	if b.packages[frameworks.FuncOf(fn).Pkg] || frameworks.RunsNext(frameworks.FuncOf(fn)) {
		return b.frameworkEvent(e)
	}
	if decl := b.decls[fn]; decl != nil {
		e.insts = b.instantiate(s, call, b.scopeOf(decl).out)
		if len(e.insts) > 0 {
			return b.record(e)
		}
		e.kind = eventUnknown
		return e, b.handsClosure(call)
	}
	if w := b.fact(fn); w != nil {
		e.insts = b.instantiate(s, call, foreign(w))
		return b.record(e)
	}
	if !isInterface(fn) && (b.imports[fn.Pkg()] != nil || fn.Pkg() != nil && fn.Pkg().Path() == "net/http") {
		e.kind = eventUnknown
		return e, b.handsClosure(call) // its package was summarised: it writes nothing itself
	}
	e.kind = eventUnknown
	return e, b.hands(call)
}

func (b *builder) record(e event) (event, bool) {
	for _, in := range e.insts {
		b.result.calls[e.call] = append(b.result.calls[e.call], in.Outcome)
	}
	return e, len(e.insts) > 0
}

// answers reports whether the function of a row answers, or decides how.
func answers(w frameworks.Writer) bool {
	return w.Status != None || w.Fixed != 0 || w.UsesStatus || w.Errors || w.Kind != frameworks.BodyEmpty
}

// frameworkEvent says what a function of a framework that is no writer does.
func (b *builder) frameworkEvent(e event) (event, bool) {
	switch id := frameworks.FuncOf(e.fn); {
	case frameworks.AbortsChain(id):
		e.kind = eventAbort
		return e, true
	case frameworks.RunsNext(id):
		e.kind = eventNext
		return e, true
	case b.collect[id]:
		e.kind = eventUnknown // a middleware may answer for it
		return e, true
	}
	e.kind = eventUnknown
	return e, b.handsClosure(e.call)
}

// onFailure records a call that answers only when it fails.
func (b *builder) onFailure(s *scope, e event) {
	b.result.onFailure[e.call] = true
	b.writes = append(b.writes, &Write{Outcome: e.insts[0].Outcome, Call: e.call, Callee: e.fn, Func: s.node, Fn: s.fn, Traits: s.traits})
}

// fact returns the fact about a function of another package.
func (b *builder) fact(fn *types.Func) *Writes {
	if fn.Pkg() == b.pass.Pkg {
		return nil
	}
	w := new(Writes)
	if !b.pass.ImportObjectFact(fn, w) {
		return nil
	}
	return w
}

func foreign(w *Writes) []inst {
	var out []inst
	for _, o := range w.Outcomes {
		out = append(out, inst{Outcome: o, foreign: w})
	}
	return out
}

// hands reports whether a call is given a response, as an argument that can be
// written to or as its receiver.
func (b *builder) hands(call *ast.CallExpr) bool {
	sig, _ := b.info.TypeOf(call.Fun).(*types.Signature)
	for i, arg := range call.Args {
		if b.isResponse(b.info.TypeOf(arg)) && !isContextParam(sig, i) {
			return true
		}
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if s := b.info.Selections[sel]; s != nil && s.Kind() == types.MethodVal && b.isResponse(b.info.TypeOf(sel.X)) && !isInterfaceType(s.Recv()) {
			return true
		}
	}
	return b.handsClosure(call)
}

func isInterfaceType(t types.Type) bool { return types.IsInterface(t) }

// handsClosure reports whether a call is given a function literal that could
// write to the response.
func (b *builder) handsClosure(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		lit, ok := ast.Unparen(arg).(*ast.FuncLit)
		return ok && b.touches(lit.Body)
	})
}

// isContextParam reports whether the i-th parameter is a context.Context, to
// which gin's context is often handed: nobody writes a response through that.
func isContextParam(sig *types.Signature, i int) bool {
	return sig != nil && i < sig.Params().Len() && frameworks.TypeOf(sig.Params().At(i).Type()) == frameworks.Type{Pkg: "context", Name: "Context"}
}

// writer returns the row of the tables for a call of fn, if the call is about
// a response.
func (b *builder) writer(fn *types.Func, call *ast.CallExpr) (frameworks.Writer, bool) {
	id := frameworks.FuncOf(fn)
	recv := b.receiver(call)
	if w, ok := b.writers[id]; ok && id.Recv != "" {
		switch {
		case w.Part:
			return w, b.partOf(recv)
		case id.Recv == "ResponseWriter", b.responses[frameworks.Type{Pkg: id.Pkg, Name: id.Recv}]:
			return w, true // also when promoted from an embedded field
		}
	}
	if recv != nil && b.isResponse(b.info.TypeOf(recv)) {
		if b.decls[fn] != nil && b.carries(b.info.TypeOf(recv)) {
			return frameworks.Writer{}, false // a method of the project's own context
		}
		w, ok := b.writers[frameworks.Func{Pkg: "net/http", Recv: "ResponseWriter", Name: id.Name}]
		return w, ok
	}
	for _, enc := range b.encoders {
		if enc.Encode == id && recv != nil && b.encodesResponse(recv, enc) {
			return frameworks.Writer{Func: id, Status: None, Body: 0, Kind: enc.Kind, UsesStatus: true}, true
		}
	}
	if recv != nil && b.writesTo(recv) { // the writer of a body
		w, ok := b.writers[frameworks.Func{Pkg: "net/http", Recv: "ResponseWriter", Name: id.Name}]
		return w, ok
	}
	w, ok := b.writers[id]
	if !ok {
		return w, false
	}
	if w.StatusOnly { // render.Status(r, code)
		return w, true
	}
	return w, slices.ContainsFunc(call.Args, b.writesTo)
}

// writerVar returns the row of the tables for a function that is a variable of
// another package (render.Respond).
func (b *builder) writerVar(call *ast.CallExpr) (frameworks.Writer, bool) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return frameworks.Writer{}, false
	}
	v, ok := b.info.Uses[sel.Sel].(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil {
		return frameworks.Writer{}, false
	}
	w, ok := b.writers[frameworks.Func{Pkg: v.Pkg().Path(), Name: v.Name()}]
	return w, ok
}

// receiver returns the receiver of a method call.
func (b *builder) receiver(call *ast.CallExpr) ast.Expr {
	fun := ast.Unparen(call.Fun)
	if v := b.variable(fun); v != nil { // a method value
		if s, ok := b.only(v); ok && s.index == 0 {
			fun = ast.Unparen(s.expr)
		}
	}
	sel, ok := fun.(*ast.SelectorExpr)
	if !ok || b.info.Selections[sel] == nil {
		return nil
	}
	return sel.X
}

// encodesResponse reports whether e is an encoder made for a response.
func (b *builder) encodesResponse(e ast.Expr, enc frameworks.Encoder) bool {
	e = ast.Unparen(e)
	if v := b.variable(e); v != nil {
		s, ok := b.only(v)
		if !ok || s.index != 0 {
			return false
		}
		e = ast.Unparen(s.expr)
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	fn, _ := b.target(call)
	return frameworks.FuncOf(fn) == enc.New && b.writesTo(call.Args[0])
}

// primitive returns what a call of a function of the tables does.
func (b *builder) primitive(s *scope, w frameworks.Writer, call *ast.CallExpr) inst {
	b.result.tables[call] = w
	in := inst{Outcome: Outcome{
		Status: Status{Param: None},
		Body:   Body{Kind: w.Kind, Param: None, Shape: made(w)},
		Errors: w.Errors, Aborts: w.Aborts, Collects: w.Collects, Default: w.Default,
	}}
	if w.ProblemJSON {
		in.Body.ContentType = problemJSON
	}
	switch {
	case w.Fixed != 0:
		in.Status.Codes = []int{w.Fixed}
	case w.UsesStatus:
		in.Status.Implicit = true
	case w.Status != None && w.Status < len(call.Args):
		in.Status = b.status(s, call.Args[w.Status], 0)
	}
	in.StatusOnly, in.held = w.StatusOnly, w.Held
	switch {
	case w.Body != None && w.Body < len(call.Args):
		b.body(s, w, call, &in)
	case w.Key != "":
		b.stored(s, w, call, &in)
	}
	return in
}

// made returns the shape of the object that a function makes itself.
func made(w frameworks.Writer) jsonshape.Shape {
	if len(w.Keys) == 0 {
		return jsonshape.Shape{}
	}
	shape := jsonshape.Shape{Type: jsonshape.Object}
	for _, k := range w.Keys {
		name, optional := strings.CutSuffix(k, "?")
		shape.Keys = append(shape.Keys, jsonshape.Key{Name: name, Optional: optional})
	}
	return shape
}

// instantiate returns what a call does whose callee answers as out says.
func (b *builder) instantiate(s *scope, call *ast.CallExpr, out []inst) []inst {
	var insts []inst
	for _, in := range out {
		in.fixed = in.foreign != nil && in.Status.Param == None && in.Body.Param == None
		if p := in.Status.Param; p != None {
			in.Status = Status{Param: None}
			if arg := argument(call, p); arg != nil {
				in.Status = b.status(s, arg, 0)
			}
		}
		if p := in.Body.Param; p != None {
			arg := argument(call, p)
			contentType := in.Body.ContentType
			switch {
			case arg == nil:
				in.Body = Body{Param: None}
			case in.Body.Kind == frameworks.BodyJSON:
				in.byParam = true
				in.Body = b.json(s, arg)
			default:
				c := b.content(s, arg, 0)
				in.byParam = c.kind != in.Body.Kind || in.origin == nil
				in.Body = c.body()
			}
			in.Body.ContentType = contentType
		}
		insts = append(insts, in)
	}
	return insts
}

// argument returns the argument for the parameter with index i.
func argument(call *ast.CallExpr, i int) ast.Expr {
	if i >= len(call.Args) {
		return nil
	}
	return call.Args[i]
}
