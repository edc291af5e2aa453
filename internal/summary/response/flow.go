package response

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// scope is one function declaration or literal and what is learnt of it.
type scope struct {
	node   ast.Node
	fn     *types.Func // of a declaration
	sig    *types.Signature
	body   *ast.BlockStmt
	traits *Traits
	out    []inst // in which ways it answers
	busy   bool   // being summarised: it calls itself

	graph  *cfg.CFG
	events map[*cfg.Block][]event
	// deferred: a deferred call can write too, after everything else.
	deferred bool
}

// inst is an outcome as it is known at one place, and the Write behind it.
type inst struct {
	Outcome
	origin *Write // of this package; nil for a framework's function or a fact
	// byParam: it was a parameter of the callee that decided about the body,
	// and this call decides about it.
	byParam bool
	foreign *Writes // the fact that it comes from
	// fixed: the callee of another package decides about status and body.
	fixed bool
	// settled: no Write stands for it, and no caller makes one of it.
	settled bool
	// held: the status is lost unless a body follows.
	held bool
}

type eventKind int

const (
	eventAnswer  eventKind = iota // has insts
	eventUnknown                  // can write anything
	eventAbort                    // gin: Next runs nothing from here on
	eventNext                     // gin: runs the handlers behind
)

// event is a call that does something to the response.
type event struct {
	kind  eventKind
	call  *ast.CallExpr
	fn    *types.Func
	insts []inst
}

// summarise summarises every function of the package.
func (b *builder) summarise() {
	for _, f := range b.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Body != nil {
					b.scopeOf(n)
				}
			case *ast.FuncLit:
				b.scopeOf(n)
			}
			return true
		})
	}
}

// scopeOf returns the summary of a *ast.FuncDecl or *ast.FuncLit. Of a function
// that is being summarised it returns what is known by then.
func (b *builder) scopeOf(node ast.Node) *scope {
	if s := b.sums[node]; s != nil {
		return s
	}
	s := &scope{node: node, busy: true, events: make(map[*cfg.Block][]event)}
	b.sums[node] = s
	switch n := node.(type) {
	case *ast.FuncDecl:
		s.fn, _ = b.info.Defs[n.Name].(*types.Func)
		s.body = n.Body
		if s.fn != nil {
			s.sig = s.fn.Signature()
		}
	case *ast.FuncLit:
		s.body = n.Body
		s.sig, _ = b.info.TypeOf(n).(*types.Signature)
	}
	if s.sig == nil || b.wraps(s) {
		return s // what a wrapper of a response does is what its user asked for
	}
	s.traits = b.traitsOf(node)
	s.graph = cfg.New(s.body, b.mayReturn)
	active := false
	for _, block := range s.graph.Blocks {
		if !block.Live {
			continue
		}
		for _, n := range block.Nodes {
			s.events[block] = append(s.events[block], b.eventsOf(s, n)...)
		}
		active = active || len(s.events[block]) > 0
	}
	if active {
		b.textSurface(s)
		b.outcomes(s)
	}
	s.busy = false
	return s
}

// wraps reports whether s is one of the methods by which a type is a response
// writer. Its other methods are helpers.
func (b *builder) wraps(s *scope) bool {
	if s.fn == nil || s.sig.Recv() == nil || !b.isResponse(s.sig.Recv().Type()) {
		return false
	}
	return slices.Contains([]string{"WriteHeader", "Write", "WriteString", "WriteHeaderNow", "ReadFrom", "Flush"}, s.fn.Name())
}

