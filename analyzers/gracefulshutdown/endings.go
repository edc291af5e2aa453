package gracefulshutdown

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/summary/lifecycle"
)

// start reports what happens when a server that something shuts down returns:
// the process ends before the shutdown is done.
func (v *visitor) start(s *lifecycle.Start) {
	if !s.Row.Returns || s.Server == nil {
		return
	}
	var stops []*lifecycle.Stop
	for _, st := range v.servers.StopsOf(s.Server) {
		if st.Gentle && st.Call != s.Call && !v.follows(st, s) {
			stops = append(stops, st)
		}
	}
	if len(stops) == 0 || v.closedFatal(s, stops[0]) {
		return
	}
	for _, st := range stops {
		if v.early(s, st) {
			return
		}
	}
}

// follows reports whether a server is stopped by the function that has started
// it, when it has returned.
func (v *visitor) follows(st *lifecycle.Stop, s *lifecycle.Start) bool {
	return st.Expr.Pos() > s.Call.Pos() && frame(st.Cursor) == frame(s.Cursor)
}

// frame returns the innermost function round c.
func frame(c inspector.Cursor) ast.Node {
	for p := range c.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if p.Node() != c.Node() {
			return p.Node()
		}
	}
	return nil
}

// closedFatal reports that the process is ended by the error that says that the
// server shuts down.
func (v *visitor) closedFatal(s *lifecycle.Start, st *lifecycle.Stop) bool {
	if !s.Row.Closed {
		return false
	}
	exit, cond := v.fatal(s)
	if exit == nil {
		return false
	}
	d := analysis.Diagnostic{
		Pos:      exit.Pos(),
		End:      exit.Fun.End(),
		Category: "server-closed-fatal",
		Message:  closedFatal(expr.Text(exit.Fun, "this call"), expr.Text(s.Call.Fun, s.Row.Name), expr.Text(st.Expr, "Shutdown"), v.place(st.Expr, exit)),
	}
	if cond != nil {
		d.SuggestedFixes = v.exclude(cond)
	}
	v.report.Report(d)
	return true
}

// fatal returns the call that ends the process with the error of a start,
// whatever it is, and the condition err != nil under which it does, if there is
// one.
//
//	log.Fatal(srv.ListenAndServe())
//	if err := srv.ListenAndServe(); err != nil { log.Fatal(err) }
//	err := srv.ListenAndServe(); log.Fatal(err)
func (v *visitor) fatal(s *lifecycle.Start) (*ast.CallExpr, *ast.BinaryExpr) {
	for c := range s.Cursor.Enclosing() {
		switch n := c.Node().(type) {
		case *ast.CallExpr:
			if n != s.Call && v.endsProcess(n) {
				return n, nil
			}
		case *ast.AssignStmt:
			return v.fatalError(c, n)
		case ast.Stmt:
			return nil, nil
		}
	}
	return nil, nil
}

// fatalError is fatal for an error that is kept in a variable.
func (v *visitor) fatalError(c inspector.Cursor, assign *ast.AssignStmt) (*ast.CallExpr, *ast.BinaryExpr) {
	if len(assign.Lhs) != 1 {
		return nil, nil
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return nil, nil
	}
	err := v.info.ObjectOf(id)
	var next ast.Stmt
	if parent, ok := c.Parent().Node().(*ast.IfStmt); ok && parent.Init == ast.Stmt(assign) {
		next = parent
	} else {
		list := statements(c.Parent().Node())
		for i, st := range list {
			if st == ast.Stmt(assign) && i+1 < len(list) {
				next = list[i+1]
			}
		}
	}
	switch next := next.(type) {
	case *ast.ExprStmt:
		if call, ok := next.X.(*ast.CallExpr); ok && v.endsProcess(call) && v.uses(call, err) {
			return call, nil
		}
	case *ast.IfStmt:
		cond, ok := ast.Unparen(next.Cond).(*ast.BinaryExpr)
		if !ok || cond.Op != token.NEQ || !v.isVar(cond.X, err) || !v.info.Types[cond.Y].IsNil() || v.servers.Handles(next.Body) {
			return nil, nil
		}
		for _, st := range next.Body.List {
			switch st := st.(type) {
			case *ast.ExprStmt:
				if call, ok := st.X.(*ast.CallExpr); ok && v.endsProcess(call) {
					return call, cond
				}
			case *ast.AssignStmt, *ast.DeclStmt:
			default:
				return nil, nil
			}
		}
	}
	return nil, nil
}

