package corswildcard

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
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

// option is a call that sets a part of a policy, or an argument of the call
// that makes it.
type option struct {
	frameworks.CORSOption
	call *ast.CallExpr
}

// node returns what the policy is for a finding about what it leaves out.
func (p policy) node() ast.Expr {
	if p.config != nil {
		return p.config
	}
	return p.call
}

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

// library returns the findings about policies that the package makes with a
// library.
func (p *policies) library(lib *library) []finding {
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

// given adds the options that are arguments of a call.
func (p *policies) given(pol *policy, call *ast.CallExpr) {
	args := call.Args
	if call.Ellipsis.IsValid() {
		args = nil
		if lit, ok := p.literal(call.Args[len(call.Args)-1]); ok {
			args = lit.Elts
		} else {
			pol.opaque = true
		}
	}
	for _, arg := range args {
		vals := p.view.Sources(arg)
		made, ok := vals[0].Expr.(*ast.CallExpr)
		if len(vals) != 1 || !ok {
			pol.opaque = true
			continue
		}
		fn := typeutil.StaticCallee(p.info, made)
		if o, ok := pol.lib.option(frameworks.FuncOf(fn)); ok {
			pol.options = append(pol.options, option{o, made})
		} else if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != pol.lib.New[0].Pkg {
			pol.opaque = true
		}
	}
}

// literal returns the composite literal that e always is.
func (p *policies) literal(e ast.Expr) (*ast.CompositeLit, bool) {
	vals := p.view.Sources(e)
	lit, ok := vals[0].Expr.(*ast.CompositeLit)
	return lit, ok && len(vals) == 1
}

// chained adds the options that are chained to a call: to the call itself, and
// to the variable that it is assigned to. One that decides about origins takes
// the place of those before it.
func (p *policies) chained(pol *policy, cur inspector.Cursor) {
	cur = p.chain(pol, cur)
	if assign, ok := cur.Parent().Node().(*ast.AssignStmt); ok && len(assign.Lhs) == 1 {
		if id, ok := assign.Lhs[0].(*ast.Ident); ok {
			p.chainedTo(pol, p.info.ObjectOf(id), cur)
		}
	}
	decides := func(o option) bool {
		return o.Role != frameworks.CORSCredentials && o.Role != frameworks.CORSNoCredentials
	}
	last := -1
	for i, o := range pol.options {
		if decides(o) {
			last = i
		}
	}
	kept := pol.options[:0]
	for i, o := range pol.options {
		if !decides(o) || i == last {
			kept = append(kept, o)
		}
	}
	pol.options = kept
}

// chain follows x.Option(…).Option(…) from x, and returns its end.
func (p *policies) chain(pol *policy, x inspector.Cursor) inspector.Cursor {
	for {
		sel, ok := x.Parent().Node().(*ast.SelectorExpr)
		call, isCall := x.Parent().Parent().Node().(*ast.CallExpr)
		if !ok || !isCall || call.Fun != sel || p.info.TypeOf(call) == nil || !types.Identical(p.info.TypeOf(call), p.info.TypeOf(sel.X)) {
			return x
		}
		if o, ok := pol.lib.option(frameworks.FuncOf(typeutil.StaticCallee(p.info, call))); ok {
			pol.options = append(pol.options, option{o, call})
		}
		x = x.Parent().Parent()
	}
}

func (p *policies) chainedTo(pol *policy, v types.Object, made inspector.Cursor) {
	if v == nil {
		return
	}
	for cur := range p.root.Preorder((*ast.Ident)(nil)) {
		if p.info.Uses[cur.Node().(*ast.Ident)] == v && cur.Node().Pos() > made.Node().End() && !p.view.Skipped(cur) {
			p.chain(pol, cur)
		}
	}
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
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
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

// setting is what a policy says about one thing.
type setting struct {
	role frameworks.CORSRole
	name string // as the user wrote it: AllowedOrigins, handlers.AllowedOrigins
	vals []values.Value
	// list are origins that are arguments one by one; vals is empty then.
	list *values.List
	node ast.Expr // where a list stands
}

// settings returns what the policy says about what has a role, in the order in
// which the library asks. What it says nothing about has a zero value.
func (p *policies) settings(pol policy, role frameworks.CORSRole) []setting {
	if pol.lib.Config == (frameworks.Type{}) || pol.config == nil {
		return p.optionSettings(pol, role)
	}
	var found []setting
	for _, f := range pol.lib.Fields {
		if f.Role == role {
			found = append(found, setting{role: role, name: f.Name, vals: p.field(pol, f)})
		}
	}
	return found
}

// field returns the values of a field of the configuration, with those that a
// preset has.
func (p *policies) field(pol policy, f frameworks.CORSField) []values.Value {
	switch {
	case pol.opaque:
		return []values.Value{{Expr: pol.config, Whole: true}}
	case !hasField(p.info.TypeOf(pol.config), f.Name):
		return []values.Value{{}} // not in this version
	}
	vals := p.view.Field(pol.config, f.Name)
	for i, val := range vals {
		if !val.Whole {
			continue
		}
		pr := pol.lib.presetOf(p.info, val.Expr)
		if pr == nil || pr.Anyone && f.Role == frameworks.CORSOrigins {
			continue
		}
		vals[i].Whole = false
		switch {
		case f.Role == frameworks.CORSOrigins && len(pr.Origins) > 0:
			vals[i].Known = &values.Known{Items: pr.Origins, List: true, Key: types.ExprString(val.Expr), Place: "by default"}
		case f.Role == frameworks.CORSCredentials && pr.Credentials:
			vals[i].Known = &values.Known{Items: []string{"true"}}
		default:
			vals[i].Expr = nil
		}
	}
	return vals
}

func hasField(t types.Type, name string) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if f.Name() == name {
			return true
		}
	}
	return false
}

