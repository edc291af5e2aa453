package gracefulshutdown

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/lifecycle"
)

// stop reports a shutdown whose context has ended already, or never ends.
func (v *visitor) stop(s *lifecycle.Stop) {
	if s.Call == nil || !s.Gentle {
		return
	}
	subject := expr.Text(s.Call.Fun, "Shutdown")
	d := analysis.Diagnostic{Pos: s.Call.Pos(), End: s.Call.End()}
	switch {
	case s.Context == nil:
		if s.Instead == "" || v.timed(s) {
			return
		}
		sel, ok := ast.Unparen(s.Call.Fun).(*ast.SelectorExpr)
		if !ok {
			return
		}
		d.Category, d.Message = "unbounded-shutdown", unboundedMethod(subject, expr.Text(sel.X, "its")+"."+s.Instead)
	default:
		c := v.contextOf(s.Context)
		if at, bySignal := v.ended(s, c); at != nil {
			d.Category, d.Message = "cancelled-context", ended(subject, expr.Text(s.Context, "a context"), v.line(at))
			if bySignal {
				d.Message = endedBySignal(subject, expr.Text(s.Context, "a context"), v.line(at))
			}
			break
		}
		if !c.endless || v.timed(s) {
			return
		}
		d.Category, d.Message = "unbounded-shutdown", unbounded(subject)
	}
	v.report.Report(d)
}

// timed reports whether the function in which a server is stopped has a clock
// of its own, or closes the server, too.
func (v *visitor) timed(s *lifecycle.Stop) bool {
	decl := enclosing[*ast.FuncDecl](s.Cursor)
	if decl == nil {
		return false
	}
	for _, o := range v.servers.Stops {
		if !o.Gentle && decl.Pos() <= o.Expr.Pos() && o.Expr.Pos() < decl.End() {
			return true
		}
	}
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		found = found || v.isCall(n, frameworks.Func{Pkg: "time", Name: "After"}, frameworks.Func{Pkg: "time", Name: "AfterFunc"},
			frameworks.Func{Pkg: "time", Name: "NewTimer"}, frameworks.Func{Pkg: "time", Name: "Tick"}, frameworks.Func{Pkg: "time", Name: "NewTicker"})
		return !found
	})
	return found
}

// enclosing returns the innermost node of a kind round c, nil if there is none.
func enclosing[N ast.Node](c inspector.Cursor) (n N) {
	for p := range c.Enclosing() {
		if n, ok := p.Node().(N); ok {
			return n
		}
	}
	return n
}

// contextual is where a context comes from.
type contextual struct {
	// vars are the variables on the way, and made the calls by which they are set.
	vars []types.Object
	made []*ast.CallExpr
	// notified are those that a signal ends.
	notified []types.Object
	endless  bool // it never ends
}

// contextOf follows a context to where it comes from.
func (v *visitor) contextOf(e ast.Expr) (c contextual) {
	bounded, cancels := false, true
	var last types.Object
	for range 16 {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			if obj, ok := v.info.Uses[x.Sel].(*types.Var); ok {
				c.vars = append(c.vars, obj)
			}
			return c
		case *ast.Ident:
			last = v.info.ObjectOf(x)
			if !v.servers.Once(last) {
				return c
			}
			c.vars = append(c.vars, last)
			next, _ := v.servers.Value(x)
			if next == nil {
				return c
			}
			e = next
		case *ast.CallExpr:
			c.made = append(c.made, x)
			switch id := frameworks.FuncOf(v.exits.Callee(x)); id {
			case frameworks.Func{Pkg: "context", Name: "Background"}, frameworks.Func{Pkg: "context", Name: "TODO"}:
				c.endless = !bounded && cancels
				return c
			case frameworks.Func{Pkg: "context", Name: "WithoutCancel"}:
				c.endless = !bounded && cancels
				return c
			case frameworks.Func{Pkg: "context", Name: "WithCancel"}, frameworks.Func{Pkg: "context", Name: "WithCancelCause"}:
				cancels = cancels && v.onlyDeferred(x)
			case frameworks.Func{Pkg: "context", Name: "WithValue"}:
			case frameworks.Func{Pkg: "os/signal", Name: "NotifyContext"}:
				bounded = true
				if last != nil {
					c.notified = append(c.notified, last)
				}
			case frameworks.Func{Pkg: "context", Name: "WithTimeout"}, frameworks.Func{Pkg: "context", Name: "WithDeadline"},
				frameworks.Func{Pkg: "context", Name: "WithTimeoutCause"}, frameworks.Func{Pkg: "context", Name: "WithDeadlineCause"},
				frameworks.Func{Pkg: "golang.org/x/sync/errgroup", Name: "WithContext"}:
				bounded = true
			default:
				return c
			}
			e, last = x.Args[0], nil
		default:
			return c
		}
	}
	return c
}

