package bodylimit

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// enormous is a limit that no longer is one: 2 GiB less one byte, which is what
// the largest int is on 32 bits.
const enormous = 1<<31 - 1

// switchedOff reports where the limit that a framework has by itself is set to a
// constant which means that there is none.
func (f *finder) switchedOff() {
	if !f.importsLimits() {
		return
	}
	in := f.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	for c := range in.Root().Preorder((*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CompositeLit:
			for _, elt := range n.Elts {
				if kv, ok := elt.(*ast.KeyValueExpr); ok {
					if id, ok := kv.Key.(*ast.Ident); ok {
						f.field(id, f.pass.TypesInfo.TypeOf(n), id.Name, kv.Value)
					}
				}
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if sel, ok := ast.Unparen(l).(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
					f.field(sel.Sel, f.pass.TypesInfo.TypeOf(sel.X), types.ExprString(sel), n.Rhs[i])
				}
			}
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(f.pass.TypesInfo, n).(*types.Func)
			if s, fw := frameworks.LimitSetterOf(fn); s != nil && s.Value < len(n.Args) {
				f.off(name(n), n.Args[s.Value], s.Off, fw)
			}
		}
	}
}

// importsLimits reports whether the package imports a framework that has a limit
// by itself.
func (f *finder) importsLimits() bool {
	for _, imp := range f.pass.Pkg.Imports() {
		if frameworks.HasBodyLimit(imp.Path()) {
			return true
		}
	}
	return false
}

func (f *finder) field(id *ast.Ident, owner types.Type, subject string, value ast.Expr) {
	if v, ok := f.pass.TypesInfo.Uses[id].(*types.Var); !ok || !v.IsField() || owner == nil {
		return
	}
	if l, fw := frameworks.LimitFieldOf(frameworks.TypeOf(owner), id.Name); l != nil {
		f.off(subject, value, l.Off, fw)
	}
}

// off reports value if it is a constant that switches the limit of fw off.
func (f *finder) off(subject string, value ast.Expr, off frameworks.OffValues, fw *frameworks.Framework) {
	v := f.pass.TypesInfo.Types[value].Value
	if v == nil || constant.ToInt(v).Kind() != constant.Int {
		return
	}
	n, exact := constant.Int64Val(constant.ToInt(v))
	switch {
	case !exact || n >= enormous:
	case n < 0 && off != frameworks.OffNever:
	case n == 0 && off == frameworks.OffZero:
	default:
		return
	}
	f.report.Report(analysis.Diagnostic{
		Pos:      value.Pos(),
		End:      value.End(),
		Category: "limit-off",
		Message:  fmt.Sprintf("%s %s switches the limit of %s for request bodies off, so a client can fill the memory; leave it at %s, or write what the largest request needs", subject, types.ExprString(value), fw.Name, fw.BodyLimit.Default),
	})
}
