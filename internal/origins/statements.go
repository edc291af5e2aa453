package origins

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

type flow int8

const (
	next flow = iota
	returned
	broke
	continued
	fell    // fallthrough
	stopped // by the target, by a panic, or because nothing is known any more
)

// outcome is how a statement ended.
type outcome struct {
	flow  flow
	label string
	value value // what was returned
}

func (r *run) block(f *frame, stmts []ast.Stmt) outcome {
	for _, s := range stmts {
		if out := r.exec(f, s, ""); out.flow != next {
			return out
		}
	}
	return outcome{}
}

// exec runs a statement; label is its label, if it has one.
func (r *run) exec(f *frame, s ast.Stmt, label string) outcome {
	if r.depth++; r.depth > maxDepth {
		r.giveUp()
	}
	defer func() { r.depth-- }()
	if !r.step() {
		return outcome{flow: stopped}
	}
	if ast.Node(s) == r.target {
		return r.arrive(f)
	}
	out := r.statement(f, s, label)
	if r.given {
		return outcome{flow: stopped}
	}
	return out
}

// arrive ends the run at its target.
func (r *run) arrive(f *frame) outcome {
	reached := yes
	if r.sent != nil {
		r.target = nil // it may be in there, and is not reached until it is known
		reached = r.isSent(r.eval(f, r.sent))
	}
	r.reached = reached
	return outcome{flow: stopped}
}

func (r *run) statement(f *frame, s ast.Stmt, label string) outcome {
	switch s := s.(type) {
	case *ast.ExprStmt:
		return r.expression(f, s.X)
	case *ast.AssignStmt:
		r.assign(f, s)
	case *ast.DeclStmt:
		r.declaration(f, s)
	case *ast.IncDecStmt:
		r.increment(f, s)
	case *ast.ReturnStmt:
		return r.returns(f, s)
	case *ast.BlockStmt:
		return r.block(f, s.List)
	case *ast.IfStmt:
		return r.conditional(f, s)
	case *ast.ForStmt:
		return r.loop(f, s, label)
	case *ast.RangeStmt:
		return r.rangeOver(f, s, label)
	case *ast.SwitchStmt:
		return r.switchOver(f, s, label)
	case *ast.BranchStmt:
		return r.branch(s)
	case *ast.LabeledStmt:
		return r.exec(f, s.Stmt, s.Label.Name)
	case *ast.DeferStmt:
		if lit, ok := ast.Unparen(s.Call.Fun).(*ast.FuncLit); ok && assigns(closure{body: lit.Body}) {
			r.giveUp() // to results, perhaps
		}
	case *ast.EmptyStmt, *ast.GoStmt:
	default:
		if !r.isInert(s) {
			r.giveUp()
		}
	}
	if r.arrived() {
		return outcome{flow: stopped}
	}
	return outcome{}
}

func (r *run) arrived() bool { return r.reached != no }

func (r *run) branch(s *ast.BranchStmt) outcome {
	label := ""
	if s.Label != nil {
		label = s.Label.Name
	}
	switch s.Tok {
	case token.BREAK:
		return outcome{flow: broke, label: label}
	case token.CONTINUE:
		return outcome{flow: continued, label: label}
	case token.FALLTHROUGH:
		return outcome{flow: fell}
	}
	r.giveUp()
	return outcome{flow: stopped}
}

// expression runs a call whose result nobody needs.
func (r *run) expression(f *frame, e ast.Expr) outcome {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return outcome{}
	}
	if r.endsProgram(call) {
		return outcome{flow: stopped, value: unknown{taint: ofOrigin}}
	}
	if fn, ok := callee(r.info, call).(*types.Func); ok && r.isForeign(call) && !r.holdsTarget(call) {
		switch {
		case r.libraryOf(fn) != nil:
			r.eval(f, call)
		case r.changesArguments(call):
			r.giveUp()
		default:
			r.touch(f, call)
		}
		return outcome{}
	}
	r.eval(f, call)
	if r.arrived() {
		return outcome{flow: stopped}
	}
	return outcome{}
}

// isForeign reports whether a call is one of another package's functions.
func (r *run) isForeign(call *ast.CallExpr) bool {
	switch fn := callee(r.info, call).(type) {
	case *types.Func:
		_, ok := r.view.Declaration(fn)
		return !ok
	}
	return false
}

