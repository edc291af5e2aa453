package missingreturn

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// fixes returns the repair of what follows an answer: a return where the block
// of the answer ends, if the function returns nothing; the answer's error
// returned, if the function returns that; an abort for middleware.
func (v *visitor) fixes(f *function, a *answer, c consequence) []analysis.SuggestedFix {
	p := f.placeOf(c.call)
	if p.stmt == nil || a.given != nil || a.onFailure {
		return nil
	}
	last := p.list[len(p.list)-1]
	abort := ""
	if r := v.responseOf(c.call); r != nil && frameworks.ChainGoesOn(frameworks.TypeOf(r.Type())) && f.middleware && !a.aborts {
		abort = r.Name() + ".Abort()"
	}
	switch {
	case !isStatement(p.stmt, c.call):
		return nil
	case c.kind == kindAbort:
		if abort == "" {
			return nil
		}
		return insert("Call "+abort, v.behind(p.stmt, abort))
	case p.body || c.node.Pos() < last.End() || ends(last):
		return nil // what follows is in the same block
	case f.typ.Results == nil || len(f.typ.Results.List) == 0:
		lines := []string{"return"}
		message := "Return"
		if abort != "" && c.kind == kindNext {
			lines, message = []string{abort, "return"}, "Abort and return"
		}
		return insert(message, v.behind(last, lines...))
	case last == p.stmt && v.returnsError(f) && v.results(c.call) == 1 && !v.tells(c.call):
		return insert("Return the error", analysis.TextEdit{Pos: p.stmt.Pos(), End: c.call.Pos(), NewText: []byte("return ")})
	}
	return nil
}

func insert(message string, edit analysis.TextEdit) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{Message: message, TextEdits: []analysis.TextEdit{edit}}}
}

// behind inserts lines after a statement, as far to the right.
func (v *visitor) behind(s ast.Stmt, lines ...string) analysis.TextEdit {
	indent := "\n" + strings.Repeat("\t", v.pass.Fset.PositionFor(s.Pos(), false).Column-1)
	return analysis.TextEdit{Pos: s.End(), End: s.End(), NewText: []byte(indent + strings.Join(lines, indent))}
}

// isStatement reports whether a statement is a call alone, or throws away what
// it returns.
func isStatement(s ast.Stmt, call *ast.CallExpr) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		return ast.Unparen(s.X) == ast.Expr(call)
	case *ast.AssignStmt:
		return blank(s) && len(s.Rhs) == 1 && ast.Unparen(s.Rhs[0]) == ast.Expr(call)
	}
	return false
}

// ends reports whether a statement leaves its block already.
func ends(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	}
	return false
}

// returnsError reports whether a function returns an error and nothing else.
func (v *visitor) returnsError(f *function) bool {
	results := f.typ.Results
	return results != nil && len(results.List) == 1 && len(results.List[0].Names) <= 1 && expr.IsErrorType(v.pass.TypesInfo.TypeOf(results.List[0].Type))
}
