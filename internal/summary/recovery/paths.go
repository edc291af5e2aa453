package recovery

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// bodyExposure follows the paths through a body. On each it knows whether a
// deferred recover is in place: Yes, No, or Maybe after a defer of which the
// package does not tell what it does, or one under a switch that somebody set.
// What runs with a Maybe counts as protected.
//
// What comes before the defer on a path counts only if nothing is left to
// protect after it, or if it panics for certain: that the preparations should
// be covered as well is no finding worth its noise.
func (r *Result) bodyExposure(body *ast.BlockStmt) Exposure {
	p := &paths{r: r}
	p.block(body.List, No)
	switch {
	case p.certain != nil:
		why := TooLate
		if _, ok := p.certainIn.(*ast.DeferStmt); ok {
			why = RunsLater
		}
		return Exposure{Risk: p.certain, Ineffective: Ineffective{Defer: p.late, Why: why}}
	case p.open.risk == nil && p.before.risk != nil && p.protected.empty() && p.late != nil && p.sure:
		return Exposure{Risk: p.before.risk, Ineffective: Ineffective{Defer: p.late, Why: TooLate}}
	}
	x := Exposure{Risk: p.open.risk, Params: p.open.params}
	if x.Risk == nil {
		return x
	}
	x.Ineffective = r.ineffective(body)
	if x.Defer == nil && p.partial != nil && p.partial.Pos() < x.Risk.Pos() {
		x.Ineffective = Ineffective{Defer: p.partial, Why: SomePaths}
	}
	return x
}

// paths is the walk over one body.
type paths struct {
	r         *Result
	open      risks          // what runs on a path without a recover
	before    risks          // what runs before the path's recover is deferred
	protected risks          // what runs with a recover in place
	late      *ast.DeferStmt // the first defer that recovers
	sure      bool           // late recovers for certain, and is a statement of the body itself
	partial   *ast.DeferStmt // a defer that some paths do without
	certain   ast.Node       // before late, and panics whenever it runs
	certainIn ast.Stmt       // the statement of certain
	depth     int            // of statements in statements
}

func (k *risks) empty() bool { return k.risk == nil && len(k.params) == 0 }

// block walks over statements that run one after the other. It returns whether
// a recover is in place behind them, and whether they leave the function or the
// loop instead.
func (p *paths) block(list []ast.Stmt, in Verdict) (out Verdict, left bool) {
	var own risks // on this path, before a recover is deferred
	var certain ast.Node
	var certainIn ast.Stmt
	outer := p.open
	p.open = risks{}
	for _, s := range list {
		was := in
		in, left = p.stmt(s, in)
		if was == No && in == No {
			own.join(p.open)
			p.open = risks{}
			if certain == nil {
				certain, certainIn = p.r.panicsSurely(s), s
			}
		}
		if was == No && in != No { // here it is deferred
			p.before.join(own)
			p.before.join(p.open)
			own, p.open = risks{}, risks{}
			if p.certain == nil && certain != nil && in == Yes {
				p.certain, p.certainIn = certain, certainIn
			}
		}
		if left {
			break
		}
	}
	own.join(p.open)
	p.open = outer
	p.open.join(own)
	return in, left
}

func (k *risks) join(more risks) {
	if k.risk == nil {
		k.risk = more.risk
	}
	k.params = append(k.params, more.params...)
}

// risky adds what can panic in n.
func (p *paths) risky(n ast.Node, in Verdict) {
	if n == nil {
		return
	}
	if in == No {
		p.open.statement(p.r, n)
	} else {
		p.protected.statement(p.r, n)
	}
}

