package values

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// frame is what is known where the trail leads into a function by a call, or
// into the body of a loop: what the parameters, or the variables of the loop,
// are there.
type frame struct {
	up    *frame // of the place of the call, or around the loop
	depth int

	sig  *types.Signature // of the function that is called; nil in a loop
	call *ast.CallExpr

	loop *round
}

// maxDepth is how many calls and loops within each other are followed.
const maxDepth = 10

// inCall runs do in the function with the signature sig as call calls it.
func (v *View) inCall(sig *types.Signature, call *ast.CallExpr, do func()) bool {
	return v.inFrame(&frame{up: v.frame, sig: sig, call: call}, do)
}

func (v *View) inFrame(f *frame, do func()) bool {
	if f != nil && f.up != nil {
		f.depth = f.up.depth + 1
	}
	if f != nil && f.depth > maxDepth {
		return false
	}
	old := v.frame
	v.frame = f
	defer func() { v.frame = old }()
	do()
	return true
}

// ofParameter returns the values of a parameter or a receiver, or of one of its
// fields: of what the call at hand passes; or, if nothing is known of the call,
// of what all calls do. ok is false if there may be others.
func (v *View) ofParameter(obj *types.Var, at []inspector.Cursor, resolve func(ast.Expr, []inspector.Cursor) []Value) (vals []Value, ok bool) {
	for f := v.frame; f != nil; f = f.up {
		if f.sig == nil {
			continue
		}
		if i, is := parameterIndex(f.sig, obj); is {
			done := v.inFrame(f.up, func() { vals, ok = v.passed(f.sig, f.call, i, at, resolve) })
			return vals, done && ok
		}
	}
	p, is := v.index().params[obj]
	if !is || v.unbound {
		return nil, false
	}
	calls, all := v.calls(p.fn)
	if !all || len(calls) == 0 {
		return nil, false
	}
	v.inFrame(nil, func() {
		for _, call := range calls {
			if v.Skipped(call) {
				continue
			}
			more, known := v.passed(p.fn.Signature(), call.Node().(*ast.CallExpr), p.index, with(at, call), resolve)
			if !known {
				vals, all = nil, false
				return
			}
			vals = append(vals, more...)
		}
	})
	return vals, all && len(vals) > 0
}

func parameterIndex(sig *types.Signature, obj *types.Var) (int, bool) {
	if sig.Recv() == obj {
		return receiver, true
	}
	for i := range sig.Params().Len() {
		if sig.Params().At(i) == obj {
			return i, true
		}
	}
	return 0, false
}

// passed returns the values of the argument that call passes as parameter i.
func (v *View) passed(sig *types.Signature, call *ast.CallExpr, i int, at []inspector.Cursor, resolve func(ast.Expr, []inspector.Cursor) []Value) ([]Value, bool) {
	switch {
	case i == receiver:
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return nil, false
		}
		if s := v.info.Selections[sel]; s == nil || len(s.Index()) != 1 {
			return nil, false // a method expression, or the method of an embedded field
		}
		return resolve(sel.X, at), true
	case sig.Variadic() && i == sig.Params().Len()-1 && !call.Ellipsis.IsValid():
		return []Value{v.variadic(call, i, at)}, true
	case i < len(call.Args) && (len(call.Args) == sig.Params().Len() || sig.Variadic()):
		return resolve(call.Args[i], at), true
	}
	return nil, false
}

// variadic returns the list of the arguments from i on.
func (v *View) variadic(call *ast.CallExpr, i int, at []inspector.Cursor) Value {
	if len(call.Args) <= i {
		return Value{At: at}
	}
	l := v.listOfItems(call.Args[i:])
	return Value{Expr: call, At: at, list: &l}
}

// calls returns the calls of a function, and whether these are all the uses that
// there can be.
func (v *View) calls(fn *types.Func) (calls []inspector.Cursor, all bool) {
	uses, all := v.Uses(fn)
	if !all {
		return nil, false
	}
	if fn.Signature().Recv() != nil && v.inInterface(fn.Name()) {
		return nil, false
	}
	decl := v.index().decls[fn.Origin()]
	for _, use := range uses {
		call, ok := callOf(use)
		if !ok {
			return nil, false // passed as a value
		}
		if !slices.Contains(calls, call) && !decl.Contains(call) {
			calls = append(calls, call)
		}
	}
	return calls, true
}

// inInterface reports whether the package calls a method of this name through an
// interface.
func (v *View) inInterface(name string) bool {
	for obj := range v.index().uses {
		if fn, ok := obj.(*types.Func); ok && fn.Name() == name && fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type()) {
			return true
		}
	}
	return false
}

// callOf returns the call of the function that is mentioned at use.
func callOf(use inspector.Cursor) (inspector.Cursor, bool) {
	for c := use; c.Valid(); c = c.Parent() {
		parent := c.Parent()
		switch n := parent.Node().(type) {
		case *ast.ParenExpr, *ast.IndexExpr, *ast.IndexListExpr:
		case *ast.SelectorExpr:
			if n.Sel != c.Node() {
				return inspector.Cursor{}, false
			}
		case *ast.CallExpr:
			return parent, n.Fun == c.Node()
		default:
			return inspector.Cursor{}, false
		}
	}
	return inspector.Cursor{}, false
}

// callee returns the declaration, or the literal, of the function of this
// package that is called, and its signature with the parameters that the body
// mentions.
func (v *View) callee(call *ast.CallExpr) (body inspector.Cursor, sig *types.Signature, ok bool) {
	if fn := typeutil.StaticCallee(v.info, call); fn != nil {
		body, ok = v.index().decls[fn.Origin()]
		if !ok || body.Node().(*ast.FuncDecl).Body == nil {
			return inspector.Cursor{}, nil, false
		}
		return body, fn.Origin().Signature(), true
	}
	fun := ast.Unparen(call.Fun)
	if id, isIdent := fun.(*ast.Ident); isIdent {
		obj, _ := v.info.Uses[id].(*types.Var)
		only, found := v.index().only(obj)
		if !found {
			return inspector.Cursor{}, nil, false
		}
		fun = ast.Unparen(only)
	}
	lit, isLit := fun.(*ast.FuncLit)
	if !isLit {
		return inspector.Cursor{}, nil, false
	}
	sig, ok = v.info.TypeOf(lit).(*types.Signature)
	return v.At(lit), sig, ok
}
