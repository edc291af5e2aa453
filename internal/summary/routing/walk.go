package routing

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
)

// walker walks one function body in the order in which it runs and records
// what happens to routers. Branches are walked one after the other, each with
// the state before the branch; loops are walked once.
type walker struct {
	p   *pkg
	fn  *types.Func // nil for the initializers of variables
	reg *Registration

	params   map[types.Object]int                 // the function's parameters; the receiver is None
	env      map[key]int                          // the router that a variable or field holds
	fields   map[*ast.CompositeLit]map[string]int // the routers in a literal's fields
	closures map[types.Object]*ast.FuncLit
	others   map[types.Object]bool      // variables of functions that hold, or held, something that is no literal
	slices   map[types.Object][]element // the elements of lists, as far as they are known
	configs  map[types.Object]ast.Expr  // configurations with a central error handler, and the field of it
	walking  map[*ast.FuncLit]bool

	when     []Arm // the branches that the walk is in
	after    []Arm // the branches whose leaving arms the walk is behind
	branches int

	overflow bool // there were more than maxEvents

	// lits is the stack of function literals that are values, not calls.
	lits []*literal
}

// literal is a function literal that is used as a value.
type literal struct{ serves int } // the router whose ServeHTTP it calls, or None

// key names a variable, or a field path from it.
type key struct {
	obj  types.Object
	path string
}

func newWalker(p *pkg, fn *types.Func) *walker {
	sig := new(types.Signature)
	if fn != nil {
		sig = fn.Signature()
	}
	w := &walker{
		p:        p,
		fn:       fn,
		reg:      &Registration{Results: slices.Repeat([]int{None}, sig.Results().Len())},
		params:   make(map[types.Object]int),
		env:      make(map[key]int),
		fields:   make(map[*ast.CompositeLit]map[string]int),
		closures: make(map[types.Object]*ast.FuncLit),
		others:   make(map[types.Object]bool),
		slices:   make(map[types.Object][]element),
		configs:  make(map[types.Object]ast.Expr),
		walking:  make(map[*ast.FuncLit]bool),
	}
	if r := sig.Recv(); r != nil {
		w.params[r] = None
	}
	for i := range sig.Params().Len() {
		w.params[sig.Params().At(i)] = i
	}
	return w
}

// conditions returns a copy of the conditions at this point.
func (w *walker) conditions() []Arm { return slices.Concat(w.when, w.after) }

// branch returns a new branch number.
func (w *walker) branch() int {
	w.branches++
	return w.branches
}

// event records e at this point.
func (w *walker) event(e Event) {
	e.When = w.conditions()
	w.append(e)
}

// maxEvents bounds a summary: helpers that call helpers in long lists multiply.
// A function that does more is unknown.
const maxEvents = 2000

func (w *walker) append(e Event) {
	if len(w.reg.Events) < maxEvents {
		w.reg.Events = append(w.reg.Events, e)
		return
	}
	w.overflow = true
}

// stmts walks a list and reports whether control leaves at its end.
func (w *walker) stmts(list []ast.Stmt) (leaves bool) {
	for _, s := range list {
		leaves = w.stmt(s)
	}
	return leaves
}

// stmt walks s and reports whether control leaves the list that s stands in.
func (w *walker) stmt(s ast.Stmt) (leaves bool) {
	switch s := s.(type) {
	case *ast.ExprStmt:
		w.eval(s.X)
		call, ok := ast.Unparen(s.X).(*ast.CallExpr)
		return ok && w.p.neverReturns(call)
	case *ast.AssignStmt:
		w.assign(s.Lhs, s.Rhs)
	case *ast.DeclStmt:
		if d, ok := s.Decl.(*ast.GenDecl); ok {
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					if len(v.Values) == 0 {
						for _, name := range v.Names {
							w.remember(name, nil)
						}
					}
					w.assign(idents(v.Names), v.Values)
				}
			}
		}
	case *ast.ReturnStmt:
		w.returns(s)
		return true
	case *ast.BranchStmt:
		return true
	case *ast.BlockStmt:
		return w.stmts(s.List)
	case *ast.LabeledStmt:
		return w.stmt(s.Stmt)
	case *ast.GoStmt:
		w.eval(s.Call)
	case *ast.DeferStmt:
		w.eval(s.Call)
	case *ast.SendStmt:
		w.eval(s.Chan)
		w.store(w.eval(s.Value), s, nil)
	case *ast.IncDecStmt:
		w.eval(s.X)
	case *ast.IfStmt:
		w.ifStmt(s)
	case *ast.ForStmt:
		w.optional(s.Init)
		w.eval(s.Cond)
		w.arms(false, func() bool { l := w.stmt(s.Body); w.optional(s.Post); return l })
	case *ast.RangeStmt:
		w.escape(w.eval(s.X), s.X)
		w.arms(false, func() bool { return w.stmt(s.Body) })
	case *ast.SwitchStmt:
		w.optional(s.Init)
		w.eval(s.Tag)
		w.clauses(s.Body)
	case *ast.TypeSwitchStmt:
		w.optional(s.Init)
		w.optional(s.Assign)
		w.clauses(s.Body)
	case *ast.SelectStmt:
		w.clauses(s.Body)
	}
	return false
}

