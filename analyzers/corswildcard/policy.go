package corswildcard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// policy is a configuration of a CORS library at the place where it becomes
// middleware or leaves the package.
type policy struct {
	at  inspector.Cursor
	lib *library
	// config is the configuration struct: nil if there is none.
	config ast.Expr
	// call is what makes the middleware: nil if the configuration leaves the
	// package before that, and what it leaves out may be added later.
	call *ast.CallExpr
	// options are those of the call, and opaque says that there may be others.
	options []option
	opaque  bool
	// preset is what the call stands for where options say nothing.
	preset *frameworks.CORSPreset
}

// node returns what the policy is for a finding about what it leaves out.
func (p policy) node() ast.Expr {
	if p.config != nil {
		return p.config
	}
	return p.call
}

// libraryPolicies calls add for each policy that the package makes with a CORS
// library, and preset for each use of one that the library has made.
func (p *policies) libraryPolicies(lib *library, add func(policy), preset func(inspector.Cursor, ast.Expr, *frameworks.CORSPreset)) {
	seen := make(map[ast.Node]bool) // the names of functions that are called
	for cur := range p.root.Preorder((*ast.CallExpr)(nil), (*ast.ReturnStmt)(nil), (*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil), (*ast.SelectorExpr)(nil), (*ast.Ident)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			seen[ast.Unparen(n.Fun)] = true
			if pr := lib.presetOf(p.info, n); pr != nil && pr.Complete {
				preset(cur, n, pr)
			} else if c, ok := lib.constructor(frameworks.FuncOf(typeutil.StaticCallee(p.info, n))); ok {
				add(p.constructed(lib, cur, c))
			} else {
				p.leaving(lib, cur, n.Args, add)
			}
		case *ast.SelectorExpr:
			if pr := lib.presetOf(p.info, n); !seen[n] && pr != nil && pr.Complete {
				preset(cur, n, pr)
			}
			seen[n.Sel] = true
		case *ast.Ident:
			if pr := lib.presetOf(p.info, n); !seen[n] && pr != nil && pr.Complete {
				preset(cur, n, pr)
			}
		case *ast.ReturnStmt:
			if p.returnLeaves(cur) {
				p.leaving(lib, cur, n.Results, add)
			}
		case *ast.KeyValueExpr:
			p.leaving(lib, cur, []ast.Expr{n.Value}, add)
		case *ast.AssignStmt:
			if _, ok := ast.Unparen(n.Lhs[0]).(*ast.SelectorExpr); ok && len(n.Rhs) == 1 {
				p.leaving(lib, cur, n.Rhs, add)
			}
		}
	}
}

// constructed returns the policy that a call makes.
func (p *policies) constructed(lib *library, cur inspector.Cursor, c frameworks.CORSConstructor) policy {
	call := cur.Node().(*ast.CallExpr)
	pol := policy{at: cur, lib: lib, call: call, preset: c.Preset}
	switch {
	case c.Preset != nil:
		p.chained(&pol, cur)
	case c.Origins != frameworks.None:
		pol.options = []option{{frameworks.CORSOption{Func: c.Func, Role: frameworks.CORSOrigins, Arg: c.Origins}, call}}
	case lib.Config != frameworks.Type{}:
		if c.Config < len(call.Args) {
			pol.config = call.Args[c.Config]
			pol.opaque = call.Ellipsis.IsValid()
		}
	default:
		p.given(&pol, call)
	}
	return pol
}

// leaving adds those of exprs that are configurations.
func (p *policies) leaving(lib *library, cur inspector.Cursor, exprs []ast.Expr, add func(policy)) {
	if lib.Config == (frameworks.Type{}) {
		return
	}
	for _, e := range exprs {
		if t := p.info.TypeOf(e); t != nil && frameworks.TypeOf(t) == lib.Config && !p.setLater(lib, t) {
			add(policy{at: cur, lib: lib, config: e})
		}
	}
}

// setLater reports whether the package sets the origins of configurations that
// it got from elsewhere.
func (p *policies) setLater(lib *library, t types.Type) bool {
	for _, f := range fieldsOf(t) {
		if slices.ContainsFunc(lib.Fields, func(lf frameworks.CORSField) bool { return lf.Name == f.Name() && decidesOrigins(lf.Role) }) && p.view.WrittenLoosely(f) {
			return true
		}
	}
	return false
}

func decidesOrigins(r frameworks.CORSRole) bool {
	switch r {
	case frameworks.CORSOrigins, frameworks.CORSHosts, frameworks.CORSRegexp, frameworks.CORSFunc, frameworks.CORSEveryone:
		return true
	}
	return false
}

// returnLeaves reports whether what a return statement returns is not seen
// again in this package: its function is used by other packages only.
func (p *policies) returnLeaves(ret inspector.Cursor) bool {
	for c := range ret.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		decl, ok := c.Node().(*ast.FuncDecl)
		if !ok {
			return false // of a function literal: somebody here may call it
		}
		fn, ok := p.info.Defs[decl.Name].(*types.Func)
		if !ok || !fn.Exported() {
			return false
		}
		uses, _ := p.view.Uses(fn)
		return len(uses) == 0
	}
	return false
}
