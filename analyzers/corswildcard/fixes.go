package corswildcard

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// fix adds the one fix of a finding that changes nothing else: a regular
// expression that matches what it was meant to, or no credentials where
// browsers refuse them. None invents an origin.
func (p *policies) fix(f *finding) {
	switch f.kind() {
	case kindLoose:
		if f.loose.Repaired != "" {
			f.fixes = []analysis.SuggestedFix{{
				Message:   "Match the whole origin",
				TextEdits: []analysis.TextEdit{{Pos: f.loose.Regexp.Pos(), End: f.loose.Regexp.End(), NewText: []byte(quote(f.loose.Repaired))}},
			}}
		}
	case kindRefused:
		if f.answer != frameworks.CORSStar || f.credsAt == nil {
			return
		}
		if edit, ok := p.remove(p.view.At(f.credsAt)); ok && p.sameFile(f.node, f.credsAt) {
			f.fixes = []analysis.SuggestedFix{{Message: "Do not allow credentials", TextEdits: []analysis.TextEdit{edit}}}
		}
	}
}

// quote returns a string literal as one would write a regular expression.
func quote(text string) string {
	if strings.Contains(text, "`") {
		return strconv.Quote(text)
	}
	return "`" + text + "`"
}

func (p *policies) sameFile(a, b ast.Node) bool {
	return p.sinks.pass.Fset.File(a.Pos()) == p.sinks.pass.Fset.File(b.Pos())
}

// remove returns the edit that takes out what sets a value: an element of a
// literal, an argument or a statement.
func (p *policies) remove(value inspector.Cursor) (analysis.TextEdit, bool) {
	for c := range value.Enclosing((*ast.KeyValueExpr)(nil), (*ast.CallExpr)(nil), (*ast.AssignStmt)(nil), (*ast.ExprStmt)(nil), (*ast.ValueSpec)(nil), (*ast.FuncLit)(nil)) {
		parent := c.Parent().Node()
		switch n := c.Node().(type) {
		case *ast.KeyValueExpr:
			if lit, ok := parent.(*ast.CompositeLit); ok {
				return p.removeFrom(lit.Lbrace, lit.Elts, lit.Rbrace, n)
			}
			return analysis.TextEdit{}, false
		case *ast.CallExpr:
			if call, ok := parent.(*ast.CallExpr); ok && call.Fun != n {
				return p.removeFrom(call.Lparen, call.Args, call.Rparen, n)
			}
			if _, ok := parent.(*ast.ExprStmt); !ok {
				return analysis.TextEdit{}, false
			}
		case *ast.AssignStmt:
			if len(n.Lhs) != 1 || n.Tok != token.ASSIGN {
				return analysis.TextEdit{}, false
			}
			return p.removeStatement(n, parent)
		case *ast.ExprStmt:
			return p.removeStatement(n, parent)
		default:
			return analysis.TextEdit{}, false
		}
	}
	return analysis.TextEdit{}, false
}

// removeFrom returns the edit that takes an element out of a list in brackets.
func (p *policies) removeFrom(open token.Pos, list []ast.Expr, closing token.Pos, e ast.Expr) (analysis.TextEdit, bool) {
	before, after, previous := open, closing, ast.Expr(nil)
	for i, elt := range list {
		if elt == e {
			if i > 0 {
				previous, before = list[i-1], list[i-1].End()
			}
			if i+1 < len(list) {
				after = list[i+1].Pos()
			}
		}
	}
	switch edit, ok := p.removeLines(before, e, after); {
	case ok:
		return edit, true
	case previous != nil:
		return analysis.TextEdit{Pos: before, End: e.End()}, p.line(before) == p.line(e.Pos())
	case len(list) == 1:
		return analysis.TextEdit{Pos: open + 1, End: closing}, p.line(open) == p.line(closing)
	}
	return analysis.TextEdit{Pos: e.Pos(), End: after}, p.line(e.Pos()) == p.line(after)
}

func (p *policies) removeStatement(s ast.Stmt, parent ast.Node) (analysis.TextEdit, bool) {
	block, ok := parent.(*ast.BlockStmt)
	if !ok {
		return analysis.TextEdit{}, false
	}
	before, after := block.Lbrace, block.Rbrace
	for i, other := range block.List {
		if other == s {
			if i > 0 {
				before = block.List[i-1].End()
			}
			if i+1 < len(block.List) {
				after = block.List[i+1].Pos()
			}
		}
	}
	return p.removeLines(before, s, after)
}

// removeLines returns the edit that removes the lines of n, if nothing else stands
// on them.
func (p *policies) removeLines(before token.Pos, n ast.Node, after token.Pos) (analysis.TextEdit, bool) {
	first, last := p.line(n.Pos()), p.line(n.End())
	if p.line(before) >= first || p.line(after) <= last {
		return analysis.TextEdit{}, false
	}
	file := p.sinks.pass.Fset.File(n.Pos())
	return analysis.TextEdit{Pos: file.LineStart(first), End: file.LineStart(last + 1)}, true
}

func (p *policies) line(pos token.Pos) int {
	return p.sinks.pass.Fset.PositionFor(pos, false).Line
}