func (w *walker) optional(s ast.Stmt) {
	if s != nil {
		w.stmt(s)
	}
}

func (w *walker) ifStmt(s *ast.IfStmt) {
	w.optional(s.Init)
	w.eval(s.Cond)
	then := func() bool { return w.stmts(s.Body.List) }
	if s.Else == nil {
		w.arms(false, then)
		return
	}
	w.arms(true, then, func() bool { return w.stmt(s.Else) })
}

// clauses walks the clauses of a switch or select.
func (w *walker) clauses(body *ast.BlockStmt) {
	var arms []func() bool
	exhaustive := false
	for _, c := range body.List {
		switch c := c.(type) {
		case *ast.CaseClause:
			for _, e := range c.List {
				w.eval(e)
			}
			exhaustive = exhaustive || c.List == nil
			arms = append(arms, func() bool { return w.stmts(c.Body) })
		case *ast.CommClause:
			exhaustive = true
			arms = append(arms, func() bool { w.optional(c.Comm); return w.stmts(c.Body) })
		}
	}
	w.arms(exhaustive, arms...)
}

// arms walks the arms of a branch, of which at most one runs; exactly one if
// exhaustive.
func (w *walker) arms(exhaustive bool, arms ...func() bool) {
	id := w.branch()
	before := w.env
	var outs []map[key]int
	if !exhaustive {
		outs = append(outs, before)
	}
	for i, arm := range arms {
		w.env = maps.Clone(before)
		w.when = append(w.when, Arm{id, i})
		first := len(w.reg.Events)
		leaves := arm()
		w.when = w.when[:len(w.when)-1]
		if !leaves {
			outs = append(outs, w.env)
			continue
		}
		if first == len(w.reg.Events) {
			continue // nothing to be kept apart from what follows
		}
		left := w.branch()
		for j := first; j < len(w.reg.Events); j++ {
			w.reg.Events[j].When = append(w.reg.Events[j].When, Arm{left, 0})
		}
		w.after = append(w.after, Arm{left, 1})
	}
	w.env = w.join(outs)
}

