package goroutinerecover

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/summary/recovery"
)

// deferHelper returns the fix that defers the package's own recovering function
// first in a goroutine's body: if there is exactly one that needs no arguments,
// and its name means it there.
func (v *visitor) deferHelper(body *ast.BlockStmt) []analysis.SuggestedFix {
	helper := v.recovery.Helper()
	if helper == nil || len(body.List) == 0 {
		return nil
	}
	scope := v.pass.Pkg.Scope().Innermost(body.List[0].Pos())
	if scope == nil {
		return nil
	}
	if _, obj := scope.LookupParent(helper.Name(), body.List[0].Pos()); obj != types.Object(helper) {
		return nil // shadowed
	}
	pos, text := body.Lbrace+1, fmt.Sprintf(" defer %s();", helper.Name())
	file := v.pass.Fset.File(body.Lbrace)
	if next := file.Line(body.Lbrace) + 1; next <= file.Line(body.List[0].Pos()) {
		// go func() { // comment
		// +	defer helper()
		//	// about work
		//	work()
		pos = file.LineStart(next)
		text = fmt.Sprintf("%sdefer %s()\n", strings.Repeat("\t", file.Position(body.List[0].Pos()).Column-1), helper.Name())
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Defer %s first", helper.Name()),
		TextEdits: []analysis.TextEdit{{Pos: pos, End: pos, NewText: []byte(text)}},
	}}
}

// repairDefer returns the fix for a defer that was meant to recover, where what
// was meant is beyond doubt.
func (v *visitor) repairDefer(x recovery.Ineffective) []analysis.SuggestedFix {
	call := x.Defer.Call
	switch x.Why {
	case recovery.DeferredBuiltin:
		// defer recover()
		//       -------
		//       +++++++++++++++++++++++++
		return []analysis.SuggestedFix{{
			Message:   "Call recover in a deferred function",
			TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.End(), NewText: []byte("func() { _ = recover() }()")}},
		}}
	case recovery.ReturnsRecoverer:
		// defer Recover(logger)
		//                      ++
		return []analysis.SuggestedFix{{
			Message:   "Defer the function that is returned",
			TextEdits: []analysis.TextEdit{{Pos: call.End(), End: call.End(), NewText: []byte("()")}},
		}}
	case recovery.NestedCall:
		return v.deferInner(x)
	}
	return nil
}

// deferInner turns `defer func() { helper() }()` into `defer helper()`, for a
// helper without arguments.
func (v *visitor) deferInner(x recovery.Ineffective) []analysis.SuggestedFix {
	lit, ok := ast.Unparen(x.Defer.Call.Fun).(*ast.FuncLit)
	if !ok || len(lit.Body.List) != 1 || len(x.Inner.Args) > 0 {
		return nil
	}
	s, ok := lit.Body.List[0].(*ast.ExprStmt)
	if !ok || s.X != ast.Expr(x.Inner) || v.commented(x.Defer) {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "Defer it directly",
		TextEdits: []analysis.TextEdit{
			{Pos: x.Defer.Call.Pos(), End: x.Inner.Pos()},
			{Pos: x.Inner.End(), End: x.Defer.Call.End()},
		},
	}}
}

// commented reports whether a comment lies in n, which a fix would lose.
func (v *visitor) commented(n ast.Node) bool {
	for _, f := range v.pass.Files {
		if f.FileStart > n.Pos() || n.Pos() >= f.FileEnd {
			continue
		}
		for _, g := range f.Comments {
			if n.Pos() <= g.Pos() && g.Pos() < n.End() {
				return true
			}
		}
	}
	return false
}
