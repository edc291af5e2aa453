package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/internal/frameworks"
)

// Fact says what calls of a function do to servers.
type Fact struct {
	// Serves: a call serves until the server is stopped.
	Serves *Serves
	// Stops are the servers that a call stops.
	Stops []Stopping
	// Leads are the gaps that a call leads to, by their keys.
	Leads []string
}

// Receiver stands for the receiver of a method where the index of a parameter
// is meant, and Elsewhere for what is none of them.
const (
	Receiver  = -1
	Elsewhere = -2
)

// Serves is a function that serves.
type Serves struct {
	Server  int  // the parameter that holds the server
	Returns bool // as soon as the server begins to shut down
	Closed  bool // with net/http's ErrServerClosed
}

// Stopping is a server that a function stops.
type Stopping struct {
	Server  int  // the parameter that holds the server
	Context int  // the parameter that bounds how long it waits, or Elsewhere
	Async   bool // on another goroutine
	Gentle  bool // it waits for the requests that are served
}

func (*Fact) AFact() {}

func (f *Fact) String() string {
	s := "lifecycle:"
	if f.Serves != nil {
		s += " serves"
	}
	if len(f.Stops) > 0 {
		s += " stops"
	}
	for _, l := range f.Leads {
		s += " " + l
	}
	return s
}

func (f *Fact) empty() bool { return f.Serves == nil && len(f.Stops)+len(f.Leads) == 0 }

// maxLeads bounds a fact's size.
const maxLeads = 4

// fact returns what calls of fn do; never nil.
func (r *Result) fact(fn *types.Func) *Fact {
	fn = fn.Origin()
	if f, ok := r.facts[fn]; ok {
		return f
	}
	f := new(Fact)
	r.facts[fn] = f
	if decl := r.decls[fn]; decl != nil {
		b := factBuilder{Result: r, does: f, sig: fn.Signature(), body: decl.Body}
		b.walk(decl.Body, false)
	} else if fn.Pkg() != nil && fn.Pkg() != r.pass.Pkg {
		r.pass.ImportObjectFact(fn, f)
	}
	return f
}

// factBuilder looks at the body of one function.
type factBuilder struct {
	*Result
	does *Fact
	sig  *types.Signature
	body *ast.BlockStmt
}

// walk looks at the calls of a node. later says that they are not made, or not
// ended, when the function returns.
func (b *factBuilder) walk(n ast.Node, later bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			b.walk(n.Body, true)
			return false
		case *ast.GoStmt:
			b.walk(n.Call, true)
			return false
		case *ast.DeferStmt:
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok {
				b.walk(lit.Body, later)
				return false
			}
		case *ast.CallExpr:
			if lit, ok := ast.Unparen(n.Fun).(*ast.FuncLit); ok && !later {
				b.walk(lit.Body, later)
				for _, a := range n.Args {
					b.walk(a, later)
				}
				return false
			}
			b.call(n, later)
		}
		return true
	})
}

func (b *factBuilder) call(call *ast.CallExpr, later bool) {
	fn := b.callee(call)
	if fn == nil {
		return
	}
	row := frameworks.StopperOf(frameworks.FuncOf(fn))
	switch {
	case row != nil:
		b.stop(Stopping{b.param(receiver(call)), b.contextParam(call, row.Context), later, gentle(row)})
	case frameworks.StarterOf(frameworks.FuncOf(fn)) == nil:
		f := b.fact(fn)
		for _, s := range f.Stops {
			b.stop(Stopping{b.param(b.operand(call, s.Server)), b.contextParam(call, s.Context), later || s.Async, s.Gentle})
		}
		for _, l := range f.Leads {
			b.lead(l)
		}
	}
	if start, own, _ := b.starter(call); start != nil {
		b.serve(call, start, later)
		if own && b.dropped != nil && !b.dropped.Suppressed(call.Pos()) {
			b.lead(b.key(call))
		}
	}
}

func (b *factBuilder) stop(s Stopping) {
	if (s.Server != Elsewhere || s.Context != Elsewhere) && !slices.Contains(b.does.Stops, s) {
		b.does.Stops = append(b.does.Stops, s)
	}
}

func (b *factBuilder) lead(key string) {
	if len(b.does.Leads) < maxLeads && !slices.Contains(b.does.Leads, key) {
		b.does.Leads = append(b.does.Leads, key)
	}
}

// serve notes that the function serves and returns what call does.
func (b *factBuilder) serve(call *ast.CallExpr, row *frameworks.Starter, later bool) {
	var server ast.Expr
	if row.Recv != "" {
		server = receiver(call)
	}
	param := b.param(server)
	if later || param == Elsewhere || b.does.Serves != nil {
		return
	}
	b.does.Serves = &Serves{Server: param, Returns: row.Returns, Closed: row.Closed && b.returned(call) && !b.Handles(b.body)}
}

// param returns the parameter that e is, or of which it is a field.
func (b *factBuilder) param(e ast.Expr) int {
	for e != nil {
		switch x := unwrap(e).(type) {
		case *ast.Ident:
			return b.paramOf(b.info.Uses[x])
		case *ast.SelectorExpr:
			e = x.X
		default:
			return Elsewhere
		}
	}
	return Elsewhere
}

func (b *factBuilder) paramOf(obj types.Object) int {
	if obj == nil {
		return Elsewhere
	}
	if recv := b.sig.Recv(); recv != nil && obj == recv {
		return Receiver
	}
	for i := range b.sig.Params().Len() {
		if b.sig.Params().At(i) == obj {
			return i
		}
	}
	return Elsewhere
}

// contextParam returns the parameter that call gives as its argument i.
func (b *factBuilder) contextParam(call *ast.CallExpr, i int) int {
	if i < 0 || i >= len(call.Args) {
		return Elsewhere
	}
	id, ok := ast.Unparen(call.Args[i]).(*ast.Ident)
	if !ok {
		return Elsewhere
	}
	p := b.paramOf(b.info.Uses[id])
	if p == Receiver || p >= 0 && len(b.values[b.info.Uses[id]]) != 1 {
		return Elsewhere // it is set to something else
	}
	return p
}

// returned reports whether the function returns the error of call: at once, or
// by a variable.
func (b *factBuilder) returned(call *ast.CallExpr) bool {
	var v types.Object
	found := false
	ast.Inspect(b.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && ast.Unparen(n.Rhs[0]) == ast.Expr(call) && len(n.Lhs) == 1 {
				if id, ok := n.Lhs[0].(*ast.Ident); ok {
					v = b.info.ObjectOf(id)
				}
			}
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				found = found || within(call, e) || v != nil && b.mentions(e, v)
			}
		}
		return true
	})
	return found
}

func within(n, outer ast.Node) bool { return outer.Pos() <= n.Pos() && n.End() <= outer.End() }

// mentions reports whether n mentions obj.
func (r *Result) mentions(n ast.Node, obj types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && r.info.Uses[id] == obj {
			found = true
		}
		return !found
	})
	return found
}

// Handles reports whether n mentions net/http's ErrServerClosed, or a comparison
// that could be one with it.
func (r *Result) Handles(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if obj := r.info.Uses[n]; obj != nil && obj.Name() == "ErrServerClosed" {
				found = true
			}
		case *ast.CallExpr:
			if fn := r.callee(n); frameworks.FuncOf(fn) == (frameworks.Func{Pkg: "errors", Name: "Is"}) {
				found = true
			}
		case *ast.SwitchStmt:
			found = found || n.Tag != nil // switch err { case … }
		case *ast.BasicLit:
			found = found || n.Kind == token.STRING && n.Value == `"http: Server closed"`
		}
		return !found
	})
	return found
}
