package errortext

import (
	"go/ast"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// mutated returns the states before a node whose calls put texts into the
// place that is looked for.
func (s *search) mutated(n ast.Node, st state) ([]state, bool) {
	if st.text.found {
		return nil, false
	}
	var states []state
	changed := false
	for _, call := range s.callsIn(n) {
		parts, ok := s.stored(call, st.text.place)
		if !ok {
			continue
		}
		if !changed {
			states = append(states, st) // what was there before stays
		}
		changed = true
		states = append(states, s.replace(st, parts)...)
	}
	return states, changed
}

// callsIn returns the calls that run with a node of a graph, in their order.
func (b *builder) callsIn(n ast.Node) []*ast.CallExpr {
	calls, known := b.calls[n]
	if !known {
		expr.EachCall(n, func(call *ast.CallExpr) { calls = append(calls, call) })
		b.calls[n] = calls
	}
	return calls
}

// stored returns the texts that a call puts into a place; ok is false if none.
func (s *search) stored(call *ast.CallExpr, p place) (parts []part, ok bool) {
	into := func(e ast.Expr) bool {
		q, _, ok := s.placeOf(e)
		return ok && q.v == p.v && (q.part == "" || p.part == "" || q.part == p.part)
	}
	fn, _ := s.target(call)
	recv := arguments(s.info, call, nil, Receiver)
	switch id := frameworks.FuncOf(fn); {
	case id == frameworks.Func{Pkg: "runtime", Name: "Stack"}:
		if len(call.Args) > 0 && into(call.Args[0]) {
			return []part{{found: true, kind: OfStack, said: call}}, true
		}
		return nil, false
	case recv != nil && slices.Contains(buffers, frameworks.Type{Pkg: id.Pkg, Name: id.Recv}):
		if into(recv[0]) {
			return s.evalAll(call.Args), len(call.Args) > 0
		}
		return nil, false
	case recv != nil && slices.Contains(encoders, id):
		if maker, ok := ast.Unparen(recv[0]).(*ast.CallExpr); ok && len(maker.Args) > 0 && into(maker.Args[0]) {
			return s.evalAll(call.Args), true
		}
		if len(call.Args) > 1 && into(call.Args[0]) { // a template
			return s.evalAll(call.Args[1:]), true
		}
		return nil, false
	case slices.Contains(printers, id):
		if len(call.Args) > 1 && into(call.Args[0]) {
			return s.evalAll(call.Args[1:]), true
		}
		return nil, false
	case id == frameworks.Func{Pkg: "errors", Name: "As"}:
		if len(call.Args) == 2 && into(call.Args[1]) {
			return s.eval(call.Args[0]), true
		}
		return nil, false
	}
	flows := s.flows(call)
	if flows == nil {
		return nil, false
	}
	for _, store := range flows.Stores {
		to := arguments(s.info, call, s.signature(call), store.To)
		if !slices.ContainsFunc(to, into) {
			continue
		}
		parts, ok = append(parts, s.evalAll(arguments(s.info, call, s.signature(call), store.From))...), true
	}
	return parts, ok
}

func (b *builder) evalAll(list []ast.Expr) []part {
	var parts []part
	for _, e := range list {
		parts = append(parts, b.eval(e)...)
	}
	return parts
}

var (
	// buffers are types whose methods keep what they are given.
	buffers = []frameworks.Type{{Pkg: "strings", Name: "Builder"}, {Pkg: "bytes", Name: "Buffer"}, {Pkg: "bufio", Name: "Writer"}}

	// encoders are methods that write to what their receiver was made for, or to
	// their first argument.
	encoders = []frameworks.Func{
		{Pkg: "encoding/json", Recv: "Encoder", Name: "Encode"}, {Pkg: "encoding/xml", Recv: "Encoder", Name: "Encode"},
		{Pkg: "html/template", Recv: "Template", Name: "Execute"}, {Pkg: "html/template", Recv: "Template", Name: "ExecuteTemplate"},
		{Pkg: "text/template", Recv: "Template", Name: "Execute"}, {Pkg: "text/template", Recv: "Template", Name: "ExecuteTemplate"},
	}

	// printers write to their first argument.
	printers = []frameworks.Func{
		{Pkg: "fmt", Name: "Fprint"}, {Pkg: "fmt", Name: "Fprintf"}, {Pkg: "fmt", Name: "Fprintln"}, {Pkg: "io", Name: "WriteString"},
	}
)
