package origins

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// run is one run of a trial through the code.
type run struct {
	*Evaluator
	*trial
	isOrigin func(ast.Expr) bool
	inPlace  bool                 // no function is run: variables have what they have at the condition
	globals  map[*types.Var]value // variables of functions that are not being run, and of the package
	busy     map[any]bool         // what is being resolved
	calls    int                  // depth of calls
	depth    int                  // depth of expressions and statements
	given    bool                 // up: the result is unknown

	target  ast.Node // of Reached
	sent    ast.Expr
	reached truth
}

func newRun(e *Evaluator, t *trial, isOrigin func(ast.Expr) bool) *run {
	return &run{
		Evaluator: e, trial: t, isOrigin: isOrigin, reached: no,
		globals: make(map[*types.Var]value), busy: make(map[any]bool),
	}
}

// frame has the variables of a function that is being run.
type frame struct {
	vars  map[types.Object]value
	outer *frame
}

func (r *run) root() *frame { return &frame{vars: make(map[types.Object]value)} }

func (f *frame) inner() *frame { return &frame{vars: make(map[types.Object]value), outer: f} }

// holding returns the frame that has obj, or nil.
func (f *frame) holding(obj types.Object) *frame {
	for ; f != nil; f = f.outer {
		if _, ok := f.vars[obj]; ok {
			return f
		}
	}
	return nil
}

// giveUp makes the result of the run unknown.
func (r *run) giveUp() { r.given = true }

// step reports whether the run may go on.
func (r *run) step() bool {
	if r.steps++; r.steps > maxSteps {
		r.giveUp()
	}
	return !r.given
}

// result is what a run comes to.
func (r *run) result(is truth) truth {
	if r.given {
		return unsure
	}
	return is
}

// originArguments returns arguments with which a function is asked about the
// origin.
func (r *run) originArguments(t types.Type) ([]value, bool) {
	sig, ok := signature(t)
	if !ok {
		return nil, false
	}
	args := make([]value, sig.Params().Len())
	origin := -1
	for i := range args {
		if isString(sig.Params().At(i).Type()) {
			origin = i
		}
	}
	for i := range args {
		if i != origin {
			args[i] = r.argumentOf(sig.Params().At(i))
		}
	}
	if origin < 0 || sig.Variadic() {
		return nil, false
	}
	args[origin] = text{r.origin, ofOrigin}
	return args, true
}

// argumentOf returns what is known of the value of a parameter: a list is one of
// the configuration, anything else may be of the request.
func (r *run) argumentOf(p *types.Var) value {
	switch p.Type().Underlying().(type) {
	case *types.Slice, *types.Map:
		if !r.isRequestType(p.Type()) {
			return r.fresh(p.Type(), p, p.Name())
		}
	}
	return unknown{taint: ofOrigin}
}

func signature(t types.Type) (*types.Signature, bool) {
	if t == nil {
		return nil, false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return sig, ok
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// admits tells whether the results of an origin function let the origin in.
func (r *run) admits(v value) truth {
	results, ok := v.(tuple)
	if !ok {
		results = tuple{v}
	}
	if len(results) == 0 {
		return unsure
	}
	in, decided := yes, false
	for _, v := range results {
		switch v := v.(type) {
		case boolean:
			in, decided = and(in, truthOf(bool(v))), true
		case text:
			if v.s == "" && len(results) > 1 {
				continue // (origin string, allowed bool): the latter decides
			}
			in, decided = and(in, r.isSent(v)), true
		case failure:
			in, decided = no, true
		case null, *list, *mapping:
		case unknown:
			in, decided = and(in, unsure), true
		}
	}
	if !decided {
		return unsure
	}
	return r.result(in)
}

// isSent tells whether an Access-Control-Allow-Origin header lets the origin in.
func (r *run) isSent(v value) truth {
	switch v := v.(type) {
	case text:
		return truthOf(v.s == r.origin || v.s == "*")
	case unknown:
		return unsure
	}
	return no
}

// enter runs the function at cur with parameters of which nothing is known.
func (r *run) enter(cur inspector.Cursor) {
	f := r.root()
	var typ *ast.FuncType
	var body *ast.BlockStmt
	switch n := cur.Node().(type) {
	case *ast.FuncDecl:
		typ, body = n.Type, n.Body
		r.receive(f, n.Recv)
	case *ast.FuncLit:
		typ, body = n.Type, n.Body
	}
	r.declare(f, typ.Params, r.argumentOf)
	r.declare(f, typ.Results, func(v *types.Var) value { return zeroOf(v.Type()) })
	if body != nil {
		r.block(f, body.List)
	}
}

// receive declares the receiver, of which nothing is known.
func (r *run) receive(f *frame, recv *ast.FieldList) {
	r.declare(f, recv, func(v *types.Var) value {
		if r.isRequestType(v.Type()) {
			return unknown{taint: ofOrigin}
		}
		return unknown{taint: ofConfig, key: v}
	})
}

// declare gives values to the variables of a list of parameters. A parameter that
// is the origin, for the caller, is that.
func (r *run) declare(f *frame, fields *ast.FieldList, value func(*types.Var) value) {
	if fields == nil {
		return
	}
	for _, field := range fields.List {
		for _, name := range field.Names {
			v, ok := r.info.Defs[name].(*types.Var)
			if !ok {
				continue
			}
			if r.isOrigin != nil && isString(v.Type()) && r.isOrigin(name) {
				f.vars[v] = text{r.origin, ofOrigin}
				continue
			}
			f.vars[v] = value(v)
		}
	}
}

// truth evaluates a condition.
func (r *run) truth(f *frame, e ast.Expr) truth {
	if !r.step() {
		return unsure
	}
	switch n := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			return not(r.truth(f, n.X))
		}
	case *ast.BinaryExpr:
		switch n.Op {
		case token.LAND:
			if x := r.truth(f, n.X); x != no {
				return and(x, r.truth(f, n.Y))
			}
			return no
		case token.LOR:
			if x := r.truth(f, n.X); x != yes {
				return or(x, r.truth(f, n.Y))
			}
			return yes
		}
	}
	return r.decide(e, r.eval(f, e))
}

// decide turns the value of a condition into its truth. What has nothing to do
// with the origin is a switch.
func (r *run) decide(e ast.Expr, v value) truth {
	switch v := v.(type) {
	case boolean:
		return truthOf(bool(v))
	case unknown:
		if v.taint&ofOrigin == 0 {
			return r.askSwitch(e, v)
		}
	}
	return unsure
}

func (r *run) askSwitch(e ast.Expr, v unknown) truth {
	switch {
	case r.tellsDevelopment(nil, e, true):
		return no
	case r.tellsDevelopment(nil, e, false):
		return yes
	}
	q := question{key: v.key, answers: 2, sort: forSwitch, name: types.ExprString(e)}
	if v.key == nil {
		q.key = e
	}
	if v.taint&ofRequest != 0 {
		q.sort = forRequest
	}
	return truthOf(r.answer(q) == 1)
}