// endsProcess reports whether call ends the process: by an exit, or by a panic.
func (v *visitor) endsProcess(call *ast.CallExpr) bool {
	if e, ok := v.exits.Ends(call); ok {
		return e.How != frameworks.EndsGoroutine
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		b, ok := v.info.Uses[id].(*types.Builtin)
		return ok && b.Name() == "panic"
	}
	for _, row := range frameworks.Exits(frameworks.FuncOf(v.exits.Callee(call))) {
		if row.How == frameworks.Panics {
			return true
		}
	}
	return false
}

func (v *visitor) isVar(e ast.Expr, obj types.Object) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && obj != nil && v.info.ObjectOf(id) == obj
}

func (v *visitor) uses(n ast.Node, obj types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && v.info.Uses[id] == obj {
			found = true
		}
		return !found
	})
	return found
}

// exclude returns the fix that leaves the error of a server that is shut down
// out of a condition, if the file has the packages of the names.
func (v *visitor) exclude(cond *ast.BinaryExpr) []analysis.SuggestedFix {
	errs, http := v.imported(cond, "errors"), v.imported(cond, "net/http")
	id, ok := ast.Unparen(cond.X).(*ast.Ident)
	if errs == "" || http == "" || !ok {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   "Leave " + http + ".ErrServerClosed out",
		TextEdits: []analysis.TextEdit{{Pos: cond.End(), End: cond.End(), NewText: []byte(" && !" + errs + ".Is(" + id.Name + ", " + http + ".ErrServerClosed)")}},
	}}
}

// early reports that a server returns to main, which ends, while another
// goroutine has only begun to shut it down.
func (v *visitor) early(s *lifecycle.Start, st *lifecycle.Stop) bool {
	decl, ok := frame(s.Cursor).(*ast.FuncDecl)
	if !ok || v.beside(s.Cursor) || !v.unseen(st, decl) {
		return false
	}
	e := &ending{visitor: v, seen: make(map[*ast.FuncDecl]bool)}
	if !e.quiet(decl, s.Call.End()) || !e.ends(decl) {
		return false
	}
	v.report.Report(analysis.Diagnostic{
		Pos:      s.Call.Pos(),
		End:      s.Call.Fun.End(),
		Category: "early-exit",
		Message:  early(expr.Text(s.Call.Fun, s.Row.Name), expr.Text(st.Expr, "Shutdown"), decl.Name.Name, v.place(st.Expr, s.Call)),
	})
	return true
}

// beside reports whether a call is made on another goroutine, in a loop, or when
// its function returns.
func (v *visitor) beside(c inspector.Cursor) bool {
	for p := range c.Enclosing() {
		switch p.Node().(type) {
		case *ast.FuncDecl:
			return false
		case *ast.GoStmt, *ast.DeferStmt, *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit, *ast.SelectStmt:
			return true
		}
	}
	return true
}

// unseen reports whether a server is stopped on a goroutine that decl starts and
// that tells nobody when it is done.
func (v *visitor) unseen(st *lifecycle.Stop, decl *ast.FuncDecl) bool {
	for c := range st.Cursor.Enclosing() {
		n, ok := c.Node().(*ast.GoStmt)
		if !ok {
			continue
		}
		if outer, ok := frame(c).(*ast.FuncDecl); !ok || outer != decl {
			return false
		}
		if lit, ok := n.Call.Fun.(*ast.FuncLit); ok {
			return len(n.Call.Args) == 0 && !v.tells(lit)
		}
		return n.Call == st.Call && !v.tellsByArguments(n.Call)
	}
	return false
}

// tells reports whether a goroutine sends, closes or counts something, calls a
// function that it has from outside, or ends the process itself.
func (v *visitor) tells(lit *ast.FuncLit) bool {
	tells := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt:
			tells = true
		case *ast.CallExpr:
			switch fun := ast.Unparen(n.Fun).(type) {
			case *ast.Ident:
				switch obj := v.info.Uses[fun].(type) {
				case *types.Builtin:
					tells = tells || obj.Name() == "close"
				case *types.Var:
					tells = tells || obj.Pos() < lit.Pos() || obj.Pos() > lit.End()
				}
			case *ast.SelectorExpr:
				switch obj := v.info.Uses[fun.Sel].(type) {
				case *types.Var:
					tells = true
				case *types.Func:
					tells = tells || obj.Pkg() != nil && obj.Pkg().Path() == "sync" || obj.Name() == "Done" && frameworks.FuncOf(obj).Pkg != "context"
				}
			}
			tells = tells || v.tellsByArguments(n)
		}
		return !tells
	})
	return tells
}

