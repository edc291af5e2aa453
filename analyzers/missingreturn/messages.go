package missingreturn

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/expr"
)

// found reports what follows an answer.
func (v *visitor) found(f *function, a *answer, c consequence) {
	v.report.Report(analysis.Diagnostic{
		Pos:            c.call.Pos(),
		End:            c.call.End(),
		Category:       c.kind,
		Message:        v.message(f, a, c),
		SuggestedFixes: v.fixes(f, a, c),
	})
}

func (v *visitor) message(f *function, a *answer, c consequence) string {
	does := name(c.call) + " answers"
	if a.status && !a.whole && c.call == a.call {
		does = name(c.call) + " sends the status"
		if !a.sent {
			does = name(c.call) + " sets the status"
		}
	}
	if a.given != nil {
		does += fmt.Sprintf(" if %s is not nil", expr.Text(a.given, "the error"))
	}
	who := f.who()
	line := v.pass.Fset.PositionFor(c.node.Pos(), false).Line
	switch c.kind {
	case kindNext:
		return fmt.Sprintf("%s, but %s goes on to %s at line %d, so the next handler runs too; return after it", does, who, name(c.node), line)
	case kindAbort:
		return fmt.Sprintf("%s, but %s returns at line %d without an abort, so the handlers behind it run too; call %s before it returns", does, who, line, v.abort(c.call))
	case kindIgnored:
		return fmt.Sprintf("%s answers if it fails, but %s ignores the error and goes on to %s at line %d; return if it is not nil", name(c.call), who, name(c.node), line)
	case kindFailed:
		return fmt.Sprintf("%s, but %s goes on to use %s at line %d, which the failed call returned; return after it", does, who, c.name, line)
	}
	return fmt.Sprintf("%s, but %s goes on to %s at line %d; return after it", does, who, name(c.node), line)
}

// abort is the call that aborts the chain.
func (v *visitor) abort(call *ast.CallExpr) string {
	if r := v.responseOf(call); r != nil && v.response.IsResponse(r.Type()) {
		return r.Name() + ".Abort"
	}
	return "Abort"
}

func name(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "this"
	}
	return expr.Text(call.Fun, "this call")
}
