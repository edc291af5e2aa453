package routing

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// eval walks e and returns the router that it is, or None.
func (w *walker) eval(e ast.Expr) int {
	switch e := e.(type) {
	case nil:
		return None
	case *ast.Ident:
		if obj := w.p.info.Uses[e]; obj != nil && w.closures[obj] != nil {
			return w.literal(w.closures[obj])
		}
		return w.lookup(e)
	case *ast.SelectorExpr:
		return w.selector(e)
	case *ast.ParenExpr:
		return w.eval(e.X)
	case *ast.StarExpr:
		return w.eval(e.X)
	case *ast.UnaryExpr:
		w.escaped(e)
		return w.eval(e.X)
	case *ast.TypeAssertExpr:
		return w.eval(e.X)
	case *ast.BinaryExpr:
		w.eval(e.X)
		w.eval(e.Y)
	case *ast.IndexExpr:
		w.eval(e.X)
		w.eval(e.Index)
	case *ast.SliceExpr:
		w.eval(e.X)
	case *ast.KeyValueExpr:
		return w.eval(e.Value)
	case *ast.FuncLit:
		return w.literal(e)
	case *ast.CompositeLit:
		return w.composite(e)
	case *ast.CallExpr:
		if results := w.call(e); len(results) > 0 {
			return results[0]
		}
	}
	return None
}

// evalMulti is eval for an expression of several values.
func (w *walker) evalMulti(e ast.Expr) []int {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		return w.call(call)
	}
	return []int{w.eval(e)}
}

// selector evaluates a field, a package's variable, or a method value.
func (w *walker) selector(e *ast.SelectorExpr) int {
	s := w.p.info.Selections[e]
	if s != nil && s.Kind() == types.MethodVal {
		if r := w.receiver(e); r != None {
			if s.Obj().Name() == "ServeHTTP" {
				return r // the router as a function
			}
			w.escape(r, e) // called later, by we do not know whom
		}
		return None
	}
	if r := w.lookup(e); r != None {
		return r
	}
	if s != nil {
		w.eval(e.X)
	}
	return None
}

// literal walks a function literal that is a value, and returns the router
// that it is a handler around, or None. What it does it may do, later.
func (w *walker) literal(lit *ast.FuncLit) int {
	if w.walking[lit] {
		return None
	}
	w.walking[lit] = true
	l := &literal{serves: None}
	w.lits = append(w.lits, l)
	after := len(w.after)
	w.arms(false, func() bool { w.stmts(lit.Body.List); return false })
	w.after = w.after[:after]
	w.lits = w.lits[:len(w.lits)-1]
	delete(w.walking, lit)
	if l.serves == None {
		return None
	}
	mw := w.p.literalMiddleware(lit)
	return w.wrap(l.serves, mw, siteOf(lit))
}

// run walks the body of a literal that is called here.
func (w *walker) run(lit *ast.FuncLit, args []int) {
	if w.walking[lit] {
		return
	}
	w.walking[lit] = true
	i := 0
	for _, f := range lit.Type.Params.List {
		for _, name := range f.Names {
			if obj := w.p.info.Defs[name]; obj != nil {
				k := key{obj, ""}
				if i < len(args) && args[i] != None {
					w.env[k] = args[i]
				} else {
					delete(w.env, k)
				}
			}
			i++
		}
	}
	after := len(w.after)
	w.stmts(lit.Body.List)
	w.after = w.after[:after]
	delete(w.walking, lit)
}

// wrap records that a handler runs mw around router r, and returns the handler.
func (w *walker) wrap(r int, mw Middleware, at site) int {
	child := w.reg.add(Router{Origin: Derived, Parent: r, Param: None, Name: mw.Name, site: at})
	w.event(Event{Op: Wrap, Router: r, Child: child, Middleware: []Middleware{mw}, Name: mw.Name, site: at})
	return child
}

// composite walks a composite literal. A server's handler is served; a handler
// of a type of ours may run around one that it holds; what is stored anywhere
// else can be reached by others.
func (w *walker) composite(lit *ast.CompositeLit) int {
	handler := None
	server := frameworks.TypeOf(w.p.info.TypeOf(lit)) == frameworks.Type{Pkg: "net/http", Name: "Server"}
	for i, el := range lit.Elts {
		kv, isKV := el.(*ast.KeyValueExpr)
		var r int
		if isKV {
			r = w.eval(kv.Value)
		} else {
			r = w.eval(el)
		}
		if r == None {
			continue
		}
		if f := w.p.field(lit, i, kv); f != nil {
			if server && f.Name() == "Handler" {
				w.serve(r, el)
				continue
			}
			if w.fields[lit] == nil {
				w.fields[lit] = make(map[string]int)
			}
			w.fields[lit][f.Name()] = r
			w.store(r, el, f)
		} else {
			w.store(r, el, nil)
		}
		if fn := w.p.servesHTTP(lit); fn != nil && handler == None {
			handler = w.wrap(r, w.p.around(fn, lit), siteOf(lit))
		}
	}
	return handler
}

// field returns the field that the i-th element of the struct literal lit sets;
// nil if lit is of another type.
func (p *pkg) field(lit *ast.CompositeLit, i int, kv *ast.KeyValueExpr) *types.Var {
	if kv != nil {
		if _, ok := keyName(kv); ok {
			return p.holder(kv.Key)
		}
		return nil
	}
	t := p.info.TypeOf(lit)
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if st, ok := t.Underlying().(*types.Struct); ok && i < st.NumFields() {
		return st.Field(i).Origin()
	}
	return nil
}

