package recovery

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Exposure says how a function, run on a goroutine of its own, lets a panic
// out. The zero value is that of a function that lets none out: it recovers, or
// nothing in it panics in practice.
type Exposure struct {
	// Risk is the first thing that can panic with no recover in place: a call,
	// an index, a type assertion … nil if there is none, or if only Params are.
	Risk ast.Node
	// Params are parameters of enclosing functions that it calls. Whether these
	// panic, the callers know.
	Params []*types.Var
	// Ineffective is what was written to recover and does not; its zero value
	// stands for nothing.
	Ineffective
}

// Exposed reports whether a panic can get out, as far as the package knows.
func (x Exposure) Exposed() bool { return x.Risk != nil }

// ExposureOf returns the exposure of a function value: a literal, a function,
// a method value, a variable. A value that the package does not show is
// exposed, with the value itself as the risk.
func (r *Result) ExposureOf(f ast.Expr) Exposure {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.valueExposure(f)
}

func (r *Result) valueExposure(f ast.Expr) Exposure {
	switch x := r.resolve(f).(type) {
	case *ast.FuncLit:
		return r.exposure(x.Body)
	case *ast.CompositeLit: // a list of functions
		var all Exposure
		for _, elt := range x.Elts {
			e := r.valueExposure(elt)
			if all.Risk == nil {
				all.Risk = e.Risk
			}
			all.Params = append(all.Params, e.Params...)
		}
		return all
	default:
		if fn := r.function(x); fn != nil {
			return r.funcExposure(f, fn)
		}
		if p := r.param(x); p != nil {
			return Exposure{Params: []*types.Var{p}}
		}
		if r.harmlessValue(x) {
			return Exposure{}
		}
		return Exposure{Risk: f}
	}
}

// funcExposure is the exposure of a function by its name f. What it calls of
// its parameters is not part of it.
func (r *Result) funcExposure(f ast.Expr, fn *types.Func) Exposure {
	if r.safeFunc(fn) {
		return Exposure{}
	}
	x := Exposure{Risk: f}
	if decl := r.decls[fn.Origin()]; decl != nil {
		x.Ineffective = r.exposure(decl.Body).Ineffective
	}
	return x
}

// callExposure is the exposure of a goroutine that makes the call, and nothing
// else.
func (r *Result) callExposure(call *ast.CallExpr) Exposure {
	x := r.valueExposure(call.Fun)
	var own []int
	switch f := r.resolve(call.Fun).(type) {
	case *ast.FuncLit:
		own = r.ownParams(f.Type, &x)
	default:
		if fn := r.function(f); fn != nil && !x.Exposed() {
			own = r.fact(fn).Calls
		}
	}
	for _, i := range own {
		if x.Exposed() {
			break
		}
		for _, a := range r.arguments(call, i) {
			arg := r.valueExposure(a)
			if x.Risk == nil {
				x.Risk = arg.Risk
			}
			x.Params = append(x.Params, arg.Params...)
		}
	}
	return x
}

// arguments returns what call gives for parameter i of its callee: more than
// one argument, or none, for a variadic one.
func (r *Result) arguments(call *ast.CallExpr, i int) []ast.Expr {
	args := call.Args
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if s := r.info.Selections[sel]; s != nil && s.Kind() == types.MethodExpr {
			args = args[min(1, len(args)):] // without the receiver
		}
	}
	if i >= len(args) {
		return nil
	}
	sig, ok := r.info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if ok && sig.Variadic() && i == sig.Params().Len()-1 && !call.Ellipsis.IsValid() {
		return args[i:]
	}
	return args[i : i+1]
}

// ownParams takes the function's own parameters out of x.Params and returns
// their indexes: what they are, the call tells.
func (r *Result) ownParams(typ *ast.FuncType, x *Exposure) (own []int) {
	index := make(map[*types.Var]int)
	n := 0
	for _, field := range typ.Params.List {
		for _, id := range field.Names {
			if v, ok := r.info.Defs[id].(*types.Var); ok {
				index[v] = n
			}
			n++
		}
	}
	var rest []*types.Var
	for _, p := range x.Params {
		if i, ok := index[p]; ok {
			own = append(own, i)
		} else {
			rest = append(rest, p)
		}
	}
	x.Params = rest
	return own
}

