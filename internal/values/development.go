package values

import (
	"go/ast"
	"go/build/constraint"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// InDevelopment reports whether the code at cur runs in development only:
//
//   - it is not there in production (Excluded),
//   - a condition that tells development holds there: one whose names or
//     constants do, in any combination with !, &&, || and else branches,
//   - it stands in a function named for development,
//   - or in an unexported function that the package uses at such places only.
//
// What a client sends tells nothing: the request is not asked.
func (v *View) InDevelopment(cur inspector.Cursor) bool {
	if !cur.Valid() {
		return false
	}
	if v.Excluded(cur) || slices.ContainsFunc(v.Conditions(cur), v.Development) {
		return true
	}
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		decl := c.Node().(*ast.FuncDecl)
		return !v.opposite && tellsDevelopment(decl.Name.Name, developmentNames) || v.usedInDevelopment(decl)
	}
	return false
}

// Excluded reports whether the code at cur is not part of what runs in
// production: its package is named for development, as cmd/devserver is, or lies
// in a folder of examples, or its file has a build constraint such as dev or
// !production.
func (v *View) Excluded(cur inspector.Cursor) bool {
	if v.developmentPackage() {
		return true
	}
	for c := range cur.Enclosing((*ast.File)(nil)) {
		return developmentFile(c.Node().(*ast.File))
	}
	return false
}

// developmentPackage reports whether the path of the package, below that of its
// module, says that it is not for production.
func (v *View) developmentPackage() bool {
	path := v.pkg.Path()
	if tellsDevelopment(path[strings.LastIndex(path, "/")+1:], developmentPackages) {
		return true
	}
	below, ok := strings.CutPrefix(path, v.module+"/")
	return ok && v.module != "" && slices.ContainsFunc(strings.Split(below, "/"), func(elem string) bool {
		return elem == "example" || elem == "examples" || elem == "_example" || elem == "_examples"
	})
}

// AsInDevelopment returns v as it is where the program runs in development: what
// runs in production only does not count there, and InDevelopment says that of
// it.
func (v *View) AsInDevelopment() *View {
	d := v.fresh()
	d.opposite = true
	d.inDev = make(map[*ast.FuncDecl]bool)
	return d
}

// usedInDevelopment reports whether every use of an unexported function is in
// development.
func (v *View) usedInDevelopment(decl *ast.FuncDecl) bool {
	used, known := v.inDev[decl]
	fn, ok := v.info.Defs[decl.Name].(*types.Func)
	if known || !ok {
		return used
	}
	v.inDev[decl] = false // functions that use each other are not used by that
	uses, all := v.Uses(fn)
	used = all && len(uses) > 0 && !slices.ContainsFunc(uses, func(use inspector.Cursor) bool { return !v.InDevelopment(use) })
	v.inDev[decl] = used
	return used
}

// Uses returns where the package mentions fn outside of fn itself, tests left
// out, and whether those are all the uses there can be: fn is not exported, or
// nothing can import the package, and no interface can call it.
func (r *Result) Uses(fn *types.Func) (uses []inspector.Cursor, all bool) {
	x := r.index()
	decl, ok := x.decls[fn.Origin()]
	for _, use := range x.uses[fn.Origin()] {
		if !ok || !decl.Contains(use) {
			uses = append(uses, use)
		}
	}
	return uses, ok && (!fn.Exported() || r.pkg.Name() == "main" && fn.Signature().Recv() == nil)
}

// Development reports whether a condition holds in development only.
func (v *View) Development(c Condition) bool {
	var ifTrue, ifFalse bool
	switch {
	case c.Cases == nil:
		ifTrue, ifFalse = v.tells(c.Expr, 0)
	default:
		ifTrue, ifFalse = true, false
		for _, e := range c.Cases {
			var t, f bool
			if c.Expr == nil {
				t, f = v.tells(e, 0)
			} else {
				t, f = v.equal(c.Expr, e, 0)
			}
			ifTrue, ifFalse = ifTrue && t, ifFalse || f
		}
	}
	if v.opposite {
		ifTrue, ifFalse = ifFalse, ifTrue
	}
	return c.Holds && ifTrue || !c.Holds && ifFalse
}