func (p *policies) optionSettings(pol policy, role frameworks.CORSRole) []setting {
	var found []setting
	for _, o := range pol.options {
		if o.Role == role {
			found = append(found, p.optionSetting(o))
		}
	}
	switch {
	case len(found) > 0:
		return found[len(found)-1:] // the last one counts
	case pol.opaque:
		return []setting{{vals: []values.Value{{Expr: pol.call, Whole: true}}}}
	}
	return []setting{{vals: []values.Value{{}}}}
}

func (p *policies) optionSetting(o option) setting {
	s := setting{role: o.Role, name: types.ExprString(o.call.Fun), node: o.call}
	if len(o.call.Args) > 0 {
		if sel, ok := ast.Unparen(o.call.Fun).(*ast.SelectorExpr); ok {
			if _, isCall := ast.Unparen(sel.X).(*ast.CallExpr); isCall {
				s.name = sel.Sel.Name // of a chain, not all that stands before it
			}
		}
	}
	fn := typeutil.StaticCallee(p.info, o.call)
	switch {
	case o.Arg == frameworks.None:
		s.vals = []values.Value{{Expr: o.call, Known: &values.Known{Items: []string{"true"}}}}
	case o.Arg >= len(o.call.Args):
		s.list = &values.List{Complete: true}
	case oneByOne(fn, o.Arg) && !o.call.Ellipsis.IsValid():
		s.list = p.arguments(o.call.Args[o.Arg:])
		s.node = o.call.Args[o.Arg]
	default:
		s.vals = p.view.Sources(o.call.Args[o.Arg])
	}
	return s
}

// oneByOne reports whether a parameter is one string, or one for each argument
// from there on.
func oneByOne(fn *types.Func, i int) bool {
	params := fn.Signature().Params()
	if i >= params.Len() {
		return false
	}
	t := params.At(i).Type()
	if slice, ok := types.Unalias(t).(*types.Slice); ok && fn.Signature().Variadic() && i == params.Len()-1 {
		t = slice.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// arguments returns strings that are arguments one by one, as a list.
func (p *policies) arguments(args []ast.Expr) *values.List {
	l := &values.List{Complete: true}
	for _, arg := range args {
		if text, ok := p.view.String(arg); ok {
			l.Items = append(l.Items, values.Item{Text: text, Expr: arg})
		} else {
			l.Complete = false
		}
	}
	return l
}