// param returns the parameter that e names, or the one of which e is an
// element; nil if it is neither.
func (r *Result) param(e ast.Expr) *types.Var {
	e = ast.Unparen(e)
	if ix, ok := e.(*ast.IndexExpr); ok {
		e = ast.Unparen(ix.X)
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := r.info.Uses[id].(*types.Var)
	if !ok {
		return nil
	}
	if list, ok := r.elements[v]; ok {
		return r.param(list)
	}
	if !r.params[v] {
		return nil
	}
	return v
}

// harmlessValue reports whether a function value is a context's cancel
// function, or a stop function of package time or context.
func (r *Result) harmlessValue(e ast.Expr) bool {
	t := frameworks.TypeOf(r.info.TypeOf(e))
	if t.Pkg == "context" {
		return true
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := r.function(r.resolve(call.Fun))
	return fn != nil && r.tables.isHarmless(frameworks.FuncOf(fn))
}

// exposure looks at a body as the whole of a goroutine: a deferred recover
// protects what comes after it. paths.go has how.
func (r *Result) exposure(body *ast.BlockStmt) Exposure {
	if x, ok := r.bodies[body]; ok {
		return x
	}
	r.bodies[body] = Exposure{Risk: body} // recursion does not end by itself
	x := r.bodyExposure(body)
	r.bodies[body] = x
	return x
}

// risks collects what can panic in the statements of one frame.
type risks struct {
	risk   ast.Node
	params []*types.Var
}

func (k *risks) add(n ast.Node) {
	if k.risk == nil {
		k.risk = n
	}
}

func (k *risks) addExposure(at ast.Node, x Exposure) {
	if x.Risk != nil {
		k.add(at)
	}
	k.params = append(k.params, x.Params...)
}

// statement looks for what can panic in n, in the frame that runs it.
func (k *risks) statement(r *Result, n ast.Node) {
	commaOK := make(map[ast.Expr]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.GoStmt: // a goroutine of its own; here only its arguments are evaluated
			for _, a := range n.Call.Args {
				k.statement(r, a)
			}
			return false
		case *ast.AssignStmt:
			if len(n.Lhs) == 2 && len(n.Rhs) == 1 {
				commaOK[ast.Unparen(n.Rhs[0])] = true
			}
			for _, lhs := range n.Lhs {
				k.mapWrite(r, lhs)
			}
		case *ast.IncDecStmt:
			k.mapWrite(r, n.X)
		case *ast.ValueSpec:
			if len(n.Names) == 2 && len(n.Values) == 1 {
				commaOK[ast.Unparen(n.Values[0])] = true
			}
		case *ast.TypeSwitchStmt:
			ast.Inspect(n.Assign, func(m ast.Node) bool {
				if ta, ok := m.(*ast.TypeAssertExpr); ok && ta.Type == nil {
					commaOK[ta] = true
				}
				return true
			})
		case *ast.RangeStmt:
			if _, ok := r.info.TypeOf(n.X).Underlying().(*types.Signature); ok {
				k.add(n) // runs an iterator
			}
		case *ast.TypeAssertExpr:
			if !commaOK[n] {
				k.add(n)
			}
		case *ast.IndexExpr:
			k.index(r, n)
		case *ast.SliceExpr:
			if !r.inRange(n.Low, true) || !r.inRange(n.High, true) || !r.inRange(n.Max, false) {
				k.add(n)
			}
		case *ast.BinaryExpr:
			k.division(r, n.Op, n.X, n.Y, n)
		case *ast.CallExpr:
			k.call(r, n)
		}
		return true
	})
}

// mapWrite adds an assignment to a map's element: the map may be nil.
func (k *risks) mapWrite(r *Result, lhs ast.Expr) {
	if ix, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		if _, ok := r.info.TypeOf(ix.X).Underlying().(*types.Map); ok {
			k.add(ix)
		}
	}
}

// index adds an index that can be out of range: not one of a map, nor a
// constant one of an array, nor one by the key of a range clause.
func (k *risks) index(r *Result, ix *ast.IndexExpr) {
	if !r.info.Types[ix.X].IsValue() {
		return // an instantiation
	}
	t := r.info.TypeOf(ix.X).Underlying()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem().Underlying()
	}
	switch t.(type) {
	case *types.Map, *types.Signature:
		return
	case *types.Array:
		if r.info.Types[ix.Index].Value != nil {
			return
		}
	}
	if id, ok := ast.Unparen(ix.Index).(*ast.Ident); ok && r.rangeKeys[r.info.ObjectOf(id)] {
		return
	}
	k.add(ix)
}

// inRange reports whether a bound of a slice expression is left out, or is the key
// of a range clause or, if after is set, the one behind it, as where an element is
// removed: append(list[:i], list[i+1:]...).
func (r *Result) inRange(bound ast.Expr, after bool) bool {
	if bound == nil {
		return true
	}
	bound = ast.Unparen(bound)
	if sum, ok := bound.(*ast.BinaryExpr); ok && after && sum.Op == token.ADD {
		if one := r.info.Types[sum.Y].Value; one == nil || one.ExactString() != "1" {
			return false
		}
		bound = ast.Unparen(sum.X)
	}
	id, ok := bound.(*ast.Ident)
	return ok && r.rangeKeys[r.info.ObjectOf(id)]
}

// division adds an integer division by what may be zero.
func (k *risks) division(r *Result, op token.Token, x, y ast.Expr, n ast.Node) {
	if op != token.QUO && op != token.REM || r.info.Types[y].Value != nil {
		return
	}
	if b, ok := r.info.TypeOf(x).Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
		k.add(n)
	}
}

// call adds a call that can panic.
func (k *risks) call(r *Result, call *ast.CallExpr) {
	if r.info.Types[call.Fun].IsType() {
		return // a conversion
	}
	f := r.resolve(call.Fun)
	if fn := r.function(f); fn != nil {
		id := frameworks.FuncOf(fn)
		switch {
		case r.tables.runs[id] != nil:
			return // on a goroutine of its own
		case r.tables.isHarmless(id):
			k.callbacks(r, call)
			return
		}
	} else if r.isBuiltin(call, "panic") {
		k.add(call)
		return
	} else if r.isAnyBuiltin(call) {
		return
	}
	k.addExposure(call, r.callExposure(call))
}

// callbacks adds the functions that a harmless function is given to call.
func (k *risks) callbacks(r *Result, call *ast.CallExpr) {
	for _, a := range call.Args {
		if _, ok := r.info.TypeOf(a).Underlying().(*types.Signature); ok {
			k.addExposure(call, r.valueExposure(a))
		}
	}
}

// safeFunc reports whether a function lets no panic out.
func (r *Result) safeFunc(fn *types.Func) bool {
	f := frameworks.FuncOf(fn)
	if f.Pkg == "" && fn.Pkg() == nil {
		return true // error.Error
	}
	return r.tables.isHarmless(f) || r.fact(fn).Safe
}