// stmt is block for one statement.
func (p *paths) stmt(s ast.Stmt, in Verdict) (out Verdict, left bool) {
	p.depth++
	defer func() { p.depth-- }()
	switch s := s.(type) {
	case nil:
		return in, false
	case *ast.DeferStmt:
		return p.deferStmt(s, in), false
	case *ast.BlockStmt:
		p.depth-- // as if the statements were the block's
		defer func() { p.depth++ }()
		return p.block(s.List, in)
	case *ast.LabeledStmt:
		return p.stmt(s.Stmt, in)
	case *ast.ReturnStmt:
		p.risky(s, in)
		return in, true
	case *ast.BranchStmt:
		return in, s.Tok != token.FALLTHROUGH
	case *ast.IfStmt:
		return p.ifStmt(s, in)
	case *ast.ForStmt:
		in, _ = p.stmt(s.Init, in)
		if s.Cond != nil {
			p.risky(s.Cond, in)
		}
		end, _ := p.block(s.Body.List, in)
		if s.Post != nil {
			p.risky(s.Post, end)
		}
		if s.Cond == nil {
			return in, false // behind it is what breaks out of it
		}
		return p.merge(s, in, end), false
	case *ast.RangeStmt:
		p.head(s, in)
		times, known := p.r.times(s.X)
		if known && times == 0 {
			return in, false
		}
		end, _ := p.block(s.Body.List, in)
		if known {
			return end, false
		}
		return p.merge(s, in, end), false
	case *ast.SwitchStmt:
		in, _ = p.stmt(s.Init, in)
		if s.Tag != nil {
			p.risky(s.Tag, in)
		}
		return p.clauses(s, s.Body, in)
	case *ast.TypeSwitchStmt:
		in, _ = p.stmt(s.Init, in)
		return p.clauses(s, s.Body, in)
	case *ast.SelectStmt:
		return p.clauses(s, s.Body, in)
	default:
		p.risky(s, in)
		return in, false
	}
}

// head looks at a range clause without its body.
func (p *paths) head(s *ast.RangeStmt, in Verdict) {
	p.risky(&ast.RangeStmt{For: s.For, Key: s.Key, Value: s.Value, TokPos: s.TokPos, Tok: s.Tok, Range: s.Range, X: s.X, Body: &ast.BlockStmt{Lbrace: s.Body.Lbrace, Rbrace: s.Body.Lbrace}}, in)
}

// deferStmt is stmt for a defer.
func (p *paths) deferStmt(d *ast.DeferStmt, in Verdict) Verdict {
	v := p.r.deferred(d.Call)
	if v == No {
		p.risky(d, in) // it runs at the end, before what was deferred earlier
		return in
	}
	if in == No && p.late == nil {
		p.late, p.sure = d, v == Yes && p.depth == 1
	}
	return max(in, v)
}

// ifStmt is stmt for a condition: a branch that the program's text says is
// never taken is not looked at.
func (p *paths) ifStmt(s *ast.IfStmt, in Verdict) (out Verdict, left bool) {
	in, _ = p.stmt(s.Init, in)
	p.risky(s.Cond, in)
	if yes, known := p.r.outcome(s.Cond); known {
		if yes {
			return p.stmt(s.Body, in)
		}
		if s.Else == nil {
			return in, false
		}
		return p.stmt(s.Else, in)
	}
	then, thenLeft := p.stmt(s.Body, in)
	other, otherLeft := in, false
	if s.Else != nil {
		other, otherLeft = p.stmt(s.Else, in)
	}
	switch {
	case thenLeft && otherLeft:
		return in, true
	case thenLeft:
		p.some(s.Body, then, other)
		return other, false
	case otherLeft:
		return then, false
	case then != other && p.r.setting(s.Cond):
		return Maybe, false
	}
	return p.merge(s, then, other), false
}

// clauses is stmt for the clauses of a switch or select.
func (p *paths) clauses(s ast.Stmt, body *ast.BlockStmt, in Verdict) (out Verdict, left bool) {
	ends := false // every path has a clause
	left = true
	for _, c := range body.List {
		var list []ast.Stmt
		switch c := c.(type) {
		case *ast.CaseClause:
			ends = ends || c.List == nil
			for _, e := range c.List {
				if p.r.info.Types[e].IsValue() {
					p.risky(e, in)
				}
			}
			list = c.Body
		case *ast.CommClause:
			ends = true
			if c.Comm != nil {
				p.risky(c.Comm, in)
			}
			list = c.Body
		}
		end, clauseLeft := p.block(list, in)
		if clauseLeft && !breaks(list) {
			continue
		}
		if left {
			out, left = end, false
		} else {
			out = p.merge(s, out, end)
		}
	}
	if !ends || len(body.List) == 0 {
		if left {
			return in, false
		}
		out = p.merge(s, out, in)
	}
	if left {
		out = in
	}
	return out, left
}

