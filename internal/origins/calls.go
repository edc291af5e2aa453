package origins

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

func callee(info *types.Info, call *ast.CallExpr) types.Object { return typeutil.Callee(info, call) }

// call evaluates a call.
func (r *run) call(f *frame, n *ast.CallExpr) value {
	if ast.Node(n) == r.target {
		r.arrive(f)
		return lost()
	}
	if r.isOrigin != nil && r.isOrigin(n) {
		return text{r.origin, ofOrigin}
	}
	if r.info.Types[n.Fun].IsType() {
		return r.conversion(f, n)
	}
	obj := callee(r.info, n)
	if b, ok := obj.(*types.Builtin); ok {
		return r.builtin(f, n, b.Name())
	}
	if r.inDevelopment(n) {
		return boolean(false)
	}
	fun := r.eval(f, n.Fun)
	args := r.arguments(f, n)
	if r.readsOrigin(obj, fun, args) {
		return text{r.origin, ofOrigin}
	}
	switch fun.(type) {
	case closure, native:
		return r.invoke(fun, args, n)
	}
	return r.unknownCall(n, fun, args)
}

// inDevelopment reports whether a call is true in development only.
func (r *run) inDevelopment(n *ast.CallExpr) bool {
	t := r.info.TypeOf(n)
	if t == nil || len(n.Args) > 0 || !types.Identical(t.Underlying(), types.Typ[types.Bool]) {
		return false
	}
	return r.tellsDevelopment(nil, n, true)
}

// arguments evaluates the arguments of a call.
func (r *run) arguments(f *frame, n *ast.CallExpr) []value {
	if len(n.Args) == 1 {
		if v, ok := r.eval(f, n.Args[0]).(tuple); ok {
			return v
		}
	}
	args := make([]value, len(n.Args))
	for i, arg := range n.Args {
		args[i] = copied(r.eval(f, arg), r.info.TypeOf(arg))
		r.forget(f, arg)
	}
	sig, ok := signature(r.info.TypeOf(n.Fun))
	if !ok || !sig.Variadic() || n.Ellipsis.IsValid() || r.isForeign(n) {
		return args
	}
	fixed := min(sig.Params().Len()-1, len(args))
	return append(args[:fixed:fixed], &list{elems: args[fixed:]})
}

// forget makes a variable unknown whose address is given away, unless it is
// a struct: that is shared with who gets it.
func (r *run) forget(f *frame, arg ast.Expr) {
	u, ok := ast.Unparen(arg).(*ast.UnaryExpr)
	if !ok {
		return
	}
	if id, ok := ast.Unparen(u.X).(*ast.Ident); ok {
		if _, shared := r.eval(f, id).(*object); !shared {
			r.store(f, id, unknown{taint: ofOrigin})
		}
	}
}

// invoke calls a function with its arguments; the elements of a variadic one's
// last argument are a list. call is where it is called.
func (r *run) invoke(fun value, args []value, call ast.Expr) value {
	switch fun := fun.(type) {
	case closure:
		return r.enterClosure(fun, args)
	case native:
		if lib := r.libraryOf(fun.fn); lib != nil {
			if v := lib(r, &invocation{call: call, fn: fun.fn, recv: fun.recv, args: args}); v != nil {
				return v
			}
		}
		return r.unknownCall(call, fun, args)
	}
	return lost(append(args, fun)...)
}

const maxCalls = 12

