package routing

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"path"
	"path/filepath"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// configured records what a constructor is given as configuration: fiber's
// Config.ErrorHandler, hertz' WithHandleMethodNotAllowed.
func (w *walker) configured(r int, call *ast.CallExpr) {
	for _, arg := range call.Args {
		seen := false
		if id, ok := ast.Unparen(arg).(*ast.Ident); ok {
			if v, ok := w.p.info.Uses[id].(*types.Var); ok {
				if set := w.configs[v]; set != nil {
					seen = true
					w.central(r, set, set)
				}
				if init := w.p.only(v); init != nil {
					arg = init
				}
			}
		}
		if !w.options(r, arg) && !seen && !harmless(w.p.info.TypeOf(arg)) {
			w.reg.Routers[r].Opaque = true
		}
	}
}

// harmless reports whether a configuration of type t says nothing of how a router
// answers: it is a struct of which the tables list no field, a string or a number.
func harmless(t types.Type) bool {
	if t == nil {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	switch t.Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Struct:
		return !frameworks.Configures(frameworks.TypeOf(t))
	}
	return false
}

// options records what the options or the configuration in e say of router r. It
// reports whether e shows what it says: it is a literal, or made by the framework.
func (w *walker) options(r int, e ast.Expr) (seen bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			seen = true
			w.fieldsOf(r, n)
		case *ast.CallExpr:
			fn := w.p.callee(n)
			seen = seen || fn != nil && isFrameworks(fn.Pkg())
			if id := calleeIdent(n); id != nil && !slices.ContainsFunc(n.Args, w.p.isFalse) {
				w.setting(r, id, n)
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && !w.p.isFalse(n.Value) {
				w.setting(r, id, n)
			}
		case *ast.Ident:
			if v, ok := w.p.info.Uses[n].(*types.Var); ok && !v.IsField() {
				seen = seen || isFrameworks(v.Pkg())
				w.setting(r, n, n)
			}
		case *ast.FuncLit:
			return false
		}
		return true
	})
	return seen
}

// calleeIdent returns the name of the function that call calls.
func calleeIdent(call *ast.CallExpr) *ast.Ident {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun
	case *ast.SelectorExpr:
		return fun.Sel
	}
	return nil
}

// isFalse reports whether e is false for good.
func (p *pkg) isFalse(e ast.Expr) bool {
	v := p.info.Types[e].Value
	return v != nil && v.Kind() == constant.Bool && !constant.BoolVal(v)
}

// setting records what id, a field or an option that is set for router r, says of
// how it answers.
func (w *walker) setting(r int, id *ast.Ident, at ast.Node) {
	obj := w.p.info.Uses[id]
	if r == None || obj == nil || obj.Pkg() == nil {
		return
	}
	f := frameworks.Func{Pkg: obj.Pkg().Path(), Name: obj.Name()}
	if v, ok := obj.(*types.Var); ok && v.IsField() {
		f.Recv = w.reg.Routers[r].Type.Name
		if _, ok := frameworks.SettingOf(f); !ok {
			f.Recv = "Config" // what the constructor is given
		}
	}
	s, ok := frameworks.SettingOf(f)
	if !ok {
		return
	}
	e := Event{Router: r, Child: None, Name: id.Name, site: siteOf(at)}
	if s.Sets != 0 {
		e.Op, e.Sets, e.Answers = NotFound, s.Sets, ^frameworks.MiddlewareOther
		w.event(e)
		e.Answers = 0
	}
	if s.Enables != 0 {
		e.Op, e.Sets = Enable, s.Enables
		w.event(e)
	}
	if s.Runs != 0 {
		mw := Middleware{Name: id.Name, Field: true, Recovers: s.Runs.Has(frameworks.MiddlewareRecovery), Kind: s.Runs, site: siteOf(at)}
		if l, ok := at.(ast.Expr); ok {
			mw.Name = exprName(l)
		}
		e.Op, e.Sets, e.Outside, e.Middleware = Use, 0, true, []Middleware{mw}
		w.event(e)
		return
	}
	if s.Pages {
		e.Op, e.Sets = Pages, 0
		w.event(e)
	}
}

func (w *walker) fieldsOf(r int, lit *ast.CompositeLit) {
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok && w.p.isCentral(id, w.p.info.TypeOf(lit)) {
			w.central(r, id, kv.Value)
		}
	}
}

// central records that the field target, a central error handler, of router r or
// of its configuration is set.
func (w *walker) central(r int, target, value ast.Expr) {
	if r != None {
		w.event(Event{Op: Errors, Router: r, Child: None, Name: exprName(value), site: siteOf(target)})
	}
}

// isCentral reports whether id, a field of a value of type owner, holds a
// framework's central error handler.
func (p *pkg) isCentral(id *ast.Ident, owner types.Type) bool {
	v, ok := p.info.Uses[id].(*types.Var)
	if !ok || !v.IsField() || v.Pkg() == nil || owner == nil {
		return false
	}
	return frameworks.IsCentral(frameworks.Func{Pkg: v.Pkg().Path(), Recv: frameworks.TypeOf(owner).Name, Name: v.Name()})
}

// place returns where n stands, for all packages: "example.com/api/router.go:24".
func (p *pkg) place(n ast.Node) string {
	posn := p.pass.Fset.Position(n.Pos())
	return fmt.Sprintf("%s:%d", path.Join(p.pass.Pkg.Path(), filepath.Base(posn.Filename)), posn.Line)
}
