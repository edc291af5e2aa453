package missingreturn

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// kindDropped is the kind of an error for a framework that nobody returns.
const kindDropped = "dropped-error"

// makesErrors reports whether a package imports a framework that answers with
// errors.
func makesErrors(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool {
		return slices.ContainsFunc(frameworks.All(), func(f *frameworks.Framework) bool {
			return f.Errors != nil && len(f.Errors.Values) > 0 && slices.Contains(f.Packages, p.Path())
		})
	})
}

// dropped reports the errors that a statement makes for the framework to answer
// with, and throws away.
func (v *visitor) dropped(f *function) {
	ast.Inspect(f.body, func(n ast.Node) bool {
		var call *ast.CallExpr
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ExprStmt:
			call, _ = ast.Unparen(n.X).(*ast.CallExpr)
		case *ast.AssignStmt:
			if blank(n) && len(n.Rhs) == 1 {
				call, _ = ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
			}
		}
		if call == nil {
			return true
		}
		if fn, _ := typeutil.Callee(v.pass.TypesInfo, call).(*types.Func); !frameworks.MakesError(frameworks.FuncOf(fn)) {
			return true
		}
		d := analysis.Diagnostic{
			Pos:      call.Pos(),
			End:      call.End(),
			Category: kindDropped,
			Message:  fmt.Sprintf("%s makes an error and %s drops it, so that nothing is answered; return it", expr.Text(call.Fun, "this call"), f.who()),
		}
		if p := f.placeOf(call); v.returnsError(f) && p.list[len(p.list)-1] == p.stmt {
			d.SuggestedFixes = insert("Return the error", analysis.TextEdit{Pos: n.Pos(), End: call.Pos(), NewText: []byte("return ")})
		}
		v.report.Report(d)
		return true
	})
}

// who is the function in messages.
func (f *function) who() string {
	if _, ok := f.node.(*ast.FuncLit); !ok {
		return f.name
	}
	if f.name == "" {
		return "the function"
	}
	return "the function in " + f.name
}
