package corswildcard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// silent reports whether a policy at cur is not one for every origin in
// production: it is there in development only, or behind a check of the
// origin, or behind a switch that somebody has to turn. With reflects the
// request's origin is the answer, and whatever is not known to be something else
// is taken for a check of it.
func (p *policies) silent(cur inspector.Cursor, reflects bool) bool {
	return p.view.InDevelopment(cur) || p.gated(cur, reflects, 0)
}

func (p *policies) gated(cur inspector.Cursor, reflects bool, depth int) bool {
	for _, cond := range p.view.Conditions(cur) {
		for _, l := range leaves(cond) {
			if p.isGate(l, reflects) {
				return true
			}
		}
	}
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := p.info.Defs[c.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok || depth > 3 {
			return false
		}
		uses, all := p.view.Uses(fn)
		isGated := func(use inspector.Cursor) bool { return p.gated(use, reflects, depth+1) }
		isOpen := func(use inspector.Cursor) bool { return !isGated(use) }
		if reflects {
			return slices.ContainsFunc(uses, isGated)
		}
		return all && len(uses) > 0 && !slices.ContainsFunc(uses, isOpen)
	}
	return false
}

// leaf is a condition without !, && and ||.
type leaf struct {
	expr  ast.Expr // may be nil if there are cases
	cases []ast.Expr
	holds bool
}

// leaves returns what a condition says, in parts that all hold.
func leaves(c values.Condition) []leaf {
	if c.Cases != nil {
		return []leaf{{c.Expr, c.Cases, c.Holds}}
	}
	return split(c.Expr, c.Holds)
}

func split(e ast.Expr, holds bool) []leaf {
	switch n := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			return split(n.X, !holds)
		}
	case *ast.BinaryExpr:
		if n.Op == token.LAND && holds || n.Op == token.LOR && !holds {
			return append(split(n.X, holds), split(n.Y, holds)...)
		}
	}
	return []leaf{{expr: e, holds: holds}}
}

// isGate reports whether a condition keeps a policy from being one for every
// origin by default.
func (p *policies) isGate(l leaf, reflects bool) bool {
	exprs := l.cases
	if l.expr != nil {
		exprs = append([]ast.Expr{l.expr}, exprs...)
	}
	some := func(yes func(ast.Expr) bool) bool { return slices.ContainsFunc(exprs, yes) }
	switch {
	case l.cases == nil && (p.empty(l.expr) != isOther || p.isErrorTest(l.expr)):
		return false // there is an origin or there is none; something failed or did not
	case some(p.mentionsOrigin):
		return true
	case some(p.view.FromRequest):
		return some(p.speaksOf(checkWords)) || reflects && some(p.passesRequest)
	}
	return reflects || some(p.speaksOf(switchWords))
}

var (
	// checkWords are in the names of what checks a request's origin.
	checkWords = []string{"origin", "origins", "allow", "allowed", "trusted", "whitelist", "whitelisted", "allowlist", "permitted"}
	// switchWords are in the names of what turns a policy on.
	switchWords = append([]string{
		"cors", "cross", "wildcard", "any", "all", "allows", "permissive", "insecure", "unsafe", "open", "everyone", "star",
	}, checkWords...)
)

// speaksOf returns whether an expression has a name with one of the words in it.
func (p *policies) speaksOf(words []string) func(ast.Expr) bool {
	return func(e ast.Expr) bool {
		found := false
		ast.Inspect(e, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return !found
			}
			if _, pkg := p.info.Uses[id].(*types.PkgName); !pkg {
				found = found || slices.ContainsFunc(values.Words(id.Name), func(w string) bool { return slices.Contains(words, w) })
			}
			return !found
		})
		return found
	}
}

// mentionsOrigin reports whether e has to do with the request's Origin header.
func (p *policies) mentionsOrigin(e ast.Expr) bool { return p.view.Mentions(e, p.readsOrigin) }

// passesRequest reports whether e gives the request to a function, which may
// check its origin.
func (p *policies) passesRequest(e ast.Expr) bool {
	return p.view.Mentions(e, func(e ast.Expr) bool {
		call, ok := e.(*ast.CallExpr)
		return ok && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
			t := p.info.TypeOf(arg)
			return t != nil && frameworks.TypeOf(t) != (frameworks.Type{}) && slices.ContainsFunc(frameworks.All(), func(f *frameworks.Framework) bool {
				return slices.Contains(f.Contexts, frameworks.TypeOf(t))
			})
		})
	})
}

// isErrorTest reports whether e compares an error with nil.
func (p *policies) isErrorTest(e ast.Expr) bool {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || b.Op != token.EQL && b.Op != token.NEQ || !p.info.Types[b.Y].IsNil() {
		return false
	}
	t := p.info.TypeOf(b.X)
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}