// changesArguments reports whether a call is of a package whose functions change
// the lists and maps that they get.
func (r *run) changesArguments(call *ast.CallExpr) bool {
	fn := callee(r.info, call)
	return fn != nil && fn.Pkg() != nil && slices.Contains([]string{"slices", "sort", "maps"}, fn.Pkg().Path())
}

// holdsTarget reports whether the target is in n.
func (r *run) holdsTarget(n ast.Node) bool {
	return r.target != nil && n.Pos() <= r.target.Pos() && r.target.End() <= n.End()
}

func (r *run) endsProgram(call *ast.CallExpr) bool {
	switch fn := callee(r.info, call).(type) {
	case *types.Builtin:
		return fn.Name() == "panic"
	case *types.Func: // of any logger: what follows a call that returns is not known then
		return name(fn) == "os.Exit" || name(fn) == "runtime.Goexit" ||
			strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic")
	}
	return false
}

// touch forgets the variables of which a call gets the address.
func (r *run) touch(f *frame, call *ast.CallExpr) {
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok && !r.isInert(lit.Body) {
			r.giveUp() // it is perhaps called
		}
	}
	for _, arg := range call.Args {
		u, ok := ast.Unparen(arg).(*ast.UnaryExpr)
		if !ok || u.Op != token.AND {
			continue
		}
		if id, ok := ast.Unparen(u.X).(*ast.Ident); ok {
			r.store(f, id, unknown{taint: ofOrigin})
		}
	}
}

func (r *run) assign(f *frame, s *ast.AssignStmt) {
	switch {
	case s.Tok != token.ASSIGN && s.Tok != token.DEFINE:
		r.update(f, s)
	case len(s.Lhs) > 1 && slices.ContainsFunc(s.Lhs, isIndex):
		r.giveUp() // in which order?
	case len(s.Lhs) == len(s.Rhs):
		vals := make([]value, len(s.Rhs))
		for i, e := range s.Rhs {
			vals[i] = copied(r.eval(f, e), r.info.TypeOf(e))
		}
		for i, lhs := range s.Lhs {
			r.store(f, lhs, vals[i])
		}
	default:
		vals := r.several(f, s.Rhs[0], len(s.Lhs))
		for i, lhs := range s.Lhs {
			r.store(f, lhs, vals[i])
		}
	}
}

func isIndex(e ast.Expr) bool {
	_, ok := ast.Unparen(e).(*ast.IndexExpr)
	return ok
}

// several evaluates an expression with n values.
func (r *run) several(f *frame, e ast.Expr, n int) []value {
	var v value
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		x, key := r.eval(f, e.X), r.eval(f, e.Index)
		if m, ok := x.(*mapping); ok && n == 2 {
			elem, ok := r.lookup(m, key)
			return []value{elem, ok}
		}
		v = lost(x, key)
	default:
		v = r.eval(f, e)
	}
	if t, ok := v.(tuple); ok && len(t) == n {
		return t
	}
	vals := make([]value, n)
	for i := range vals {
		vals[i] = lost(v)
	}
	if t, ok := r.info.TypeOf(e).(*types.Tuple); ok && t.Len() == n && taintOf(v)&(ofOrigin|ofRequest) == 0 {
		for i := range vals {
			vals[i] = r.fresh(t.At(i).Type(), [2]any{types.ExprString(e), i}, types.ExprString(e))
		}
	}
	return vals
}

// update runs x op= y.
func (r *run) update(f *frame, s *ast.AssignStmt) {
	op := token.ILLEGAL
	switch s.Tok {
	case token.ADD_ASSIGN:
		op = token.ADD
	case token.SUB_ASSIGN:
		op = token.SUB
	}
	r.store(f, s.Lhs[0], r.binary(f, &ast.BinaryExpr{X: s.Lhs[0], Op: op, Y: s.Rhs[0]}))
}

func (r *run) increment(f *frame, s *ast.IncDecStmt) {
	v := r.eval(f, s.X)
	n, ok := v.(number)
	switch {
	case !ok:
		r.store(f, s.X, lost(v))
	case s.Tok == token.INC:
		r.store(f, s.X, n+1)
	default:
		r.store(f, s.X, n-1)
	}
}

