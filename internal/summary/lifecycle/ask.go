package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/inspector"
)

// Exempt reports whether the package is an example or a test's, which no rule
// about servers is for.
func (r *Result) Exempt() bool { return r.exempt() }

// OnlyLocal reports whether the package starts servers, and all of them listen
// for the machine itself only.
func (r *Result) OnlyLocal() bool {
	return len(r.Starts) > 0 && !slices.ContainsFunc(r.Starts, func(s *Start) bool { return !r.local(s) })
}

// SameModule reports whether pkg is of the module of the analysed package.
func (r *Result) SameModule(pkg *types.Package) bool { return r.recovery.SameModule(pkg) }

// Root returns the root of the package's syntax.
func (r *Result) Root() inspector.Cursor { return r.in.Root() }

// Once reports whether a variable is set once at most, by what the package
// shows.
func (r *Result) Once(obj types.Object) bool { return obj != nil && len(r.values[obj]) <= 1 }

// IsOwn reports whether a gap is the package's own.
func (r *Result) IsOwn(g *Gap) bool {
	return slices.ContainsFunc(r.Gaps, func(o *OwnGap) bool { return o.Key == g.Key })
}

// Lead returns the first call of another package's function that leads to a gap
// there, nil if none is seen.
func (r *Result) Lead(g *Gap) (first *ast.CallExpr) {
	for c := range r.in.Root().Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		fn := r.callee(call)
		if fn == nil || fn.Pkg() == nil || fn.Pkg() == r.pass.Pkg || !r.recovery.SameModule(fn.Pkg()) || r.isTest(call) {
			continue
		}
		if slices.Contains(r.fact(fn).Leads, g.Key) {
			return call
		}
	}
	return nil
}

// Import returns the import that leads to a gap in another package.
func (r *Result) Import(g *Gap) *ast.ImportSpec {
	var found *ast.ImportSpec
	for _, f := range r.pass.Files {
		if r.isTest(f) {
			continue
		}
		for _, spec := range f.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				continue
			}
			for p, gaps := range r.Below {
				leads := slices.ContainsFunc(gaps, func(o Gap) bool { return o.Key == g.Key })
				if p.Path() == path && leads && (found == nil || pos(spec) < pos(found)) {
					found = spec
				}
			}
		}
	}
	return found
}

func pos(n ast.Node) token.Pos { return n.Pos() }
