package corswildcard

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// library is a CORS library at the version that the package is built with.
type library struct {
	*frameworks.CORS
	rules   frameworks.CORSRules
	presets []frameworks.CORSPreset
}

// newLibrary returns what is known of a library at a version, "" if that is not
// known: the current one is taken then.
func newLibrary(c *frameworks.CORS, version string) *library {
	before := func(bound string) bool {
		return bound == "" || version != "" && semver.Compare(version, bound) < 0
	}
	l := &library{CORS: c}
	l.rules = c.Rules[slices.IndexFunc(c.Rules, func(r frameworks.CORSRules) bool { return before(r.Before) })]
	for _, p := range c.Presets {
		if before(p.Before) && !slices.ContainsFunc(l.presets, func(o frameworks.CORSPreset) bool { return o.Func == p.Func }) {
			l.presets = append(l.presets, p)
		}
	}
	return l
}

// constructor returns what fn makes middleware of.
func (l *library) constructor(fn frameworks.Func) (frameworks.CORSConstructor, bool) {
	i := slices.IndexFunc(l.New, func(c frameworks.CORSConstructor) bool { return c.Func == fn })
	if i < 0 {
		return frameworks.CORSConstructor{}, false
	}
	return l.New[i], true
}

func (l *library) option(fn frameworks.Func) (frameworks.CORSOption, bool) {
	i := slices.IndexFunc(l.Options, func(o frameworks.CORSOption) bool { return o.Func == fn })
	if i < 0 {
		return frameworks.CORSOption{}, false
	}
	return l.Options[i], true
}

// presetOf returns the preset that e names or calls.
func (l *library) presetOf(info *types.Info, e ast.Expr) *frameworks.CORSPreset {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		e = call.Fun
	}
	obj := named(info, e)
	if obj == nil {
		return nil
	}
	var id frameworks.Func
	switch obj := obj.(type) {
	case *types.Func:
		id = frameworks.FuncOf(obj)
	case *types.Var:
		if obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() {
			return nil
		}
		id = frameworks.Func{Pkg: obj.Pkg().Path(), Name: obj.Name()}
	}
	i := slices.IndexFunc(l.presets, func(p frameworks.CORSPreset) bool { return p.Func == id && id != frameworks.Func{} })
	if i < 0 {
		return nil
	}
	return &l.presets[i]
}

// named returns what an identifier or selector names.
func named(info *types.Info, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return info.Uses[e]
	case *ast.SelectorExpr:
		return info.Uses[e.Sel]
	}
	return nil
}

// libraryFindings returns the findings about policies that the package makes with a
// library.
func (p *policies) libraryFindings(lib *library) []finding {
	var found []finding
	add := func(pol policy) {
		if f, ok := p.find(pol.at, func(p *policies) (finding, bool) { return p.judge(pol) }); ok {
			f.policy = pol
			found = append(found, f)
		}
	}
	var all []policy
	p.libraryPolicies(lib, func(pol policy) { all = append(all, pol); add(pol) }, func(cur inspector.Cursor, e ast.Expr, pr *frameworks.CORSPreset) {
		preset := presetFinding(lib, e, pr)
		preset.dead = p.unusedConfig(lib, cur)
		if f, ok := p.find(cur, func(*policies) (finding, bool) { return preset, true }); ok {
			found = append(found, f)
		}
	})
	if lib.rules.Shared {
		found = append(found, p.shared(all, found)...)
	}
	return found
}

// shared returns the findings about policies whose list is also that of another,
// which lets every origin in: of those in the same function.
func (p *policies) shared(all []policy, open []finding) []finding {
	var found []finding
	for _, pol := range all {
		i := slices.IndexFunc(open, func(f finding) bool {
			return f.answer == frameworks.CORSOrigin && f.loose == nil && function(f.policy.at) == function(pol.at)
		})
		if i < 0 || slices.ContainsFunc(open, func(f finding) bool { return f.policy.call == pol.call }) {
			continue
		}
		j := &judge{policies: p, policy: pol, rules: pol.lib.rules}
		f := finding{
			node:   pol.node(),
			what:   fmt.Sprintf("the list of %s in line %d lets every origin in, here as well,", types.ExprString(open[i].policy.call.Fun), p.line(open[i].node.Pos())),
			answer: frameworks.CORSOrigin,
			advice: "take the wildcard out there",
		}
		f.creds, f.credsBy = j.credentials()
		if p.counts(f, pol.at) {
			found = append(found, f)
		}
	}
	return found
}

// unusedConfig returns the name of a configuration with origins that the function
// around cur makes and does not use: the preset there is used instead.
func (p *policies) unusedConfig(lib *library, cur inspector.Cursor) string {
	fn := function(cur)
	if lib.Config == (frameworks.Type{}) || !fn.Valid() {
		return ""
	}
	used := make(map[types.Object]bool)
	var set []types.Object
	for c := range fn.Preorder((*ast.Ident)(nil)) {
		v, ok := p.info.Uses[c.Node().(*ast.Ident)].(*types.Var)
		if !ok || v.Kind() != types.LocalVar || frameworks.TypeOf(v.Type()) != lib.Config {
			continue
		}
		sel, isSelector := c.Parent().Node().(*ast.SelectorExpr)
		if kind, _ := c.Parent().ParentEdge(); !isSelector || kind != edge.AssignStmt_Lhs {
			used[v] = true
		} else if slices.ContainsFunc(lib.Fields, func(f frameworks.CORSField) bool { return f.Name == sel.Sel.Name && decidesOrigins(f.Role) }) {
			set = append(set, v)
		}
	}
	if i := slices.IndexFunc(set, func(v types.Object) bool { return !used[v] }); i >= 0 {
		return set[i].Name()
	}
	return ""
}
