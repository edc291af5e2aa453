package errortext

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

var (
	writeHeader = frameworks.Func{Pkg: "net/http", Recv: "ResponseWriter", Name: "WriteHeader"}

	// writes are the functions that fail only when the connection to the client
	// has: nobody is left to read what that says. The others fail also at what
	// they write: io.Copy reads it, a template makes it.
	writes = []frameworks.Func{
		{Pkg: "net/http", Recv: "ResponseWriter", Name: "Write"},
		{Pkg: "net/http", Recv: "ResponseWriter", Name: "WriteString"},
		{Pkg: "io", Name: "WriteString"},
		{Pkg: "fmt", Name: "Fprint"},
		{Pkg: "fmt", Name: "Fprintln"},
		{Pkg: "fmt", Name: "Fprintf"},
	}
)

// unread reports whether the error of a call says only that the client is gone.
func (b *builder) unread(call *ast.CallExpr) bool {
	w, ok := b.responses.Primitive(call)
	return ok && slices.Contains(writes, w.Func)
}

// begun reports whether a call that names its status itself comes too late: on
// all paths to it, the response has begun with a status that is no server's
// error, and that one the client gets.
func (b *builder) begun(f *function, block *cfg.Block, i int, k sink) bool {
	call, ok := k.expr.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	if w, ok := b.responses.Primitive(call); !ok || w.UsesStatus || w.Pkg != writeHeader.Pkg {
		return false
	}
	v := expr.Var(b.info, call.Args[0])
	if v == nil {
		return false
	}
	seen := make(map[*cfg.Block]bool)
	var before func(block *cfg.Block, i int) bool
	before = func(block *cfg.Block, i int) bool {
		for _, n := range slices.Backward(block.Nodes[:i]) {
			if b.begins(n, v) {
				return true
			}
		}
		if block == f.graph.Blocks[0] {
			return false
		}
		for _, pred := range f.preds[block] {
			if !seen[pred] {
				seen[pred] = true
				if !before(pred, len(pred.Nodes)) {
					return false
				}
			}
		}
		return true
	}
	return before(block, i)
}

// begins reports whether a node begins the response in v with a status that is
// no server's error.
func (b *builder) begins(n ast.Node, v *types.Var) bool {
	return slices.ContainsFunc(b.callsIn(n), func(call *ast.CallExpr) bool {
		w, ok := b.responses.Primitive(call)
		if !ok || w.Func != writeHeader || len(call.Args) != 1 {
			return false
		}
		recv := arguments(b.info, call, nil, Receiver)
		status := b.info.Types[call.Args[0]].Value
		if recv == nil || expr.Var(b.info, recv[0]) != v || status == nil {
			return false
		}
		code, exact := constant.Int64Val(constant.ToInt(status))
		return exact && code >= 200 && code < 500
	})
}
