package defaults

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/values"
)

// fallback returns what is known of a function that may look something up, or
// nil. A function that is asked about while it is being looked into, by
// recursion, has none.
func (s *summary) fallback(fn *types.Func) *Fallback {
	f, known := s.fallbacks[fn]
	if known {
		return f
	}
	s.fallbacks[fn] = nil
	switch {
	case fn.Pkg() == s.pass.Pkg:
		if cur, ok := s.values.Declaration(fn); ok && mayFallBack(fn.Signature()) {
			if decl := cur.Node().(*ast.FuncDecl); decl.Body != nil { // it is not written in assembly
				f = s.ownFallback(fn, decl)
			}
		}
	case s.isForeign(fn):
		if fact := new(Fallback); s.pass.ImportObjectFact(fn, fact) {
			f = fact
		}
	}
	s.fallbacks[fn] = f
	return f
}

// ownFallback learns from the body: by default, what the function returns is one
// of its parameters. Where it returns something that it has made of the setting,
// such as what strconv.ParseBool says of it, there was a setting.
func (s *summary) ownFallback(fn *types.Func, decl *ast.FuncDecl) *Fallback {
	asked := s.lookups(fn, decl)
	if len(asked) == 0 {
		return nil
	}
	returns, ok := s.body.ReturnsIn(s.values.At(decl))
	if !ok {
		return nil
	}
	fallback := -1
	for _, ret := range returns {
		for _, val := range s.body.Sources(ret.Node().(*ast.ReturnStmt).Results[0]) {
			i := s.parameter(fn, val)
			switch {
			case i >= 0 && (fallback < 0 || fallback == i):
				fallback = i
			case i >= 0:
				return nil // one or the other
			case fn.Signature().Variadic() && s.isEmpty(val):
				// without a fallback in the call
			case val.Expr == nil || !s.values.Mentions(val.Expr, asked.has):
				return nil
			}
		}
	}
	if fallback < 0 {
		return nil
	}
	return &Fallback{Key: asked.key(fallback), Fallback: fallback}
}

// parameter returns the index of the parameter that a value is by default, or
// whose first element or parts it is; -1 if it is none.
func (s *summary) parameter(fn *types.Func, val values.Value) int {
	if val.Known != nil || val.Whole || val.Expr == nil {
		return -1
	}
	params, variadic := fn.Signature().Params(), fn.Signature().Variadic()
	switch n := val.Expr.(type) {
	case *ast.Ident:
		for i := range params.Len() {
			if s.isName(n, params.At(i)) && !(variadic && i == params.Len()-1) {
				return i
			}
		}
	case *ast.IndexExpr: // fallback[0]
		c, last := s.info.Types[n.Index].Value, params.Len()-1
		if variadic && c != nil && c.ExactString() == "0" && s.isName(n.X, params.At(last)) {
			return last
		}
	case *ast.CallExpr:
		switch frameworks.FuncOf(typeutil.StaticCallee(s.info, n)).String() {
		case "strings.Split", "strings.Fields": // strings.Split(fallback, ",")
			if vals := s.open.Sources(n.Args[0]); len(vals) == 1 && vals[0].Expr != val.Expr {
				return s.parameter(fn, vals[0])
			}
		}
	}
	return -1
}

// isEmpty reports whether a value is the zero value, written or not.
func (s *summary) isEmpty(val values.Value) bool {
	if val.Zero() || val.Whole {
		return val.Zero()
	}
	if lit, ok := val.Expr.(*ast.CompositeLit); ok {
		return len(lit.Elts) == 0
	}
	tv := s.info.Types[val.Expr]
	return tv.IsNil() || tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) == ""
}

// lookup is a call that asks for a setting.
type lookup struct {
	call *ast.CallExpr
	// keyed is the index of the function's parameter that names the setting, as it
	// is; -1 if something else does: a constant, or what was made of a parameter.
	keyed int
}

type lookups []lookup

func (ls lookups) has(e ast.Expr) bool {
	return slices.ContainsFunc(ls, func(l lookup) bool { return ast.Expr(l.call) == e })
}

// key returns the parameter that names the settings that are looked up, or -1.
func (ls lookups) key(fallback int) int {
	key := -1
	for i, l := range ls {
		if i == 0 {
			key = l.keyed
		}
		if l.keyed != key {
			return -1
		}
	}
	if key == fallback {
		return -1
	}
	return key
}