// mayReturn knows the functions of the standard library, and of the tables,
// that do not return.
func (b *builder) mayReturn(call *ast.CallExpr) bool {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		builtin, ok := b.info.Uses[fun].(*types.Builtin)
		return !ok || builtin.Name() != "panic"
	case *ast.SelectorExpr:
		fn, _ := b.info.Uses[fun.Sel].(*types.Func)
		switch id := frameworks.FuncOf(fn); id {
		case frameworks.Func{Pkg: "os", Name: "Exit"}, frameworks.Func{Pkg: "runtime", Name: "Goexit"},
			frameworks.Func{Pkg: "log", Name: "Fatal"}, frameworks.Func{Pkg: "log", Name: "Fatalf"}, frameworks.Func{Pkg: "log", Name: "Fatalln"}:
			return false
		default:
			return !b.writers[id].Exits
		}
	}
	return true
}

// eventsOf returns the events of a node of the control flow graph, in the order
// in which they happen.
func (b *builder) eventsOf(s *scope, n ast.Node) []event {
	var events []event
	switch n := n.(type) {
	case *ast.DeferStmt:
		if b.touches(n.Call) && !b.recovers(n.Call) {
			s.deferred = true
		}
		return nil
	case *ast.GoStmt:
		if b.touches(n.Call) {
			s.deferred = true // some time
		}
		return nil
	}
	var stack []ast.Node
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil {
			call, ok := stack[len(stack)-1].(*ast.CallExpr)
			stack = stack[:len(stack)-1]
			if ok {
				if e, ok := b.eventOf(s, call); ok {
					events = append(events, e)
				}
			}
			return true
		}
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		stack = append(stack, n)
		return true
	})
	return events
}

// recovers reports whether a deferred call is of a literal that recovers: what
// it writes, it writes after a panic.
func (b *builder) recovers(call *ast.CallExpr) bool {
	found := false
	lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit)
	if !ok {
		return false
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			bi, ok := b.info.Uses[id].(*types.Builtin)
			found = found || ok && bi.Name() == "recover"
		}
		return !found
	})
	return found
}

// touches reports whether n mentions a response.
func (b *builder) touches(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			if v, ok := b.info.Uses[id].(*types.Var); ok && b.isResponse(v.Type()) {
				found = true
			}
		}
		return !found
	})
	return found
}

// outcomes follows each path of the function from where it sets a status to
// where it writes a body, and records how the function answers.
func (b *builder) outcomes(s *scope) {
	sets := false
	for _, events := range s.events {
		for _, e := range events {
			sets = sets || slices.ContainsFunc(e.insts, func(i inst) bool { return i.StatusOnly })
		}
	}
	for _, block := range s.graph.Blocks {
		for i, e := range s.events[block] {
			for _, in := range e.insts {
				switch {
				case in.StatusOnly:
					b.statusOnly(s, block, i, e, in)
				case !in.Status.Implicit:
					b.answer(s, e, nil, in)
				case !sets:
					s.add(in) // a body with the caller's status
					b.implicit(s, e, in)
				}
			}
		}
	}
}

// implicit records a body of JSON that a handler sends with the status 200,
// which nothing sets.
func (b *builder) implicit(s *scope, e event, in inst) {
	if in.Body.Kind != frameworks.BodyJSON || !in.Body.Shape.Known() || in.origin != nil || !b.isHandler(s.sig) {
		return
	}
	w := &Write{Outcome: in.Outcome, Call: e.call, Callee: e.fn, Func: s.node, Fn: s.fn, Traits: s.traits}
	w.Status = Status{Codes: []int{200}, Param: None}
	b.result.Implicit = append(b.result.Implicit, w)
}

// textSurface notes that the function answers with plain text by intention: it
// declares the type, and sends text also when all went well.
func (b *builder) textSurface(s *scope) {
	if !slices.ContainsFunc(s.traits.ContentTypes, func(c string) bool { return strings.HasPrefix(c, "text/plain") }) {
		return
	}
	f := follow{b: b, s: s, visited: make(map[*cfg.Block]bool)}
	f.from(s.graph.Blocks[0], 0, false)
	for _, body := range f.bodies {
		in := body.inst
		if (in.Body.Kind == frameworks.BodyText || in.Body.Kind == frameworks.BodyUnknown) && (in.Status.Implicit || !in.Status.MayBeError()) {
			s.traits.surface("text")
		}
	}
}