// join merges the states at the end of arms. A variable that holds different
// routers holds one of which nothing is known; and nothing is known any more of
// what happens to these.
func (w *walker) join(outs []map[key]int) map[key]int {
	if len(outs) == 0 {
		return make(map[key]int)
	}
	joined := maps.Clone(outs[0])
	merged := make(map[key]bool)
	for _, out := range outs[1:] {
		for k, r := range out {
			old, ok := joined[k]
			if !ok {
				joined[k] = r
			} else if old != r && !merged[k] {
				merged[k] = true
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(merged), func(a, b key) int { return int(a.obj.Pos()) - int(b.obj.Pos()) })
	for _, k := range keys {
		unknown := Router{Parent: None, Param: None, Name: k.obj.Name()}
		for _, out := range outs {
			if r, ok := out[k]; ok && r != None {
				unknown.Type = w.reg.Routers[r].Type
				w.event(Event{Op: Escape, Router: r, Child: None, site: w.reg.Routers[r].site})
			}
		}
		joined[k] = w.reg.add(unknown)
	}
	return joined
}

// assign walks an assignment or a declaration.
func (w *walker) assign(lhs, rhs []ast.Expr) {
	if len(lhs) != len(rhs) {
		if len(rhs) == 1 {
			results := w.evalMulti(rhs[0])
			for i, l := range lhs {
				r := None
				if i < len(results) {
					r = results[i]
				}
				w.bind(l, r)
			}
		}
		return
	}
	routers := make([]int, len(rhs))
	for i, e := range rhs {
		routers[i] = None
		if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
			if id, ok := lhs[i].(*ast.Ident); ok && w.closure(id, lit) {
				continue // walked where it is called
			}
		} else {
			w.noClosure(lhs[i])
		}
		routers[i] = w.eval(e)
	}
	for i, l := range lhs {
		if sel, ok := ast.Unparen(l).(*ast.SelectorExpr); ok && !w.p.isFalse(rhs[i]) {
			w.setting(w.settingOf(sel), sel.Sel, sel)
		}
		w.bind(l, routers[i])
		w.bindFields(l, rhs[i])
		w.remember(l, rhs[i])
	}
}

// noClosure notes that the variable l holds a function that is not seen.
func (w *walker) noClosure(l ast.Expr) {
	v := expr.Var(w.p.info, l)
	if v == nil {
		return
	}
	if _, ok := v.Type().Underlying().(*types.Signature); ok {
		w.others[v] = true
		delete(w.closures, v)
	}
}

// closure remembers that the local variable id holds lit. A variable that is
// assigned twice holds nothing that is known.
func (w *walker) closure(id *ast.Ident, lit *ast.FuncLit) bool {
	obj := w.p.info.ObjectOf(id)
	if obj == nil || obj.Parent() == w.p.pass.Pkg.Scope() {
		return false
	}
	if old, ok := w.closures[obj]; ok && old != lit || w.others[obj] {
		delete(w.closures, obj)
		return false
	}
	w.closures[obj] = lit
	return true
}

// bind makes l hold router r.
func (w *walker) bind(l ast.Expr, r int) {
	l = ast.Unparen(l)
	if id, ok := l.(*ast.Ident); ok && id.Name == "_" {
		return
	}
	if sel, ok := l.(*ast.SelectorExpr); ok && w.isServerHandler(sel) {
		w.serve(r, sel)
		return
	}
	if sel, ok := l.(*ast.SelectorExpr); ok && w.p.isCentral(sel.Sel, w.p.info.TypeOf(sel.X)) {
		if r := w.lookup(sel.X); r != None {
			w.central(r, sel, sel)
		} else if k, ok := w.keyOf(sel.X); ok {
			w.configs[k.obj] = sel
		}
		return
	}
	k, ok := w.keyOf(l)
	if !ok || w.p.isSetting(l) {
		w.eval(l)
		w.store(r, l, nil)
		return
	}
	for old := range w.env {
		if old.obj == k.obj && len(old.path) > len(k.path) && old.path[:len(k.path)] == k.path {
			delete(w.env, old) // fields of what it held
		}
	}
	t := w.p.info.TypeOf(l)
	if r == None && t != nil && (isRouter(t) || isHandler(t)) {
		r = w.unknown(t, k.obj.Name())
	}
	if r == None {
		delete(w.env, k)
		return
	}
	if rt := &w.reg.Routers[r]; !rt.named && (rt.Origin == Made || rt.Origin == Derived) {
		rt.Name, rt.named = exprName(l), true
	}
	if k.path != "" || k.obj.Parent() == w.p.pass.Pkg.Scope() {
		w.store(r, l, w.p.holder(l)) // others can reach it there
	}
	w.env[k] = r
}

// isSetting reports whether l is a field of a router that is no router itself: to
// assign to it changes how the router works, not which one it is.
func (p *pkg) isSetting(l ast.Expr) bool {
	sel, ok := l.(*ast.SelectorExpr)
	if !ok || p.info.Selections[sel] == nil {
		return false
	}
	holder, field := p.info.TypeOf(sel.X), p.info.TypeOf(l)
	return holder != nil && field != nil && isRouter(holder) && !isRouter(field)
}

// bindFields makes the fields of l hold the routers of a composite literal.
func (w *walker) bindFields(l, e ast.Expr) {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	lit, ok := e.(*ast.CompositeLit)
	k, ok2 := w.keyOf(l)
	if !ok || !ok2 {
		return
	}
	for name, r := range w.fields[lit] {
		w.env[key{k.obj, join(k.path, name)}] = r
	}
}

// unknown returns a new router of type t, of whose past nothing is known.
func (w *walker) unknown(t types.Type, name string) int {
	r := Router{Origin: FromElsewhere, Param: None, Parent: None, Name: name}
	if fr, _ := frameworks.RouterOf(t); fr != nil {
		r.Type = fr.Type
	}
	return w.reg.add(r)
}

// returns walks a return statement: of the function, or of a literal.
func (w *walker) returns(s *ast.ReturnStmt) {
	if len(w.lits) > 0 || len(w.walking) > 0 {
		for _, e := range s.Results {
			w.escape(w.eval(e), e)
		}
		return
	}
	results := make([]int, 0, len(s.Results))
	if len(s.Results) == 1 && len(w.reg.Results) > 1 {
		results = w.evalMulti(s.Results[0])
	} else {
		for _, e := range s.Results {
			results = append(results, w.eval(e))
		}
	}
	for i, r := range results {
		if r == None || i >= len(w.reg.Results) {
			continue
		}
		switch old := w.reg.Results[i]; old {
		case None:
			w.reg.Results[i] = r
		case r:
		default: // one of several: the caller does not know which
			w.escape(old, s)
			w.escape(r, s)
		}
	}
}

func idents(names []*ast.Ident) []ast.Expr {
	list := make([]ast.Expr, len(names))
	for i, n := range names {
		list[i] = n
	}
	return list
}

func join(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}
