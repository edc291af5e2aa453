package origins

import (
	"go/ast"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// memo is what has been asked of the package, which no trial changes.
type memo struct {
	sourcesOf map[ast.Expr][]values.Value
	inDev     map[devKey]bool
	requests  map[types.Type]bool
	funcs     map[*types.Func]libraryFunc
}

type devKey struct {
	tag, e ast.Expr
	holds  bool
}

func newMemo() memo {
	return memo{
		sourcesOf: make(map[ast.Expr][]values.Value), inDev: make(map[devKey]bool),
		requests: make(map[types.Type]bool), funcs: make(map[*types.Func]libraryFunc),
	}
}

// valuesOf is View.Sources.
func (e *Evaluator) valuesOf(x ast.Expr) []values.Value {
	vals, known := e.sourcesOf[x]
	if !known {
		vals = e.view.Sources(x)
		e.sourcesOf[x] = vals
	}
	return vals
}

// tellsDevelopment reports whether x, or tag == x, holds in development only, or
// fails there only.
func (e *Evaluator) tellsDevelopment(tag, x ast.Expr, holds bool) bool {
	key := devKey{tag, x, holds}
	is, known := e.inDev[key]
	if !known {
		c := values.Condition{Expr: x, Holds: holds}
		if tag != nil {
			c = values.Condition{Expr: tag, Cases: []ast.Expr{x}, Holds: holds}
		}
		is = e.view.Development(c)
		e.inDev[key] = is
	}
	return is
}

// isRequestType reports whether values of t belong to a request.
func (e *Evaluator) isRequestType(t types.Type) bool {
	is, known := e.requests[t]
	if !known {
		id := frameworks.TypeOf(t)
		is = id.Pkg == "net/http" || id == frameworks.Type{Pkg: "context", Name: "Context"} ||
			frameworks.IsContext(id)
		e.requests[t] = is
	}
	return is
}

// libraryOf returns how a function of another package is evaluated, or nil.
func (e *Evaluator) libraryOf(fn *types.Func) libraryFunc {
	f, known := e.funcs[fn]
	if !known {
		f = e.library[name(fn)]
		e.funcs[fn] = f
	}
	return f
}