// statusOnly handles a call that sets a status and leaves the body to later
// ones.
func (b *builder) statusOnly(s *scope, block *cfg.Block, i int, e event, in inst) {
	f := follow{b: b, s: s, visited: make(map[*cfg.Block]bool), helper: in.origin != nil}
	f.from(block, i+1, in.Aborts)
	bodies := len(f.bodies) > 0
	switch {
	case f.unknown || f.exit && s.deferred:
		b.use(s, e, in, true)
		in.Outcome = Outcome{Status: in.Status, Body: Body{Param: None}}
		in.origin, in.settled = nil, true
		s.add(in)
	case !bodies && !f.exit:
		b.use(s, e, in, !f.helper) // every path panics, or sets another status
	case !bodies:
		in.Aborts = in.Aborts || f.aborted
		b.answer(s, e, nil, in)
	default:
		b.use(s, e, in, true)
		for _, body := range f.bodies {
			out := body.inst
			out.Status, out.StatusOnly = in.Status, false
			out.Collects = out.Collects || in.Collects
			b.answer(s, body.event, e.call, out)
		}
	}
}

// follow collects what can be written to the response after a status was set.
type follow struct {
	b       *builder
	s       *scope
	visited map[*cfg.Block]bool
	bodies  []followed
	exit    bool // there is a path without a body
	aborted bool // and on it gin's chain is aborted
	unknown bool
	// helper: the status was set by a helper that may not have answered. A
	// status set after it is on the path on which it did not.
	helper bool
}

type followed struct {
	event event
	inst  inst
}

func (f *follow) from(block *cfg.Block, i int, aborted bool) {
	for _, e := range f.s.events[block][min(i, len(f.s.events[block])):] {
		switch e.kind {
		case eventAbort:
			aborted = true
		case eventNext:
			if !aborted {
				f.unknown = true
				return
			}
		case eventUnknown:
			f.unknown = true
			return
		case eventAnswer:
			if f.helper && !slices.ContainsFunc(e.insts, func(in inst) bool { return in.Status.Implicit }) {
				return
			}
			if slices.ContainsFunc(e.insts, func(in inst) bool { return in.StatusOnly }) {
				f.unknown = true // another status; that call speaks for itself
				return
			}
			for _, in := range e.insts {
				f.bodies = append(f.bodies, followed{e, in})
			}
			return
		}
	}
	for _, next := range block.Succs {
		if !f.visited[next] {
			f.visited[next] = true
			f.from(next, 0, aborted)
		}
	}
	if len(block.Succs) == 0 {
		if n := len(block.Nodes); n > 0 && block.Return() == nil && f.b.endsInPanic(block.Nodes[n-1]) {
			return
		}
		if !f.exit {
			f.aborted = aborted
		}
		f.exit, f.aborted = true, f.aborted && aborted
	}
}

// endsInPanic reports whether a block without successors that ends in n does so
// because n does not return; the end of the function's body is the other case,
// and so are the functions with which a handler ends.
func (b *builder) endsInPanic(n ast.Node) bool {
	stmt, ok := n.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := stmt.X.(*ast.CallExpr)
	if !ok || b.mayReturn(call) {
		return false
	}
	fn, _ := b.target(call)
	return !b.writers[frameworks.FuncOf(fn)].Exits
}

// add records a way in which the function answers its caller.
func (s *scope) add(in inst) {
	for _, old := range s.out {
		if old.origin == in.origin && sameOutcome(old.Outcome, in.Outcome) {
			return
		}
	}
	s.out = append(s.out, in)
}

func sameOutcome(a, b Outcome) bool {
	return a.Status.Param == b.Status.Param && a.Status.Implicit == b.Status.Implicit && slices.Equal(a.Status.Codes, b.Status.Codes) &&
		a.Body.Kind == b.Body.Kind && a.Body.Param == b.Body.Param && a.Body.ContentType == b.Body.ContentType && a.Body.Shape.Equal(b.Body.Shape) &&
		a.StatusOnly == b.StatusOnly && a.Errors == b.Errors && a.Judged == b.Judged && a.Aborts == b.Aborts && a.Collects == b.Collects && a.Default == b.Default
}