// lookups returns the calls in a function that ask for a setting, by a parameter
// or by a constant.
func (s *summary) lookups(fn *types.Func, decl *ast.FuncDecl) (found lookups) {
	params := fn.Signature().Params()
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		arg := s.keyOf(call)
		if arg == nil {
			return true
		}
		l := lookup{call: call, keyed: -1}
		for i := range params.Len() {
			if s.isName(arg, params.At(i)) {
				l.keyed = i
			}
		}
		if l.keyed < 0 && s.info.Types[arg].Value == nil && !s.mentionsParameter(arg, params) {
			return true // a fixed name that is not the caller's business
		}
		found = append(found, l)
		return true
	})
	return found
}

func (s *summary) mentionsParameter(e ast.Expr, params *types.Tuple) bool {
	return s.values.Mentions(e, func(e ast.Expr) bool {
		for p := range params.Variables() {
			if s.isName(e, p) {
				return true
			}
		}
		return false
	})
}

// keyOf returns the argument by which a call asks for a setting, or nil if it
// does not ask for one: of the environment, of a configuration library, of a
// function that has a fallback for it.
func (s *summary) keyOf(call *ast.CallExpr) ast.Expr {
	fn := typeutil.StaticCallee(s.info, call)
	if fn == nil {
		if s.isEnvironment(call.Fun) {
			return call.Args[0]
		}
		return nil
	}
	id := frameworks.FuncOf(fn)
	if id.Pkg == "os" || id.Pkg == "syscall" {
		if id.Recv == "" && (id.Name == "Getenv" || id.Name == "LookupEnv") {
			return call.Args[0]
		}
		return nil
	}
	for _, lib := range s.libraries {
		if slices.ContainsFunc(lib.Getters, func(fs frameworks.Funcs) bool { return fs.Has(id) }) {
			return call.Args[0]
		}
	}
	if key, _, ok := s.Fallback(fn); ok && key >= 0 && key < len(call.Args) {
		return call.Args[key]
	}
	return nil
}

// isEnvironment reports whether a function value is os.Getenv or os.LookupEnv.
func (s *summary) isEnvironment(fun ast.Expr) bool {
	id, ok := ast.Unparen(fun).(*ast.Ident)
	if !ok {
		return false
	}
	if v, ok := s.info.Uses[id].(*types.Var); !ok || v.Kind() == types.ParamVar {
		return false
	}
	vals := s.always.Sources(id)
	return !slices.ContainsFunc(vals, func(val values.Value) bool {
		sel, ok := val.Expr.(*ast.SelectorExpr)
		if !ok || val.Whole {
			return true
		}
		fn, ok := s.info.Uses[sel.Sel].(*types.Func)
		name := frameworks.FuncOf(fn).String()
		return !ok || name != "os.Getenv" && name != "os.LookupEnv"
	})
}

// settingIn returns the name of the setting that an expression asks for, or "".
func (s *summary) settingIn(e ast.Expr) string {
	name := ""
	s.values.Mentions(e, func(e ast.Expr) bool {
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return false
		}
		if arg := s.keyOf(call); arg != nil {
			name, _ = s.always.String(arg)
		}
		return name != ""
	})
	return name
}

// expected reports whether a condition holds unless somebody has configured
// something: it tests a field, a variable or an error for being empty, or says
// that this is production.
func (s *summary) expected(c values.Condition, obj *types.Var) bool {
	if s.view.Met(c) || s.always.Development(values.Condition{Expr: c.Expr, Cases: c.Cases, Holds: !c.Holds}) {
		return true
	}
	b, ok := ast.Unparen(orNil(c)).(*ast.BinaryExpr)
	if !ok {
		return false
	}
	x, y := b.X, b.Y
	if tv := s.info.Types[x]; tv.IsNil() || tv.Value != nil {
		x, y = y, x
	}
	tv := s.info.Types[y]
	empty := tv.IsNil() || tv.Value != nil && (tv.Value.ExactString() == `""` || tv.Value.ExactString() == "0")
	if !empty || (b.Op == token.EQL) != c.Holds || b.Op != token.EQL && b.Op != token.NEQ && b.Op != token.GTR {
		return false
	}
	if tv.IsNil() && expr.IsErrorType(s.info.TypeOf(x)) {
		return true
	}
	return s.mentionsVar(x, obj)
}

func orNil(c values.Condition) ast.Expr {
	if c.Cases != nil || c.Expr == nil {
		return ast.NewIdent("_")
	}
	return c.Expr
}

// mentionsVar reports whether obj, a variable or a field, stands in n.
func (s *summary) mentionsVar(n ast.Node, obj types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && s.info.Uses[id] == obj
		return !found
	})
	return found
}