// tellsByArguments reports whether a function that the module has written is
// given something by which it can tell when it is done.
func (v *visitor) tellsByArguments(call *ast.CallExpr) bool {
	fn := v.exits.Callee(call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() != v.pass.Pkg && !v.servers.SameModule(fn.Pkg()) {
		return false
	}
	for _, a := range call.Args {
		switch t := v.info.TypeOf(a).Underlying().(type) {
		case *types.Chan:
			if frameworks.TypeOf(t.Elem()) != (frameworks.Type{Pkg: "os", Name: "Signal"}) {
				return true
			}
		case *types.Signature:
			return true
		}
		if frameworks.TypeOf(v.info.TypeOf(a)).Pkg == "sync" {
			return true
		}
	}
	return false
}

// ending follows a function that returns to the end of the process.
type ending struct {
	*visitor
	seen map[*ast.FuncDecl]bool
}

// ends reports whether the process ends when decl has returned: it is main, a
// command, or called by such only, which do nothing more than that.
func (e *ending) ends(decl *ast.FuncDecl) bool {
	if e.seen[decl] {
		return false
	}
	e.seen[decl] = true
	if e.isCommand(decl.Type) {
		return true
	}
	if !e.isProgram() {
		return false
	}
	if decl.Recv == nil && decl.Name.Name == "main" {
		return true
	}
	fn := e.info.Defs[decl.Name]
	uses := 0
	for c := range e.servers.Root().Preorder((*ast.Ident)(nil)) {
		id := c.Node().(*ast.Ident)
		if e.info.Uses[id] != fn || e.report.Silent(id.Pos()) {
			continue
		}
		uses++
		at := c
		if _, ok := at.Parent().Node().(*ast.SelectorExpr); ok {
			at = at.Parent()
		}
		call, ok := at.Parent().Node().(*ast.CallExpr)
		if !ok || call.Fun != at.Node() {
			return false
		}
		caller, ok := frame(at.Parent()).(*ast.FuncDecl)
		if !ok || e.beside(at.Parent()) || !e.quiet(caller, call.End()) || !e.ends(caller) {
			return false
		}
	}
	return uses > 0
}

// isCommand reports whether a function is a command of a command line.
func (e *ending) isCommand(t *ast.FuncType) bool {
	for _, f := range t.Params.List {
		id := frameworks.TypeOf(e.info.TypeOf(f.Type))
		for _, fw := range frameworks.All() {
			for _, c := range fw.Commands {
				if c == id {
					return true
				}
			}
		}
	}
	return false
}

// quiet reports whether a function waits for nothing behind pos, nor when it
// returns.
func (e *ending) quiet(decl *ast.FuncDecl, pos token.Pos) bool {
	waits := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			return false
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok {
				waits = waits || e.waits(lit.Body, token.NoPos)
			} else {
				waits = waits || e.waits(n.Call, token.NoPos)
			}
			return false
		}
		return !waits
	})
	return !waits && !e.waits(decl.Body, pos)
}

// waits reports whether something in n, behind pos, may wait for a goroutine.
func (e *ending) waits(n ast.Node, pos token.Pos) bool {
	waits := false
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil || n.End() <= pos {
			return false
		}
		behind := n.Pos() >= pos
		switch n := n.(type) {
		case *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			waits = waits || behind && n.Op == token.ARROW
		case *ast.SelectStmt:
			waits = waits || behind
		case *ast.ForStmt, *ast.RangeStmt:
			waits = true // round the call, or behind it
		case *ast.CallExpr:
			waits = waits || behind && e.mayWait(n)
		}
		return !waits
	})
	return waits
}

// mayWait reports whether a call may wait for a goroutine: it is of a function
// value, of the module, or of a library by the name of which it does.
func (e *ending) mayWait(call *ast.CallExpr) bool {
	if e.info.Types[call.Fun].IsType() || e.info.Types[call.Fun].IsBuiltin() || e.endsProcess(call) {
		return false
	}
	fn := e.exits.Callee(call)
	if fn == nil {
		from, i := e.servers.Value(call.Fun)
		made, ok := from.(*ast.CallExpr)
		return !ok || i != 1 || !e.endsContext(made)
	}
	if fn.Pkg() == nil {
		return false // err.Error
	}
	if fn.Pkg() == e.pass.Pkg || e.servers.SameModule(fn.Pkg()) {
		return true
	}
	switch fn.Name() {
	case "Wait", "Sleep", "Join", "Stop", "Shutdown", "Lock", "Run", "Do":
		return true
	}
	return false
}

func (e *ending) endsContext(made *ast.CallExpr) bool {
	switch frameworks.FuncOf(e.exits.Callee(made)).Pkg {
	case "context", "os/signal":
		return true
	}
	return false
}