// breaks reports whether the statements end with a break, which leaves the
// switch and no more.
func breaks(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	b, ok := list[len(list)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.BREAK && b.Label == nil
}

// merge returns what is in place where two paths through s meet.
func (p *paths) merge(s ast.Stmt, a, b Verdict) Verdict {
	if a == b {
		return a
	}
	if min(a, b) == No {
		if max(a, b) == Maybe {
			return Maybe
		}
		p.some(s, a, b)
		return No
	}
	return Maybe
}

// some remembers the defer in s, which other paths do without.
func (p *paths) some(s ast.Stmt, a, b Verdict) {
	if p.partial != nil || a == b {
		return
	}
	ownNodes(s, func(n ast.Node) {
		if d, ok := n.(*ast.DeferStmt); ok && p.partial == nil && p.r.deferred(d.Call) == Yes {
			p.partial = d
		}
	})
}

// outcome returns what a condition always is: a constant, or a variable of the
// package that nothing changes.
func (r *Result) outcome(cond ast.Expr) (yes, known bool) {
	if u, ok := ast.Unparen(cond).(*ast.UnaryExpr); ok && u.Op == token.NOT {
		yes, known = r.outcome(u.X)
		return !yes, known
	}
	val := r.info.Types[r.resolve(cond)].Value
	if val == nil || val.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(val), true
}

// times returns how often a range clause over x runs, if x is a constant.
func (r *Result) times(x ast.Expr) (n int64, known bool) {
	val := r.info.Types[r.resolve(x)].Value
	if val == nil {
		return 0, false
	}
	switch val.Kind() {
	case constant.Int:
		return constant.Int64Val(val)
	case constant.String:
		return int64(len(constant.StringVal(val))), true
	}
	return 0, false
}

// setting reports whether a condition is about how the program is set up, so
// that a defer under it is somebody's choice: a field, a variable of package
// level, what a call returns, or a parameter that is the condition itself.
func (r *Result) setting(cond ast.Expr) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return r.setting(x.X)
		}
	case *ast.Ident:
		if v, ok := r.info.ObjectOf(x).(*types.Var); ok && !v.IsField() {
			return true // a flag
		}
	}
	found := false
	ownNodes(cond, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			found = true
		case *ast.CallExpr:
			found = found || !r.isAnyBuiltin(n)
		case *ast.Ident:
			v, ok := r.info.ObjectOf(n).(*types.Var)
			found = found || ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
		}
	})
	return found
}

// panicsSurely returns what panics whenever s runs, or for a defer whenever the
// function ends; nil if nothing does.
func (r *Result) panicsSurely(s ast.Stmt) ast.Node {
	var call *ast.CallExpr
	switch s := s.(type) {
	case *ast.ExprStmt:
		call, _ = ast.Unparen(s.X).(*ast.CallExpr)
	case *ast.DeferStmt:
		call = s.Call
	}
	if call == nil || !r.surely(call, 0) {
		return nil
	}
	return call
}

// surely reports whether a call of this package's functions always panics.
func (r *Result) surely(call *ast.CallExpr, depth int) bool {
	if r.isBuiltin(call, "panic") {
		return true
	}
	const enough = 3 // calls of calls
	if depth >= enough {
		return false
	}
	var body *ast.BlockStmt
	switch f := r.resolve(call.Fun).(type) {
	case *ast.FuncLit:
		body = f.Body
	default:
		if fn := r.function(f); fn != nil && r.decls[fn.Origin()] != nil {
			body = r.decls[fn.Origin()].Body
		}
	}
	if body == nil {
		return false
	}
	for _, s := range body.List {
		x, ok := s.(*ast.ExprStmt)
		if !ok {
			return false // it may return before, or defer a recover
		}
		if inner, ok := ast.Unparen(x.X).(*ast.CallExpr); ok && r.surely(inner, depth+1) {
			return true
		}
	}
	return false
}

// isNil reports whether e is a local variable of function type that nothing
// ever sets.
func (r *Result) isNil(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := r.info.Uses[id].(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() == v.Pkg().Scope() {
		return false
	}
	_, set := r.values[v]
	return !set
}
