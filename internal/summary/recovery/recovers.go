package recovery

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Verdict is an answer that may be unknown.
type Verdict int

const (
	No Verdict = iota
	Maybe
	Yes
)

// Recovers reports whether call, when it is deferred, ends a panic of the
// function that defers it: whether the deferred function itself calls the
// builtin recover and does not panic again.
//
//	defer func() { recover() }()            // recovers
//	defer helper()                          // recovers, if helper calls recover itself
//	defer recover()                         // does not
//	defer func() { helper() }()             // does not: not called by the deferred function
//	defer func() { func() { recover() }() } // does not
func (r *Result) Recovers(call *ast.CallExpr) bool { return r.Deferred(call) == Yes }

// Deferred is Recovers with a third answer: Maybe, for a function value or an
// interface method of which the package does not tell what it is.
func (r *Result) Deferred(call *ast.CallExpr) Verdict {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.deferred(call)
}

func (r *Result) deferred(call *ast.CallExpr) Verdict {
	if r.isAnyBuiltin(call) {
		return No // defer recover(), defer close(c)
	}
	switch f := r.resolve(call.Fun).(type) {
	case *ast.FuncLit:
		return verdict(r.bodyRecovers(f.Body))
	case *ast.CallExpr: // defer Recover(logger)()
		return verdict(r.callReturnsRecoverer(f))
	default:
		if fn := r.function(f); fn != nil {
			return r.funcRecovers(fn)
		}
		return r.variableRecovers(f)
	}
}

func verdict(yes bool) Verdict {
	if yes {
		return Yes
	}
	return No
}

// funcRecovers decides about a function or method by its name.
func (r *Result) funcRecovers(fn *types.Func) Verdict {
	if r.tables.recoverers[frameworks.FuncOf(fn)] || r.recovers(fn).Recovers {
		return Yes
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		return r.interfaceRecovers(fn)
	}
	return No
}

// interfaceRecovers decides about an interface method by the methods of this
// package's types. An interface of another module (io.Closer, sync.Locker, a
// transaction) is not there to recover; one of the project's own may be.
func (r *Result) interfaceRecovers(method *types.Func) Verdict {
	if method.Pkg() == nil {
		return No // error.Error
	}
	for fn := range r.decls {
		if fn.Name() != method.Name() || fn.Signature().Recv() == nil || !r.recovers(fn).Recovers {
			continue
		}
		if types.Identical(fn.Signature().Params(), method.Signature().Params()) {
			return Yes
		}
	}
	if r.SameModule(method.Pkg()) && method.Signature().Results().Len() == 0 {
		return Maybe
	}
	return No
}

// variableRecovers decides about a call of a variable, field or element that
// does not resolve to a function.
func (r *Result) variableRecovers(e ast.Expr) Verdict {
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr:
	default:
		return No
	}
	t := r.info.TypeOf(e)
	if named := frameworks.TypeOf(t); named.Pkg == "context" {
		return No // a CancelFunc
	}
	if _, ok := t.Underlying().(*types.Signature); !ok || r.isNil(e) {
		return No
	}
	return Maybe
}

// callReturnsRecoverer reports whether call, which stands within the bodies of
// functions that are being looked at, returns a function that recovers.
func (r *Result) callReturnsRecoverer(call *ast.CallExpr, within ...*ast.BlockStmt) bool {
	switch f := r.resolve(call.Fun).(type) {
	case *ast.FuncLit:
		// A literal that calls itself through its variable returns nothing by that.
		return !slices.Contains(within, f.Body) && r.returnsRecoverer(f.Type, f.Body, within...)
	default:
		fn := r.function(f)
		return fn != nil && r.recovers(fn).Returns
	}
}

// bodyRecovers reports whether the function with that body ends a panic when it
// is deferred. A recover under a condition counts: when unsure, it recovers.
func (r *Result) bodyRecovers(body *ast.BlockStmt) bool {
	return r.callsRecover(body) && !r.repanics(body, nil)
}

// callsRecover reports whether the builtin is called in the body's own frame,
// which includes `defer recover()`, when the body is itself deferred, and the
// arguments of another deferred call, but not `go recover()`.
func (r *Result) callsRecover(body *ast.BlockStmt) bool {
	found := false
	ownNodes(body, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && r.isBuiltin(call, "recover") {
			found = true
		}
	})
	return found
}

// returnsRecoverer reports whether the function returns one that recovers.
func (r *Result) returnsRecoverer(typ *ast.FuncType, body *ast.BlockStmt, within ...*ast.BlockStmt) bool {
	within = append(slices.Clip(within), body)
	found := false
	r.returned(typ, body, func(e ast.Expr) {
		switch f := r.resolve(e).(type) {
		case *ast.FuncLit:
			found = found || r.bodyRecovers(f.Body)
		case *ast.CallExpr:
			found = found || r.callReturnsRecoverer(f, within...)
		default:
			if fn := r.function(f); fn != nil {
				found = found || r.funcRecovers(fn) == Yes
			}
		}
	})
	return found
}

// returned calls f with what the function returns as its one result, if that
// is a function or an interface.
func (r *Result) returned(typ *ast.FuncType, body *ast.BlockStmt, f func(ast.Expr)) {
	if typ.Results == nil || len(typ.Results.List) != 1 {
		return
	}
	switch r.info.TypeOf(typ.Results.List[0].Type).Underlying().(type) {
	case *types.Signature, *types.Interface:
	default:
		return
	}
	if r.busy[body] {
		return
	}
	r.busy[body] = true
	defer delete(r.busy, body)
	ownNodes(body, func(n ast.Node) {
		if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) == 1 {
			f(ret.Results[0])
		}
	})
}

// SameModule reports whether pkg belongs to the module of the package that is
// analysed. Drivers that do not tell the module are judged by the first
// elements of the import path.
func (r *Result) SameModule(pkg *types.Package) bool {
	if m := r.pass.Module; m != nil && m.Path != "" {
		return pkg.Path() == m.Path || strings.HasPrefix(pkg.Path(), m.Path+"/")
	}
	return module(pkg.Path()) == module(r.pass.Pkg.Path())
}

// module guesses the module of an import path: its host and two more elements,
// or its first element if that is no host.
func module(path string) string {
	elems := strings.SplitN(path, "/", 4)
	if !strings.Contains(elems[0], ".") || len(elems) < 3 {
		return elems[0]
	}
	return strings.Join(elems[:3], "/")
}