// tells reports whether the program is in development when e is true, and
// whether it is when e is false.
func (v *View) tells(e ast.Expr, depth int) (ifTrue, ifFalse bool) {
	if e == nil || depth > 4 {
		return false, false
	}
	e = ast.Unparen(e)
	if tv := v.info.Types[e]; tv.Value != nil && tv.Value.Kind() == constant.Bool && constant.BoolVal(tv.Value) {
		return false, false // a constant true is true in production, whatever its name
	}
	switch e := e.(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			t, f := v.tells(e.X, depth)
			return f, t
		}
	case *ast.BinaryExpr:
		xt, xf := v.tells(e.X, depth)
		yt, yf := v.tells(e.Y, depth)
		switch e.Op {
		case token.LAND:
			return xt || yt, xf && yf
		case token.LOR:
			return xt && yt, xf || yf
		case token.EQL:
			return v.equal(e.X, e.Y, depth)
		case token.NEQ:
			t, f := v.equal(e.X, e.Y, depth)
			return f, t
		}
	case *ast.CallExpr:
		return v.called(e, depth)
	case *ast.Ident, *ast.SelectorExpr, *ast.StarExpr, *ast.IndexExpr:
		return v.named(e, depth)
	}
	return false, false
}

// equal is tells for x == y.
func (v *View) equal(x, y ast.Expr, depth int) (ifTrue, ifFalse bool) {
	if v.constant(x) != nil {
		x, y = y, x
	}
	value := v.constant(y)
	if value == nil || v.constant(x) != nil {
		return false, false
	}
	switch t, f := v.tellsText(y, value); {
	case t || f:
		return v.unlessAsked(x, t, f)
	case truthy(value):
		t, f := v.truth(x, depth)
		return v.unlessAsked(x, t, f)
	case falsy(value):
		t, f := v.truth(x, depth)
		return v.unlessAsked(x, f, t)
	}
	return false, false
}

// unlessAsked returns what tells told of e, or nothing if e comes from a request:
// what a client sends says nothing of where the program runs. That is asked last,
// since it costs most.
func (v *View) unlessAsked(e ast.Expr, ifTrue, ifFalse bool) (bool, bool) {
	if (ifTrue || ifFalse) && v.FromRequest(e) {
		return false, false
	}
	return ifTrue, ifFalse
}

// truth is tells for an operand that is compared with something like true:
// os.Getenv("DEV") == "1".
func (v *View) truth(x ast.Expr, depth int) (ifTrue, ifFalse bool) {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return v.tells(x, depth)
	}
	for _, arg := range call.Args {
		if value := v.constant(arg); value != nil {
			if t, f := v.tellsText(arg, value); t || f {
				return t, f
			}
		}
	}
	return v.tells(x, depth)
}

// called is tells for a call: of a function named for development, of a
// predicate of strings such as strings.EqualFold(env, "dev"), or of one
// function whose argument is named for it.
func (v *View) called(call *ast.CallExpr, depth int) (ifTrue, ifFalse bool) {
	fn := typeutil.StaticCallee(v.info, call)
	if fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "strings" || fn.Pkg().Path() == "slices") {
		t, f := v.contains(call)
		return v.unlessAsked(call, t, f)
	}
	if t, f := v.named(call.Fun, depth); t || f {
		return v.unlessAsked(call, t, f)
	}
	t, f := v.texts(call.Args)
	return v.unlessAsked(call, t, f)
}

// contains is tells for a predicate of package strings or slices: every constant
// must tell the same.
func (v *View) contains(call *ast.CallExpr) (ifTrue, ifFalse bool) {
	var consts []ast.Expr
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.CompositeLit); ok {
			consts = append(consts, lit.Elts...)
		} else if v.constant(arg) != nil {
			consts = append(consts, arg)
		}
	}
	return v.texts(consts)
}

// texts is tells for constants that are looked for in something.
func (v *View) texts(consts []ast.Expr) (ifTrue, ifFalse bool) {
	n := 0
	ifTrue = true
	for _, e := range consts {
		value := v.constant(e)
		if value == nil {
			continue
		}
		n++
		t, f := v.tellsText(e, value)
		ifTrue, ifFalse = ifTrue && t, ifFalse || f
	}
	return n > 0 && ifTrue, ifFalse
}

// named is tells for a variable, a field or a function.
func (v *View) named(e ast.Expr, depth int) (ifTrue, ifFalse bool) {
	ifTrue, ifFalse = v.sounds(e, depth)
	return v.unlessAsked(e, ifTrue, ifFalse)
}

