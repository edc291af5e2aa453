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
			if lit, ok := n.(*ast.CompositeLit); ok {
				w.fieldsOf(r, lit)
			}
			_, lit := n.(*ast.FuncLit)
			return !lit
		})
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