// answer records that the call of e answers as in says, with the status of
// statusCall if that is another call.
func (b *builder) answer(s *scope, e event, statusCall *ast.CallExpr, in inst) {
	w := &Write{
		Outcome: in.Outcome, Call: e.call, StatusCall: statusCall, Callee: e.fn,
		Func: s.node, Fn: s.fn, Traits: s.traits,
		pending: in.StatusOnly, held: in.held,
	}
	switch {
	case in.origin != nil && !in.byParam && !in.Status.Implicit && statusCall == nil:
		// The helper decides; this call may decide about the status.
		w.Foreign = true
		in.origin.uses = append(in.origin.uses, use{write: w})
		s.add(in)
		return
	case in.fixed && len(in.foreign.Outcomes) > 1 && statusCall == nil:
		// Not a helper that answers an error, but something that can fail.
		s.add(inst{Outcome: in.Outcome, settled: true})
		return
	case in.settled:
		s.add(in)
		return
	case in.foreign != nil && !in.byParam:
		w.Foreign, w.OtherModule = true, in.foreign.Module != b.module()
	}
	w.helper = w.Status.Param != None || w.Body.Param != None
	b.writes = append(b.writes, w)
	in.origin, in.byParam, in.foreign = w, false, nil
	s.add(in)
}

// use records a call of a helper that sets a status and leaves the body out.
func (b *builder) use(s *scope, e event, in inst, followed bool) {
	if in.origin != nil {
		in.origin.uses = append(in.origin.uses, use{write: &Write{Outcome: in.Outcome, Call: e.call, Callee: e.fn, Func: s.node, Fn: s.fn, Traits: s.traits}, followed: followed})
	}
}

// settle decides which writes are error responses, now that all calls of the
// package's helpers are known.
func (b *builder) settle() {
	var more []*Write
	for _, w := range b.writes {
		errors, others := w.split()
		w.ended = !w.pending || !w.held && b.ends(w)
		switch {
		case !w.ended:
			w.Error = false
		case w.Errors:
			w.Error = w.Status.MayBeError()
		case !w.helper || w.Status.IsError() && !others:
			w.Error = w.Status.IsError()
		case len(errors) > 0 && !others:
			w.Error = true
		case len(errors) > 0:
			// The helper is for other responses too: its callers choose.
			for _, u := range errors {
				u.write.Error, u.write.Foreign = true, false
				more = append(more, u.write)
			}
		}
		if !w.Foreign {
			w.Judged = w.Error
		}
		if len(errors) > 0 && !others {
			for _, u := range errors {
				w.Calls = append(w.Calls, u.write.Call)
			}
		}
		for range errors {
			b.result.Errors[w.Body.Kind]++
		}
		if w.Error && len(errors) == 0 {
			b.result.Errors[w.Body.Kind]++
		}
	}
	b.result.Writes = slices.Concat(b.writes, more)
}

// split returns the uses of a helper with an error's status, and whether there
// are uses of another kind.
func (w *Write) split() (errors []use, others bool) {
	for _, u := range w.uses {
		switch {
		case u.write.Body.Kind != w.Body.Kind:
			others = true // a text that is JSON or a page
		case u.write.Status.IsError():
			errors = append(errors, u)
		case !u.write.Status.MayBeError():
			others = true
		}
	}
	return errors, others
}

// ends reports whether no caller writes a body after w: the function is a
// handler, or all its calls are known.
func (b *builder) ends(w *Write) bool {
	if slices.ContainsFunc(w.uses, func(u use) bool { return u.followed }) {
		return false
	}
	return len(w.uses) > 0 || b.isHandler(b.sums[w.Func].sig)
}
