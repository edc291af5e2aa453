package recovery

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// CallsRecover reports whether the builtin is called in the body's own frame.
func (r *Result) CallsRecover(body *ast.BlockStmt) bool { return r.callsRecover(body) }

// Texts tells which expressions of one body carry the text of a panic.
type Texts struct {
	r     *Result
	value map[types.Object]bool // variables that hold the recovered value or its text
	about map[types.Object]bool // variables that say something about it: an ok
}

// Texts returns what carries the text of a panic in the body of a function that
// recovers, or that is given the recovered value as one of seeds.
func (r *Result) Texts(body *ast.BlockStmt, seeds ...types.Object) *Texts {
	t := &Texts{r: r, value: make(map[types.Object]bool), about: make(map[types.Object]bool)}
	for _, s := range seeds {
		t.value[s] = true
	}
	for range 2 { // passes: assignments are nearly always in order
		ownNodes(body, func(n ast.Node) {
			switch n := n.(type) {
			case *ast.AssignStmt:
				t.assign(n)
			case *ast.TypeSwitchStmt:
				t.typeSwitch(n)
			}
		})
	}
	return t
}

func (t *Texts) assign(as *ast.AssignStmt) {
	for i, lhs := range as.Lhs {
		id, ok := lhs.(*ast.Ident)
		if !ok || len(as.Rhs) != len(as.Lhs) && len(as.Rhs) != 1 {
			continue
		}
		obj := t.r.info.ObjectOf(id)
		rhs := as.Rhs[min(i, len(as.Rhs)-1)]
		if obj == nil || !t.mentions(rhs) {
			continue
		}
		t.about[obj] = true
		if (len(as.Rhs) == len(as.Lhs) || i == 0) && t.Carries(rhs) {
			t.value[obj] = true
		}
	}
}

// typeSwitch looks at `switch e := v.(type)`: each clause has an object of its
// own.
func (t *Texts) typeSwitch(sw *ast.TypeSwitchStmt) {
	if !t.mentions(sw.Assign) {
		return
	}
	for _, c := range sw.Body.List {
		c := c.(*ast.CaseClause)
		obj := t.r.info.Implicits[c]
		if obj == nil {
			continue
		}
		t.about[obj] = true
		if anyText(obj.Type()) {
			t.value[obj] = true
		}
	}
}

// anyText reports whether a value of that type may say anything: a text, or an
// error of whatever kind. A type of the project's own is a panic on purpose,
// with what is meant to be sent.
func anyText(typ types.Type) bool {
	switch u := types.Unalias(typ).(type) {
	case *types.Basic, *types.Interface:
		return true
	case *types.Named:
		return u.Obj().Pkg() == nil || frameworks.TypeOf(u) == frameworks.Type{Pkg: "runtime", Name: "Error"} || frameworks.TypeOf(u) == frameworks.Type{Pkg: "fmt", Name: "Stringer"}
	}
	return false
}

// mentions reports whether n speaks of the recovered value.
func (t *Texts) mentions(n ast.Node) bool {
	found := false
	ownNodes(n, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Ident:
			obj := t.r.info.ObjectOf(n)
			found = found || t.value[obj] || t.about[obj]
		case *ast.CallExpr:
			found = found || t.r.isBuiltin(n, "recover")
		}
	})
	return found
}

// About reports whether a condition is about the recovered value. What is sent
// under another one, a debug flag, is somebody's choice.
func (t *Texts) About(cond ast.Expr) bool { return t.mentions(cond) }

// Carries reports whether the value of e has the panic's text in it.
func (t *Texts) Carries(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		return t.value[t.r.info.ObjectOf(x)]
	case *ast.BinaryExpr:
		return x.Op == token.ADD && (t.Carries(x.X) || t.Carries(x.Y))
	case *ast.UnaryExpr:
		return t.Carries(x.X)
	case *ast.StarExpr:
		return t.Carries(x.X)
	case *ast.IndexExpr:
		return t.Carries(x.X)
	case *ast.SliceExpr:
		return t.Carries(x.X)
	case *ast.TypeAssertExpr:
		return x.Type != nil && t.Carries(x.X) && anyText(t.r.info.TypeOf(x.Type))
	case *ast.KeyValueExpr:
		return t.Carries(x.Value)
	case *ast.CompositeLit:
		return t.any(x.Elts)
	case *ast.CallExpr:
		return t.callCarries(x)
	}
	return false
}

func (t *Texts) any(list []ast.Expr) bool {
	for _, e := range list {
		if t.Carries(e) {
			return true
		}
	}
	return false
}

// callCarries reports whether a call returns the panic's text: a conversion,
// what makes texts and errors, the text of an error.
func (t *Texts) callCarries(call *ast.CallExpr) bool {
	if t.r.isBuiltin(call, "recover") {
		return true
	}
	if t.r.info.Types[call.Fun].IsType() {
		return t.any(call.Args)
	}
	fn, _ := typeutil.Callee(t.r.info, call).(*types.Func)
	if fn == nil {
		return false
	}
	if fn.Signature().Recv() != nil && len(call.Args) == 0 && (fn.Name() == "Error" || fn.Name() == "String") {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		return ok && t.Carries(sel.X)
	}
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "fmt", "errors", "strings":
		return t.any(call.Args)
	}
	return false
}

// Wrapping is a middleware that recovers for what it wraps.
type Wrapping struct {
	Defer *ast.DeferStmt // of the recover
	// Silent: it answers nothing, so that the client sees an empty 200.
	Silent bool
	// Swallows: it does not tell http.ErrAbortHandler from other panics.
	Swallows bool
}