// store assigns v to lhs. What it is assigned to in places unknown is not
// looked at later: those are unknown themselves.
func (r *run) store(f *frame, lhs ast.Expr, v value) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		r.storeVariable(f, lhs, v)
	case *ast.StarExpr:
		r.store(f, lhs.X, v)
	case *ast.SelectorExpr:
		if r.storeField(r.eval(f, lhs.X), lhs.Sel.Name, v) {
			return
		}
		if obj, ok := r.info.Uses[lhs.Sel].(*types.Var); ok && r.info.Selections[lhs] == nil {
			r.globals[obj] = v
		} else {
			r.giveUp() // it may be read again
		}
	case *ast.IndexExpr:
		r.storeElement(f, lhs, v)
	}
}

// storeField assigns to a field of a struct or a URL that is known.
func (r *run) storeField(of value, name string, v value) bool {
	switch of := of.(type) {
	case *object:
		of.fields[name] = v
		return true
	case link:
		t, ok := v.(text)
		if !ok || t.taint&^of.taint != 0 {
			return false
		}
		switch name {
		case "Scheme":
			of.u.Scheme = t.s
		case "Host":
			of.u.Host = t.s
		case "Path":
			of.u.Path = t.s
		}
		return true
	}
	return false
}

func (r *run) storeVariable(f *frame, id *ast.Ident, v value) {
	if obj, ok := r.info.Defs[id].(*types.Var); ok {
		f.vars[obj] = v
		return
	}
	obj, ok := r.info.Uses[id].(*types.Var)
	if !ok {
		return // _
	}
	if h := f.holding(obj); h != nil {
		h.vars[obj] = v
	} else {
		r.globals[obj] = v
	}
}

func (r *run) storeElement(f *frame, lhs *ast.IndexExpr, v value) {
	x, key := r.eval(f, lhs.X), r.eval(f, lhs.Index)
	switch x := x.(type) {
	case *mapping:
		if x.set(key, v); len(x.keys) > maxElems {
			r.giveUp()
		}
	case *list:
		if i, ok := key.(number); ok && i >= 0 && int(i) < len(x.elems) {
			x.elems[i] = v
		} else {
			r.giveUp()
		}
	}
}

func (r *run) declaration(f *frame, s *ast.DeclStmt) {
	decl, ok := s.Decl.(*ast.GenDecl)
	if !ok {
		return
	}
	for _, spec := range decl.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok || decl.Tok != token.VAR {
			continue
		}
		var vals []value
		if len(spec.Values) == 1 && len(spec.Names) > 1 {
			vals = r.several(f, spec.Values[0], len(spec.Names))
		}
		for i, id := range spec.Names {
			v := zeroOf(r.info.TypeOf(id))
			switch {
			case vals != nil:
				v = vals[i]
			case i < len(spec.Values):
				v = copied(r.eval(f, spec.Values[i]), r.info.TypeOf(id))
			}
			r.storeVariable(f, id, v)
		}
	}
}

func (r *run) returns(f *frame, s *ast.ReturnStmt) outcome {
	out := outcome{flow: returned}
	switch len(s.Results) {
	case 0: // nothing, or named results: the caller knows
	case 1:
		out.value = r.eval(f, s.Results[0])
	default:
		var t tuple
		for _, e := range s.Results {
			t = append(t, r.returned(f, e))
		}
		out.value = t
	}
	if r.arrived() {
		return outcome{flow: stopped}
	}
	return out
}

// returned evaluates one of several results.
func (r *run) returned(f *frame, e ast.Expr) value {
	v := r.eval(f, e)
	if u, ok := v.(unknown); ok && u.taint&ofOrigin == 0 {
		if is := r.boolean(e, u); is != nil {
			return is
		}
	}
	return v
}

// boolean returns what a switch of type bool is.
func (r *run) boolean(e ast.Expr, u unknown) value {
	t := r.info.TypeOf(e)
	if t == nil {
		return nil
	}
	if b, ok := t.Underlying().(*types.Basic); !ok || b.Info()&types.IsBoolean == 0 {
		return nil
	}
	return boolean(r.askSwitch(e, u) == yes)
}
