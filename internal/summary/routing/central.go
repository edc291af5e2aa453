package routing

import (
	"fmt"
	"go/ast"
	"go/types"
	"path"
	"path/filepath"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// configured records the central error handler that a constructor is given in a
// configuration (fiber's Config.ErrorHandler).
func (w *walker) configured(r int, call *ast.CallExpr) {
	for _, arg := range call.Args {
		ast.Inspect(arg, func(n ast.Node) bool {
			if kv, ok := n.(*ast.KeyValueExpr); ok {
				w.central(r, kv.Key, kv.Value)
			}
			_, lit := n.(*ast.FuncLit)
			return !lit
		})
	}
}

// central records that the field target of router r, or of its configuration,
// is set, if that is a central error handler.
func (w *walker) central(r int, target, value ast.Expr) {
	if r == None || !w.p.isCentral(target) {
		return
	}
	w.event(Event{Op: Errors, Router: r, Child: None, Name: exprName(value), site: siteOf(target)})
}

// isCentral reports whether e names a field that holds a framework's central
// error handler.
func (p *pkg) isCentral(e ast.Expr) bool {
	var id *ast.Ident
	var owner types.Type
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e // a key of a literal
	case *ast.SelectorExpr:
		id, owner = e.Sel, p.info.TypeOf(e.X)
	default:
		return false
	}
	v, ok := p.info.Uses[id].(*types.Var)
	if !ok || !v.IsField() || v.Pkg() == nil {
		return false
	}
	for _, f := range frameworks.All() {
		if f.Errors == nil {
			continue
		}
		for _, c := range f.Errors.Central {
			if c.Pkg == v.Pkg().Path() && c.Name == v.Name() && (owner == nil || frameworks.TypeOf(owner).Name == c.Recv) {
				return true
			}
		}
	}
	return false
}

// place returns where n stands, for all packages: "example.com/api/router.go:24".
func (p *pkg) place(n ast.Node) string {
	posn := p.pass.Fset.Position(n.Pos())
	return fmt.Sprintf("%s:%d", path.Join(p.pass.Pkg.Path(), filepath.Base(posn.Filename)), posn.Line)
}
