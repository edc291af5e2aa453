package corswildcard

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// library returns the open policies that the package makes with a CORS library.
//
// A configuration is judged where it becomes a middleware. One that leaves the
// package before (a result, a field, an argument of somebody else's function) is
// judged there, by what it says itself: what it leaves out may be added later.
func (p *policies) library(lib *frameworks.CORS) []finding {
	var found []finding
	add := func(at inspector.Cursor, config ast.Expr, final bool) {
		f, ok := p.judge(lib, config, final)
		if !ok {
			f, ok = p.defaults.judge(lib, config, final)
			f.byDefault()
		}
		if ok && !p.silent(at, f.reflect) {
			found = append(found, f)
		}
	}
	for cur := range p.root.Preorder((*ast.CallExpr)(nil), (*ast.ReturnStmt)(nil), (*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			fn := typeutil.StaticCallee(p.info, n)
			id := frameworks.FuncOf(fn)
			if slices.Contains(lib.AllowsAll, id) {
				if !p.silent(cur, false) {
					found = append(found, p.allowsAll(n, lib))
				}
				continue
			}
			i := slices.IndexFunc(lib.New, func(c frameworks.ConfigArg) bool { return c.Func == id })
			if i >= 0 && lib.New[i].Arg < len(n.Args) {
				add(cur, n.Args[lib.New[i].Arg], true)
			} else {
				p.leaving(lib, cur, n.Args, add)
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
	return found
}

func (p *policies) allowsAll(call *ast.CallExpr, lib *frameworks.CORS) finding {
	use := lib.New[0].Name
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		use = types.ExprString(sel.X) + "." + use
	}
	return finding{
		node:   call,
		what:   types.ExprString(call) + " lets every origin in",
		advice: "use " + use + " with the origins that need access",
	}
}

// leaving judges those of exprs that are configurations.
func (p *policies) leaving(lib *frameworks.CORS, cur inspector.Cursor, exprs []ast.Expr, add func(inspector.Cursor, ast.Expr, bool)) {
	for _, e := range exprs {
		if t := p.info.TypeOf(e); t != nil && frameworks.TypeOf(t) == lib.Config && !p.setLater(lib, t) {
			add(cur, e, false)
		}
	}
}

// setLater reports whether the package sets the origins of configurations that
// it got from elsewhere.
func (p *policies) setLater(lib *frameworks.CORS, t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if (f.Name() == lib.Origins || f.Name() == lib.AllowAll || slices.Contains(lib.OriginFuncs, f.Name())) && p.view.WrittenLoosely(f) {
			return true
		}
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

// judge tells whether a configuration lets every origin in. If it is not final,
// only what it says counts, not what it leaves out.
func (p *policies) judge(lib *frameworks.CORS, config ast.Expr, final bool) (finding, bool) {
	j := &judge{policies: p, lib: lib, config: config, final: final}
	f, ok := j.open()
	if ok && j.allTrue(lib.Credentials) {
		f.creds = credentialsAllowed
		f.credsBy = lib.Credentials + " is true"
	}
	if ok && f.advice == "" {
		f.advice = "list the origins that need access"
	}
	return f, ok
}

type judge struct {
	*policies
	lib    *frameworks.CORS
	config ast.Expr
	final  bool
}

// field returns the values of a field of the configuration.
func (j *judge) field(name string) []values.Value {
	vals := j.view.Field(j.config, name)
	for i, val := range vals {
		call, ok := val.Expr.(*ast.CallExpr)
		if ok && val.Whole && slices.Contains(j.lib.Defaults, frameworks.FuncOf(typeutil.StaticCallee(j.info, call))) {
			vals[i].Expr, vals[i].Whole = nil, false
		}
	}
	return vals
}

// allTrue reports whether a field is true in every case.
func (j *judge) allTrue(name string) bool {
	if name == "" {
		return false
	}
	return !slices.ContainsFunc(j.field(name), func(val values.Value) bool {
		c := j.view.ConstantOf(val, types.Typ[types.Bool])
		return c == nil || c.Kind() != constant.Bool || !constant.BoolVal(c)
	})
}

// open returns what lets every origin in, in the order in which the library asks.
func (j *judge) open() (finding, bool) {
	if j.allTrue(j.lib.AllowAll) {
		if j.lib.AllowAllAlone && !j.alone() {
			return finding{}, false // construction panics
		}
		val := j.field(j.lib.AllowAll)[0]
		return finding{node: val.Expr, what: j.lib.AllowAll + " is true"}, true
	}
	byList, inList := j.byList()
	if j.lib.FuncsAdd {
		if inList && !byList.reflect {
			return byList, true
		}
		for _, name := range j.lib.OriginFuncs {
			if f, _ := j.byFunc(name); f.node != nil {
				return f, true
			}
		}
		return byList, inList
	}
	for _, name := range j.lib.OriginFuncs {
		f, none := j.byFunc(name)
		if f.node != nil && j.lib.StarStays && inList && byList.star {
			f.reflect = false
		}
		if !none {
			return f, f.node != nil
		}
	}
	return byList, inList
}

// alone reports whether neither origins nor a function are set.
func (j *judge) alone() bool {
	for _, name := range append([]string{j.lib.Origins}, j.lib.OriginFuncs...) {
		for _, val := range j.field(name) {
			if !val.Zero() && !j.isNil(val) {
				l := j.view.List(val)
				return l.Complete && len(l.Items) == 0
			}
		}
	}
	return true
}

func (j *judge) isNil(val values.Value) bool {
	return val.Expr != nil && !val.Whole && j.info.Types[val.Expr].IsNil()
}

// byFunc tells whether an origin function lets every origin in; none says that
// there is no such function.
func (j *judge) byFunc(name string) (f finding, none bool) {
	vals := j.field(name)
	for _, val := range vals {
		switch {
		case val.Zero() || j.isNil(val):
			none = true
		case val.Whole || !j.letsAllIn(val.Expr, 0):
			return finding{}, false
		default:
			f = finding{node: val.Expr, what: name + " returns true for every origin", reflect: true, advice: "compare the origin with those that need access"}
		}
	}
	if none && f.node != nil {
		return finding{}, false // sometimes there is one
	}
	return f, none
}

// byList tells whether the list of origins lets every origin in, in every case.
func (j *judge) byList() (finding, bool) {
	var f finding
	for i, val := range j.field(j.lib.Origins) {
		own, ok := j.byItems(val)
		if !ok {
			return finding{}, false
		}
		if i == 0 || f.reflect && !own.reflect {
			f = own
		}
	}
	return f, f.node != nil
}

// byItems is byList for one value of the list.
func (j *judge) byItems(val values.Value) (finding, bool) {
	if val.Whole {
		return finding{}, false
	}
	l := j.view.List(val)
	var open *values.Item
	for i, item := range l.Items {
		if item.Text == "*" {
			return finding{node: item.Expr, what: j.lib.Origins + ` has "*"`, star: true, known: item.Known}, true
		}
		if open == nil && j.matchesAll(item.Text) {
			open = &l.Items[i]
		}
	}
	switch {
	case open != nil:
		return finding{node: open.Expr, what: fmt.Sprintf("%s has %q, which matches every origin of a scheme,", j.lib.Origins, open.Text), reflect: true, known: open.Known}, true
	case l.Complete && len(l.Items) == 0 && j.lib.EmptyAllowsAll && j.final:
		f := finding{node: val.Expr, what: j.lib.Origins + " is empty, which lets every origin in,"}
		if val.Zero() || j.isNil(val) {
			f.node = j.config
			f.what = fmt.Sprintf("%s without %s lets every origin in", types.ExprString(configName(j.config)), j.lib.Origins)
			f.advice = "set " + j.lib.Origins
		}
		return f, true
	}
	return finding{}, false
}

// configName is what a message calls a configuration: its type if it is a literal.
func configName(e ast.Expr) ast.Expr {
	switch n := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return configName(n.X)
	case *ast.StarExpr:
		return configName(n.X)
	case *ast.CompositeLit:
		if n.Type != nil {
			return n.Type
		}
	}
	return e
}
