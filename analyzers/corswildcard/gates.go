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
	return !p.view.InDevelopment(cur) && !p.unmet(cur) && !p.gated(from, p.isSwitch) &&
		!p.usesSwitched(cur) && !(repeats && p.usesChecked(cur))
}

// unmet reports whether the code at cur does not run unless somebody configures
// it, in any deployment.
func (p *policies) unmet(cur inspector.Cursor) bool {
	return len(p.byDefault) > 0 && !slices.ContainsFunc(p.byDefault, func(d *policies) bool { return !d.view.Skipped(cur) })
}

// gated reports whether a gate of some sort stands before cur in its function
// declaration.
func (p *policies) gated(cur inspector.Cursor, isGate func(leaf) bool) bool {
	return slices.ContainsFunc(p.view.Conditions(cur), func(c values.Condition) bool {
		return slices.ContainsFunc(leaves(c), isGate)
	})
}

// usesKey is a function declaration, and what is asked about its uses.
type usesKey struct {
	decl    *ast.FuncDecl
	checked bool
}

// usesSwitched reports whether only this package can use the function declaration
// around cur, and all of its uses stand behind switches.
func (p *policies) usesSwitched(cur inspector.Cursor) bool {
	return p.ofUses(cur, false, func(uses []inspector.Cursor, all bool) bool {
		return all && len(uses) > 0 && !slices.ContainsFunc(uses, func(use inspector.Cursor) bool {
			return !p.gated(use, p.isSwitch) && !p.usesSwitched(use)
		})
	})
}

// usesChecked reports whether a use of the function declaration around cur stands
// behind what may be a check of the request.
func (p *policies) usesChecked(cur inspector.Cursor) bool {
	return p.ofUses(cur, true, func(uses []inspector.Cursor, _ bool) bool {
		return slices.ContainsFunc(uses, func(use inspector.Cursor) bool { return p.gated(use, p.isCheck) || p.usesChecked(use) })
	})
}

// ofUses returns what answer says about the uses of the function declaration
// around cur; functions that use each other say nothing about themselves.
func (p *policies) ofUses(cur inspector.Cursor, checked bool, answer func(uses []inspector.Cursor, all bool) bool) bool {
	around := outermost(cur)
	if !around.Valid() {
		return false
	}
	decl := around.Node().(*ast.FuncDecl)
	key := usesKey{decl, checked}
	is, known := p.usesGated[key]
	fn, ok := p.info.Defs[decl.Name].(*types.Func)
	if known || !ok {
		return is
	}
	p.usesGated[key] = false
	p.usesGated[key] = answer(p.view.Uses(fn))
	return p.usesGated[key]
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

func (l leaf) exprs() []ast.Expr {
	if l.expr == nil {
		return l.cases
	}
	return append([]ast.Expr{l.expr}, l.cases...)
}

// isSwitch reports whether a condition keeps a policy from being one for every
// origin by default: it asks for the origin, or the configuration for "*" or for
// a policy.
func (p *policies) isSwitch(l leaf) bool {
	some := func(yes func(ast.Expr) bool) bool { return slices.ContainsFunc(l.exprs(), yes) }
	switch {
	case p.isNoGate(l):
		return false
	case some(p.mentionsOrigin), some(p.comparesStar):
		return true
	case some(p.view.FromRequest):
		return some(p.names(isOriginName))
	}
	return some(p.names(isSwitchName))
}

// isCheck reports whether a condition may be a check of a request's origin.
func (p *policies) isCheck(l leaf) bool {
	some := func(yes func(ast.Expr) bool) bool { return slices.ContainsFunc(l.exprs(), yes) }
	switch {
	case p.isNoGate(l):
		return false
	case some(p.mentionsOrigin):
		return true
	case some(p.view.FromRequest):
		return some(p.names(isOriginName)) || some(p.passesRequest) || some(p.names(isCheckName))
	}
	return some(p.isLocal)
}

// isNoGate reports whether a condition says only whether there is an origin, or
// whether something failed.
func (p *policies) isNoGate(l leaf) bool {
	return l.cases == nil && (p.empty(l.expr) != isOther || p.isErrorTest(l.expr))
}

// isLocal reports whether e calls a function or has a local variable, and so may
// be a check of a request: what is made of package variables is not.
func (p *policies) isLocal(e ast.Expr) bool {
	local := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			local = true
		case *ast.Ident:
			v, ok := p.info.ObjectOf(n).(*types.Var)
			local = local || ok && !v.IsField() && v.Kind() != types.PackageVar
		}
		return !local
	})
	return local
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
			return t != nil && frameworks.IsContext(frameworks.TypeOf(t))
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
