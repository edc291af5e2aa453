package corswildcard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// counts reports whether a finding about what stands at cur counts: not if cur
// runs in development only, nor behind a switch that somebody has to turn, in the
// environment or elsewhere. A finding that was tried, in the function around cur,
// knows the conditions there. Where a request's origin is repeated, whatever
// stands before a call of that function and is not known to be something else is
// taken for a check of it.
func (p *policies) counts(f finding, cur inspector.Cursor) bool {
	repeats := f.tried && f.loose == nil
	from := cur
	if f.tried {
		from = function(cur)
	}
	return !p.view.InDevelopment(cur) && !p.unmet(cur) && !p.gates(from, false) && !p.usesGated(cur, repeats)
}

// unmet reports whether the code at cur does not run unless somebody configures
// it, in any deployment.
func (p *policies) unmet(cur inspector.Cursor) bool {
	return len(p.byDefault) > 0 && !slices.ContainsFunc(p.byDefault, func(d *policies) bool { return !d.view.Skipped(cur) })
}

// gates reports whether a gate stands before cur in its function declaration.
func (p *policies) gates(cur inspector.Cursor, repeats bool) bool {
	for _, cond := range p.view.Conditions(cur) {
		if slices.ContainsFunc(leaves(cond), func(l leaf) bool { return p.isGate(l, repeats) }) {
			return true
		}
	}
	return false
}

type usesKey struct {
	decl    *ast.FuncDecl
	repeats bool
}

// usesGated reports whether all uses of the function declaration around cur are
// gated, if only this package can use it; or, where the origin is repeated, any
// use of any function.
func (p *policies) usesGated(cur inspector.Cursor, repeats bool) bool {
	around := outermost(cur)
	if !around.Valid() {
		return false
	}
	decl := around.Node().(*ast.FuncDecl)
	key := usesKey{decl, repeats}
	gated, known := p.gatedUses[key]
	fn, ok := p.info.Defs[decl.Name].(*types.Func)
	if known || !ok {
		return gated
	}
	p.gatedUses[key] = false // while it is being found out
	uses, all := p.view.Uses(fn)
	isGated := func(use inspector.Cursor) bool { return p.gates(use, repeats) || p.usesGated(use, repeats) }
	isOpen := func(use inspector.Cursor) bool { return !isGated(use) }
	if repeats {
		gated = slices.ContainsFunc(uses, isGated)
	} else {
		gated = all && len(uses) > 0 && !slices.ContainsFunc(uses, isOpen)
	}
	p.gatedUses[key] = gated
	return gated
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
func (p *policies) isGate(l leaf, repeats bool) bool {
	exprs := l.cases
	if l.expr != nil {
		exprs = append([]ast.Expr{l.expr}, exprs...)
	}
	some := func(yes func(ast.Expr) bool) bool { return slices.ContainsFunc(exprs, yes) }
	switch {
	case l.cases == nil && (p.empty(l.expr) != isOther || p.isErrorTest(l.expr)):
		return false // there is an origin or there is none; something failed or did not
	case some(p.mentionsOrigin), some(p.comparesStar):
		return true
	case some(p.view.FromRequest):
		return some(p.names(isOriginName)) || repeats && (some(p.passesRequest) || some(p.names(isCheckName)))
	}
	return repeats || some(p.names(isSwitchName))
}

// isOriginName reports whether something with these words in its name has to do
// with an origin.
func isOriginName(words []string) bool {
	return slices.Contains(words, "origin") || slices.Contains(words, "origins")
}

// isCheckName reports whether something with these words in its name may check a
// request.
func isCheckName(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"allow", "allowed", "trusted", "whitelist", "whitelisted", "allowlist", "allowlisted", "permitted", "valid"}, w)
	})
}

// isSwitchName reports whether something with these words in its name turns a
// policy on: EnableCORS, allowAny, insecure; not SubscriptionAllowed.
func isSwitchName(words []string) bool {
	all := func(w string) bool {
		return slices.Contains([]string{"any", "all", "every", "everyone", "everybody", "star", "open"}, w)
	}
	cross := func(w string) bool {
		return slices.Contains([]string{"cors", "cross", "crossorigin", "wildcard", "permissive", "insecure", "unsafe"}, w)
	}
	return isOriginName(words) || slices.ContainsFunc(words, cross) ||
		slices.ContainsFunc(words, all) && (len(words) == 1 || isCheckName(words))
}

// names returns whether an expression has a name whose words satisfy yes. The
// text of a constant is a name too: os.Getenv("CORS").
func (p *policies) names(yes func(words []string) bool) func(ast.Expr) bool {
	return func(e ast.Expr) bool {
		found := false
		ast.Inspect(e, func(n ast.Node) bool {
			name := ""
			switch n := n.(type) {
			case *ast.Ident:
				if _, pkg := p.info.Uses[n].(*types.PkgName); !pkg {
					name = n.Name
				}
			case *ast.BasicLit:
				name = n.Value
			}
			found = found || name != "" && yes(values.Words(name))
			return !found
		})
		return found
	}
}

// mentionsOrigin reports whether e has to do with the request's Origin header.
func (p *policies) mentionsOrigin(e ast.Expr) bool { return p.view.Mentions(e, p.readsOrigin) }

// comparesStar reports whether e has "*" in it: somebody has configured "*", if
// it holds.
func (p *policies) comparesStar(e ast.Expr) bool {
	return p.view.Mentions(e, func(e ast.Expr) bool {
		c := p.info.Types[e].Value
		return c != nil && c.Kind() == constant.String && constant.StringVal(c) == "*"
	})
}

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