// enterClosure calls a function whose body is at hand.
func (r *run) enterClosure(c closure, args []value) value {
	if r.calls++; r.calls > maxCalls || c.body == nil {
		r.calls--
		return unknown{taint: ofOrigin}
	}
	defer func() { r.calls-- }()
	f := c.frame.inner()
	if c.self != nil {
		if v, ok := r.info.Defs[c.self].(*types.Var); ok {
			f.vars[v] = copied(c.recv, v.Type())
		}
	}
	i := 0
	for _, field := range c.params.List {
		for _, id := range field.Names {
			if v, ok := r.info.Defs[id].(*types.Var); ok {
				f.vars[v] = argument(args, i)
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
	r.declareResults(f, c.result)
	out := r.block(f, c.body.List)
	switch {
	case out.flow == stopped:
		if !r.arrived() {
			r.giveUp() // a panic, which ends the callers too
		}
		return unknown{taint: ofOrigin}
	case out.value == nil && c.result != nil:
		return r.named(f, c.result)
	case out.value == nil:
		return tuple{}
	}
	return out.value
}

func argument(args []value, i int) value {
	if i < len(args) {
		return args[i]
	}
	return unknown{taint: ofOrigin}
}

// declareResults declares named results.
func (r *run) declareResults(f *frame, results *ast.FieldList) {
	if results == nil {
		return
	}
	for _, field := range results.List {
		for _, id := range field.Names {
			if v, ok := r.info.Defs[id].(*types.Var); ok {
				f.vars[v] = zeroOf(v.Type())
			}
		}
	}
}

// named returns the named results of a function that ends with return.
func (r *run) named(f *frame, results *ast.FieldList) value {
	var t tuple
	for _, field := range results.List {
		for _, id := range field.Names {
			if v, ok := r.info.Defs[id].(*types.Var); ok && f.vars[v] != nil {
				t = append(t, f.vars[v])
			}
		}
	}
	if len(t) == 1 {
		return t[0]
	}
	return t
}

// unknownCall is what a function returns of which nothing is known: if it does
// not get the origin, what the program is configured with.
func (r *run) unknownCall(call ast.Expr, fun value, args []value) value {
	of := append(append(tuple{}, args...), fun)
	if n, ok := fun.(native); ok && isObject(n.recv) {
		return unknown{taint: ofOrigin} // it may have got the origin before
	}
	if slices.ContainsFunc(args, assigns) {
		r.giveUp() // it may call the function that it gets
	}
	n, ok := call.(*ast.CallExpr)
	if !ok {
		return unknown{taint: ofOrigin}
	}
	for i, arg := range args {
		if i < len(n.Args) && r.isComputed(n.Args[i], arg) {
			return unknown{taint: ofOrigin}
		}
	}
	t := r.info.TypeOf(n)
	if _, several := t.(*types.Tuple); several {
		return lost(of)
	}
	if fn, ok := callee(r.info, n).(*types.Func); ok && taintOf(of)&ofOrigin != 0 && r.isMethodOrPath(fn) && len(args) == 0 {
		return unknown{taint: ofRequest}
	}
	if taint := taintOf(of); taint&(ofOrigin|ofRequest) != 0 {
		return unknown{taint: taint}
	}
	return r.configured(n, t)
}

// isComputed reports whether v, the value of e, is a number or a boolean that may
// have been made from the origin: they do not say.
func (r *run) isComputed(e ast.Expr, v value) bool {
	switch v.(type) {
	case number, boolean:
		return r.info.Types[e].Value == nil
	}
	return false
}

// assigns reports whether v is a function that assigns to variables, perhaps to
// those of its caller.
func assigns(v value) bool {
	c, ok := v.(closure)
	if !ok || c.body == nil {
		return false
	}
	found := false
	ast.Inspect(c.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = found || n.Tok != token.DEFINE
		case *ast.IncDecStmt:
			found = true
		}
		return !found
	})
	return found
}

// isMethodOrPath reports whether a method of a framework's context returns the
// request's method or path.
func (r *run) isMethodOrPath(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Recv() != nil && r.isRequestType(sig.Recv().Type()) && (fn.Name() == "Method" || fn.Name() == "Path" || fn.Name() == "FullPath")
}

func isObject(v value) bool {
	switch v.(type) {
	case *object, *list, *mapping:
		return true
	}
	return false
}

// readsOrigin reports whether a call is Header.Get("Origin") of a request.
func (r *run) readsOrigin(obj types.Object, fun value, args []value) bool {
	fn, ok := obj.(*types.Func)
	if !ok || name(fn) != "net/http.Header.Get" || len(args) != 1 {
		return false
	}
	n, ok := fun.(native)
	key, isText := args[0].(text)
	return ok && isText && taintOf(n.recv)&ofOrigin != 0 && strings.EqualFold(key.s, "Origin")
}

func (r *run) conversion(f *frame, n *ast.CallExpr) value {
	if len(n.Args) != 1 {
		return lost()
	}
	v := r.eval(f, n.Args[0])
	t := r.info.TypeOf(n)
	if t == nil {
		return lost(v)
	}
	switch v := v.(type) {
	case text:
		if isString(t) {
			return v
		}
	case number:
		if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
			return v
		}
		if isString(t) && v >= 0 && v < 1<<16 {
			return text{string(rune(v)), ofOrigin}
		}
	case closure, native, *list, *mapping, *object, boolean, null, link:
		return v
	}
	return lost(v)
}

func (r *run) builtin(f *frame, n *ast.CallExpr, name string) value {
	if len(n.Args) == 0 {
		return lost()
	}
	switch name {
	case "len":
		return r.length(r.eval(f, n.Args[0]))
	case "append":
		return r.appended(f, n)
	case "make":
		return r.made(f, n)
	case "new":
		return zeroOf(r.info.TypeOf(n.Args[0]))
	case "delete", "clear", "copy":
		r.giveUp()
	}
	return unknown{taint: ofOrigin}
}

// made evaluates make.
func (r *run) made(f *frame, n *ast.CallExpr) value {
	v := zeroOf(r.info.TypeOf(n.Args[0]))
	l, ok := v.(*list)
	if !ok || len(n.Args) < 2 {
		return v
	}
	size, ok := r.eval(f, n.Args[1]).(number)
	room := size
	if len(n.Args) > 2 {
		room, _ = r.eval(f, n.Args[2]).(number)
	}
	if !ok || size < 0 || size > maxElems {
		return unknown{taint: ofOrigin}
	}
	l.elems = make([]value, size, max(size, min(room, maxElems)))
	elem := r.info.TypeOf(n.Args[0]).Underlying().(*types.Slice).Elem()
	for i := range l.elems {
		l.elems[i] = zeroOf(elem)
	}
	return l
}

func (r *run) length(v value) value {
	switch v := v.(type) {
	case text:
		return number(len(v.s))
	case *list:
		return number(len(v.elems))
	case *mapping:
		return number(len(v.keys))
	case null:
		return number(0)
	}
	return lost(v)
}

func (r *run) appended(f *frame, n *ast.CallExpr) value {
	to := r.eval(f, n.Args[0])
	l, ok := to.(*list)
	if isNull(to) {
		l, ok = &list{}, true
	}
	if !ok || len(l.elems) > maxElems {
		return lost(to, unknown{taint: ofOrigin})
	}
	var more []value
	for _, arg := range n.Args[1:] {
		more = append(more, r.eval(f, arg))
	}
	if n.Ellipsis.IsValid() {
		m, ok := argument(more, 0).(*list)
		if !ok {
			return unknown{taint: ofOrigin}
		}
		more = m.elems
	}
	r.steps += len(l.elems) + len(more)
	return &list{elems: append(l.elems, more...)}
}