func keyName(kv *ast.KeyValueExpr) (string, bool) {
	if kv == nil {
		return "", false
	}
	id, ok := kv.Key.(*ast.Ident)
	if !ok {
		return "", false
	}
	return id.Name, true
}

// isServerHandler reports whether sel is the Handler field of an http.Server.
func (w *walker) isServerHandler(sel *ast.SelectorExpr) bool {
	s := w.p.info.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal || s.Obj().Name() != "Handler" {
		return false
	}
	return frameworks.TypeOf(w.p.info.TypeOf(sel.X)) == frameworks.Type{Pkg: "net/http", Name: "Server"}
}

func (w *walker) serve(r int, n ast.Node) {
	if r != None {
		w.event(Event{Op: Serve, Router: r, Child: None, site: siteOf(n)})
	}
}

// store records that r is kept in holder, or somewhere without a name.
func (w *walker) store(r int, n ast.Node, holder *types.Var) {
	if r != None {
		w.event(Event{Op: Store, Router: r, Child: None, holder: holder, site: siteOf(n)})
	}
}

// holder returns the field or package-level variable that e names, or nil.
func (p *pkg) holder(e ast.Expr) *types.Var {
	v := expr.Var(p.info, e)
	if v == nil || !v.IsField() && v.Parent() != p.pass.Pkg.Scope() {
		return nil
	}
	return v.Origin()
}

func (w *walker) escape(r int, n ast.Node) {
	if r != None {
		w.event(Event{Op: Escape, Router: r, Child: None, site: siteOf(n)})
	}
}

// keyOf returns the variable, or the field path from a variable, that e names.
// Fields of a router that are routers themselves (gin's Engine embeds its root
// RouterGroup) are the router.
func (w *walker) keyOf(e ast.Expr) (key, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj := w.p.info.ObjectOf(e)
		if v, ok := obj.(*types.Var); ok {
			return key{v, ""}, true
		}
	case *ast.StarExpr:
		return w.keyOf(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return w.keyOf(e.X)
		}
	case *ast.SelectorExpr:
		s := w.p.info.Selections[e]
		if s == nil {
			if v, ok := w.p.info.Uses[e.Sel].(*types.Var); ok {
				return key{v, ""}, true // a variable of another package
			}
			return key{}, false
		}
		if s.Kind() != types.FieldVal {
			return key{}, false
		}
		k, ok := w.keyOf(e.X)
		if !ok {
			return key{}, false
		}
		k.path = fieldPath(k.path, s.Recv(), s.Index())
		return k, true
	}
	return key{}, false
}

// fieldPath appends to path the fields that index selects from t, up to the
// first that is a router.
func fieldPath(path string, t types.Type, index []int) string {
	for _, i := range index {
		if isRouter(t) {
			break
		}
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			break
		}
		f := s.Field(i)
		path = join(path, f.Name())
		t = f.Type()
	}
	return path
}

// lookup returns the router that the variable or field e holds, or None. It
// walks nothing.
func (w *walker) lookup(e ast.Expr) int {
	k, ok := w.keyOf(e)
	if !ok {
		return None
	}
	known := len(w.reg.Routers)
	r := w.at(k, w.p.info.TypeOf(e))
	if r >= known { // first seen here
		w.reg.Routers[r].holder = w.p.holder(e)
	}
	return r
}

// at returns the router that is held at k, of type t.
func (w *walker) at(k key, t types.Type) int {
	if r, ok := w.env[k]; ok {
		return r
	}
	if t == nil || !isRouter(t) && !isHandler(t) {
		return None
	}
	r := Router{Origin: FromElsewhere, Param: None, Parent: None, Name: k.obj.Name()}
	if fr, _ := frameworks.RouterOf(t); fr != nil {
		r.Type = fr.Type
	}
	if i, ok := w.params[k.obj]; ok {
		r.Origin, r.Param, r.Path = FromParam, i, k.path
	}
	w.env[k] = w.reg.add(r)
	return w.env[k]
}

// receiver returns the router that the method selected by e is called on.
func (w *walker) receiver(e *ast.SelectorExpr) int {
	s := w.p.info.Selections[e]
	if s == nil {
		return None
	}
	if k, ok := w.keyOf(e.X); ok {
		k.path = fieldPath(k.path, s.Recv(), s.Index()[:len(s.Index())-1])
		if r, ok := w.env[k]; ok {
			return r
		}
		if len(s.Index()) == 1 {
			return w.lookup(e.X)
		}
		recv := s.Obj().(*types.Func).Signature().Recv()
		known := len(w.reg.Routers)
		r := w.at(k, recv.Type())
		if r >= known {
			w.reg.Routers[r].holder = w.p.holder(e.X)
		}
		return r
	}
	return w.eval(e.X)
}

// callee returns the function that call calls: declared, or a method of an
// interface; nil if it is a value.
func (p *pkg) callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(p.info, call).(*types.Func)
	return fn
}

// neverReturns reports whether call ends the function: panic, os.Exit and the
// like.
func (p *pkg) neverReturns(call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		b, ok := p.info.Uses[id].(*types.Builtin)
		return ok && b.Name() == "panic"
	}
	return frameworks.NeverReturns(frameworks.FuncOf(p.callee(call)))
}