// Wrapping returns how a function with that type and body recovers for the
// handler that it calls; false if it does not, or not in its own frame.
func (r *Result) Wrapping(typ *ast.FuncType, body *ast.BlockStmt) (w Wrapping, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if typ.Results != nil || !r.takesWriter(typ) {
		return w, false
	}
	wraps, answers := false, false
	ownNodes(body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.DeferStmt:
			if r.deferred(n.Call) == Yes && w.Defer == nil {
				w.Defer = n
			}
			answers = answers || r.mayAnswer(n)
		case *ast.CallExpr:
			wraps = wraps || w.Defer != nil && r.callsNext(n)
		}
	})
	if w.Defer == nil || !wraps {
		return w, false
	}
	w.Silent = !answers
	lit, isLit := ast.Unparen(w.Defer.Call.Fun).(*ast.FuncLit)
	w.Swallows = isLit && !r.speaksOfAbort(lit)
	return w, true
}

// takesWriter reports whether a function is given what a response is written
// with: an http.ResponseWriter, or gin's context.
func (r *Result) takesWriter(typ *ast.FuncType) bool {
	for _, field := range typ.Params.List {
		switch frameworks.TypeOf(r.info.TypeOf(field.Type)) {
		case frameworks.Type{Pkg: "net/http", Name: "ResponseWriter"}, frameworks.Type{Pkg: "github.com/gin-gonic/gin", Name: "Context"}:
			return true
		}
	}
	return false
}

// mayAnswer reports whether a deferred call can have to do with the response:
// it uses what requests are served with, it sets a variable, calls one, panics
// or calls a method of something that could hold the response.
func (r *Result) mayAnswer(d *ast.DeferStmt) bool {
	lit, ok := ast.Unparen(d.Call.Fun).(*ast.FuncLit)
	if !ok {
		fn := r.function(r.resolve(d.Call.Fun))
		return fn == nil || fn.Signature().Recv() != nil || len(d.Call.Args) > 0
	}
	found := false
	ast.Inspect(lit, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			v, ok := r.info.Uses[n].(*types.Var)
			found = found || ok && !v.IsField() && r.servesWith(v.Type())
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				id, ok := lhs.(*ast.Ident)
				found = found || !ok || n.Tok != token.DEFINE && id.Name != "_" && !within(lit, r.info.ObjectOf(id))
			}
		case *ast.CallExpr:
			switch typeutil.Callee(r.info, n).(type) {
			case *types.Func:
			case *types.Builtin:
				found = found || r.isBuiltin(n, "panic")
			default:
				found = found || !r.info.Types[n.Fun].IsType()
			}
		case *ast.SendStmt:
			found = true
		}
		return !found
	})
	return found
}

func within(n ast.Node, obj types.Object) bool {
	return obj != nil && n.Pos() <= obj.Pos() && obj.Pos() < n.End()
}

// servesWith reports whether a response could be written with a value of that
// type: a framework's context other than the request, or what has a
// WriteHeader.
func (r *Result) servesWith(t types.Type) bool {
	id := frameworks.TypeOf(t)
	if id == (frameworks.Type{Pkg: "net/http", Name: "Request"}) {
		return false
	}
	if frameworks.IsContext(id) {
		return true
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, r.pass.Pkg, "WriteHeader")
	_, ok := obj.(*types.Func)
	return ok
}

// SpeaksOfAbort reports whether n has http.ErrAbortHandler in it, calls
// something that may, or panics.
func (r *Result) SpeaksOfAbort(n ast.Node) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.speaksOfAbort(n)
}

// speaksOfAbort reports whether n has http.ErrAbortHandler in it, calls
// something that may, or panics.
func (r *Result) speaksOfAbort(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case ast.Expr:
			if r.isErrAbort(n) {
				found = true
			}
			if call, ok := n.(*ast.CallExpr); ok {
				found = found || r.isBuiltin(call, "panic")
				if fn, ok := typeutil.Callee(r.info, call).(*types.Func); ok && r.recovers(fn).Repanics {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// Aborts reports whether the package itself ends requests by a panic with
// http.ErrAbortHandler, or proxies, which does.
func (r *Result) Aborts() bool {
	for _, obj := range r.info.Uses {
		if obj.Pkg() == nil {
			continue
		}
		switch obj.Pkg().Path() {
		case "net/http":
			if obj.Name() == "ErrAbortHandler" {
				return true
			}
		case "net/http/httputil":
			if obj.Name() == "ReverseProxy" || obj.Name() == "NewSingleHostReverseProxy" {
				return true
			}
		}
	}
	return false
}

// MadeBy returns the calls that made the value of e, nil among them if
// something else did; none if the package does not show them.
func (r *Result) MadeBy(e ast.Expr) []*ast.CallExpr { return r.made(e) }

// Literal returns the function literal or the declaration of this package that
// e stands for: its type and body, or nil.
func (r *Result) Literal(e ast.Expr) (*ast.FuncType, *ast.BlockStmt) {
	switch x := r.resolve(e).(type) {
	case *ast.FuncLit:
		return x.Type, x.Body
	default:
		if fn := r.function(x); fn != nil && r.decls[fn.Origin()] != nil {
			decl := r.decls[fn.Origin()]
			return decl.Type, decl.Body
		}
	}
	return nil, nil
}
