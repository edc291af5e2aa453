package values

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Condition is something that holds, or does not hold, wherever a piece of code
// runs.
type Condition struct {
	// Expr is a boolean expression or, if Cases are there, the tag of a switch,
	// or nil for a switch without a tag.
	Expr ast.Expr
	// Cases are the values of a switch: the tag is one of them, or one of
	// them is true if there is no tag.
	Cases []ast.Expr
	Holds bool
}

// Conditions returns what holds at cur within its function declaration:
// the conditions of the if statements and switches around it, of && and || before
// it, and the opposite of those that ended the function, or the round of a loop,
// before it. The innermost come first.
func (r *Result) Conditions(cur inspector.Cursor) []Condition {
	var conds []Condition
	for ; cur.Valid() && cur.Node() != nil; cur = cur.Parent() {
		if _, ok := cur.Node().(*ast.FuncDecl); ok {
			break
		}
		if _, ok := cur.Node().(*ast.File); ok {
			break
		}
		kind, i := cur.ParentEdge()
		switch parent := cur.Parent().Node().(type) {
		case *ast.IfStmt:
			if kind == edge.IfStmt_Body || kind == edge.IfStmt_Else {
				conds = append(conds, Condition{Expr: parent.Cond, Holds: kind == edge.IfStmt_Body})
			}
		case *ast.BinaryExpr:
			if kind == edge.BinaryExpr_Y && (parent.Op == token.LAND || parent.Op == token.LOR) {
				conds = append(conds, Condition{Expr: parent.X, Holds: parent.Op == token.LAND})
			}
		case *ast.BlockStmt:
			conds = r.before(conds, parent.List[:i])
		case *ast.CommClause:
			if kind == edge.CommClause_Body {
				conds = r.before(conds, parent.Body[:i])
			}
		case *ast.CaseClause:
			if kind == edge.CaseClause_Body {
				conds = r.before(conds, parent.Body[:i])
				conds = clause(conds, cur.Parent())
			}
		}
	}
	return conds
}

// before adds what is known after the statements of a block.
func (r *Result) before(conds []Condition, stmts []ast.Stmt) []Condition {
	for i := len(stmts) - 1; i >= 0; i-- {
		if s, ok := stmts[i].(*ast.IfStmt); ok {
			conds = r.after(conds, s)
		}
	}
	return conds
}

// after adds what is known after an if statement.
func (r *Result) after(conds []Condition, s *ast.IfStmt) []Condition {
	bodyEnds := r.ends(s.Body)
	switch els := s.Else.(type) {
	case nil:
		if bodyEnds {
			conds = append(conds, Condition{Expr: s.Cond})
		}
	case *ast.BlockStmt:
		switch elseEnds := r.ends(els); {
		case bodyEnds && !elseEnds:
			conds = append(conds, Condition{Expr: s.Cond})
		case elseEnds && !bodyEnds:
			conds = append(conds, Condition{Expr: s.Cond, Holds: true})
		}
	case *ast.IfStmt:
		if bodyEnds {
			conds = r.after(append(conds, Condition{Expr: s.Cond}), els)
		}
	}
	return conds
}

// ends reports whether nothing after the block runs when the block has run.
func (r *Result) ends(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	switch s := b.List[len(b.List)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok != token.FALLTHROUGH
	case *ast.BlockStmt:
		return r.ends(s)
	case *ast.IfStmt:
		els, ok := s.Else.(*ast.BlockStmt)
		return ok && r.ends(s.Body) && r.ends(els)
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && r.neverReturns(call)
	}
	return false
}

func (r *Result) neverReturns(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(r.info, call).(type) {
	case *types.Builtin:
		return fn.Name() == "panic"
	case *types.Func:
		return frameworks.NeverReturns(frameworks.FuncOf(fn))
	}
	return false
}

// clause adds what is known in a clause of a switch.
func clause(conds []Condition, cur inspector.Cursor) []Condition {
	own := cur.Node().(*ast.CaseClause)
	sw, ok := cur.Parent().Parent().Node().(*ast.SwitchStmt)
	if !ok {
		return conds // a type switch
	}
	var others, cases []ast.Expr // of the clauses before, of those that lead here
	isDefault := false
	for _, s := range sw.Body.List {
		c := s.(*ast.CaseClause)
		if cases = append(cases, c.List...); c.List == nil {
			isDefault = true
		}
		if c == own {
			break
		}
		if fallsThrough(c) {
			continue // it leads to the next
		}
		others, cases, isDefault = append(others, cases...), nil, false
	}
	switch {
	case !isDefault:
		conds = append(conds, Condition{Expr: sw.Tag, Cases: cases, Holds: true})
	case len(cases) > 0:
		return conds // any of the cases, or none
	default: // the clauses after the default matter, too
		others = nil
		for _, s := range sw.Body.List {
			others = append(others, s.(*ast.CaseClause).List...)
		}
	}
	if len(others) > 0 && (sw.Tag == nil || own.List == nil) {
		conds = append(conds, Condition{Expr: sw.Tag, Cases: others})
	}
	return conds
}

// fallsThrough reports whether the next clause of the switch runs after c.
func fallsThrough(c *ast.CaseClause) bool {
	if len(c.Body) == 0 {
		return false
	}
	b, ok := c.Body[len(c.Body)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.FALLTHROUGH
}