// sounds is named without regard to where the value comes from.
func (v *View) sounds(e ast.Expr, depth int) (ifTrue, ifFalse bool) {
	if v.configured(e) {
		return true, false
	}
	name := path(v.info, e)
	if t, f := tellsDevelopment(name, developmentWords), tellsProduction(name); t || f {
		return t, f
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false, false
	}
	obj, _ := v.info.ObjectOf(id).(*types.Var)
	if only, ok := v.index().only(obj); ok {
		return v.tells(only, depth+1)
	}
	return false, false
}

// configured reports whether the user's configuration says that e is true in
// development only.
func (v *View) configured(e ast.Expr) bool {
	if len(v.development) == 0 {
		return false
	}
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
		if sel := v.info.Selections[e]; sel != nil && sel.Kind() == types.FieldVal {
			t := frameworks.TypeOf(sel.Recv())
			return v.development[t.Pkg+"."+t.Name+"."+id.Name]
		}
	case *ast.StarExpr:
		return v.configured(e.X)
	}
	switch obj := v.info.ObjectOf(id).(type) {
	case *types.Func:
		return v.development[frameworks.FuncOf(obj).String()]
	case *types.Var, *types.Const:
		return obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() && v.development[obj.Pkg().Path()+"."+obj.Name()]
	}
	return false
}

// path returns the names of a selector without its package: "cfg.Dev.Enabled".
func path(info *types.Info, e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if _, ok := info.Uses[e].(*types.PkgName); ok {
			return ""
		}
		return e.Name
	case *ast.SelectorExpr:
		return path(info, e.X) + "_" + e.Sel.Name
	case *ast.CallExpr:
		return path(info, e.Fun)
	case *ast.StarExpr:
		return path(info, e.X)
	case *ast.IndexExpr:
		return path(info, e.X)
	}
	return ""
}

// tellsText is tells for "something == e", where e is a constant.
func (v *View) tellsText(e ast.Expr, value constant.Value) (ifTrue, ifFalse bool) {
	name := path(v.info, e)
	if value.Kind() == constant.String {
		name += "_" + constant.StringVal(value)
	}
	return tellsDevelopment(name, developmentWords), tellsProduction(name)
}

func truthy(value constant.Value) bool {
	switch value.Kind() {
	case constant.Bool:
		return constant.BoolVal(value)
	case constant.String:
		return slices.Contains([]string{"1", "true", "yes", "on", "y", "t"}, strings.ToLower(constant.StringVal(value)))
	case constant.Int:
		return value.ExactString() == "1"
	}
	return false
}

func falsy(value constant.Value) bool {
	switch value.Kind() {
	case constant.Bool:
		return !constant.BoolVal(value)
	case constant.String:
		return slices.Contains([]string{"", "0", "false", "no", "off", "n", "f"}, strings.ToLower(constant.StringVal(value)))
	case constant.Int:
		return value.ExactString() == "0"
	}
	return false
}

// constant returns the constant value of e, or nil.
func (r *Result) constant(e ast.Expr) constant.Value { return r.info.Types[ast.Unparen(e)].Value }

// developmentFile reports whether the file's build constraint is satisfied in
// development only.
func developmentFile(f *ast.File) bool {
	for _, group := range f.Comments {
		if group.Pos() > f.Package {
			break
		}
		for _, c := range group.List {
			if expr, err := constraint.Parse(c.Text); err == nil && constraint.IsGoBuild(c.Text) {
				t, _ := tellsTag(expr)
				return t
			}
		}
	}
	return false
}

func tellsTag(expr constraint.Expr) (ifTrue, ifFalse bool) {
	switch e := expr.(type) {
	case *constraint.TagExpr:
		return tellsDevelopment(e.Tag, developmentWords), tellsProduction(e.Tag)
	case *constraint.NotExpr:
		t, f := tellsTag(e.X)
		return f, t
	case *constraint.AndExpr:
		xt, xf := tellsTag(e.X)
		yt, yf := tellsTag(e.Y)
		return xt || yt, xf && yf
	case *constraint.OrExpr:
		xt, xf := tellsTag(e.X)
		yt, yf := tellsTag(e.Y)
		return xt && yt, xf || yf
	}
	return false, false
}