// onlyDeferred reports whether the function that ends a context, a result of
// make, is called at the end of a function only, if at all.
func (v *visitor) onlyDeferred(made *ast.CallExpr) bool {
	only := true
	for c := range v.servers.Root().Preorder((*ast.Ident)(nil)) {
		id := c.Node().(*ast.Ident)
		if v.info.Uses[id] == nil {
			continue
		}
		if from, i := v.servers.Value(id); i == 1 && from == ast.Expr(made) {
			call, ok := c.Parent().Node().(*ast.CallExpr)
			_, deferred := c.Parent().Parent().Node().(*ast.DeferStmt)
			only = only && ok && deferred && call.Fun == ast.Expr(id)
		}
	}
	return only
}

// ended returns what comes before a shutdown and ends its context: a wait for
// the end of it, or of one from which it is derived, or a call that ends it.
// bySignal says that it is the end of another context, which a signal ends
// together with this one.
func (v *visitor) ended(s *lifecycle.Stop, c contextual) (at ast.Node, bySignal bool) {
	if len(c.vars) == 0 {
		return nil, false
	}
	deferred := false
	for cur := range s.Cursor.Enclosing() {
		n := cur.Node()
		if _, ok := n.(*ast.DeferStmt); ok {
			deferred = true
		}
		if _, ok := n.(*ast.FuncDecl); ok {
			break
		}
		if call, ok := n.(*ast.CallExpr); ok && v.isCall(call, frameworks.Func{Pkg: "context", Name: "AfterFunc"}) && len(call.Args) == 2 {
			if ends, sig := v.ends(call.Args[0], c); ends && call.Args[1].Pos() <= s.Call.Pos() && s.Call.End() <= call.Args[1].End() {
				return call, sig
			}
		}
		if clause, ok := n.(*ast.CommClause); ok && clause.Comm != nil && s.Call.Pos() >= clause.Colon {
			if x := v.doneOf(clause.Comm); x != nil {
				if ends, sig := v.ends(x, c); ends {
					return clause.Comm, sig
				}
			}
		}
		list := statements(cur.Parent().Node())
		i := slices.IndexFunc(list, func(st ast.Stmt) bool { return ast.Node(st) == n })
		if i < 0 {
			continue
		}
		before := list[:i]
		if deferred {
			before = list
			deferred = false
			if _, body := cur.Parent().Parent().Node().(*ast.FuncDecl); !body {
				if _, body = cur.Parent().Parent().Node().(*ast.FuncLit); !body {
					before = list[:i]
				}
			}
		}
		for _, st := range before {
			if sig, ok := v.endsIn(st, c); ok {
				return st, sig
			}
		}
	}
	return nil, false
}

// statements returns the list of statements that n is.
func statements(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// endsIn reports whether the context has ended when a statement is done.
func (v *visitor) endsIn(st ast.Stmt, c contextual) (bySignal, ok bool) {
	if x := v.doneOf(st); x != nil {
		ok, bySignal = v.ends(x, c)
		return bySignal, ok
	}
	switch st := st.(type) {
	case *ast.ExprStmt:
		call, isCall := ast.Unparen(st.X).(*ast.CallExpr)
		if !isCall {
			return false, false
		}
		from, i := v.servers.Value(call.Fun)
		made, isCall := from.(*ast.CallExpr)
		return false, isCall && i == 1 && slices.Contains(c.made, made)
	case *ast.SelectStmt:
		for _, cl := range st.Body.List {
			clause := cl.(*ast.CommClause)
			if leaves(clause.Body) {
				continue
			}
			x := v.doneOf(clause.Comm)
			if x == nil {
				return false, false
			}
			ends, sig := v.ends(x, c)
			if !ends {
				return false, false
			}
			bySignal, ok = bySignal || sig, true
		}
		return bySignal, ok
	}
	return false, false
}

// leaves reports whether a list of statements ends with a return, or with a jump
// out of what it is in.
func leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch s := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Label != nil || s.Tok == token.CONTINUE
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		id, ok := call.Fun.(*ast.Ident)
		return ok && id.Name == "panic"
	}
	return false
}

// doneOf returns the context for whose end a statement waits: <-ctx.Done().
func (v *visitor) doneOf(st ast.Stmt) ast.Expr {
	var e ast.Expr
	switch st := st.(type) {
	case *ast.ExprStmt:
		e = st.X
	case *ast.AssignStmt:
		if len(st.Rhs) == 1 {
			e = st.Rhs[0]
		}
	}
	recv, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || recv.Op != token.ARROW {
		return nil
	}
	call, ok := ast.Unparen(recv.X).(*ast.CallExpr)
	if !ok || !v.isCall(call, frameworks.Func{Pkg: "context", Recv: "Context", Name: "Done"}) {
		return nil
	}
	return call.Fun.(*ast.SelectorExpr).X
}

// ends reports whether the end of x, a context, is the end of c, or whether a
// signal ends both.
func (v *visitor) ends(x ast.Expr, c contextual) (ok, bySignal bool) {
	of := v.contextOf(x)
	if len(of.vars) == 0 {
		return false, false
	}
	if slices.Contains(c.vars, of.vars[0]) {
		return true, false
	}
	for _, n := range of.notified {
		if slices.Contains(c.vars, n) {
			return true, true
		}
	}
	return false, false
}
