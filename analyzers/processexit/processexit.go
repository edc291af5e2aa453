package processexit

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/processexit"
	"github.com/prodvet/prodvet/internal/summary/requestpath"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Exits are functions that end the process, although the source that is
	// analysed does not show it.
	Exits []string `json:"exits" doc:"functions that end the process, as pkg/path.Name or pkg/path.Type.Name"`
}

// Validate reports an entry that cannot name a function.
func (c Config) Validate() error {
	for _, f := range c.Exits {
		name := f[strings.LastIndexByte(f, '/')+1:]
		parts := strings.Split(name, ".")
		if len(parts) < 2 || slices.ContainsFunc(parts[1:], func(p string) bool { return p != "" && !token.IsIdentifier(p) }) || !token.IsIdentifier(parts[len(parts)-1]) {
			return fmt.Errorf("exits: %q names no function; write it as pkg/path.Name or pkg/path.Type.Name", f)
		}
	}
	return nil
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "processexit",
		Doc:      docs.MustExtract(doc, "processexit"),
		URL:      docs.URL("processexit"),
		Requires: []*analysis.Analyzer{requestpath.Analyzer, processexit.Analyzer, callgraph.Analyzer},
		Run:      c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	v := &visitor{
		checker:  c,
		pass:     pass,
		report:   report,
		path:     pass.ResultOf[requestpath.Analyzer].(*requestpath.Result),
		exits:    pass.ResultOf[processexit.Analyzer].(*processexit.Result),
		graph:    pass.ResultOf[callgraph.Analyzer].(*callgraph.Result),
		commands: commands(),
		seen:     make(map[string]bool),
	}
	for _, pos := range v.exits.Ignored() {
		report.Suppressed(pos) // for the functions and packages that call it
	}
	onPath := make(map[ast.Node]bool)
	for _, body := range v.path.Bodies() {
		onPath[body] = true
		if report.Silent(body.Pos()) {
			continue // a test or a generated file
		}
		if s := v.around(body.Pos()); !s.command {
			v.visit(body, s.decl, nil)
		}
	}
	v.elsewhere(onPath)
	return nil, nil
}

// elsewhere looks at the functions that this package does not know to be on a
// request path: whether they are is for the link step to say.
func (v *visitor) elsewhere(onPath map[ast.Node]bool) {
	v.open = true
	for _, f := range v.pass.Files {
		if v.report.Silent(f.FileStart) {
			continue
		}
		for _, d := range f.Decls {
			decl, _ := d.(*ast.FuncDecl)
			if decl == nil || decl.Body != nil && !v.isCommand(decl.Type) {
				v.visit(d, decl, onPath)
			}
		}
	}
}

func commands() map[frameworks.Type]bool {
	types := make(map[frameworks.Type]bool)
	for _, f := range frameworks.All() {
		for _, t := range f.Commands {
			types[t] = true
		}
	}
	return types
}

// visitor reports the exits of one package's request path.
type visitor struct {
	*checker
	pass     *analysis.Pass
	report   *suppress.Reporter
	path     *requestpath.Result
	graph    *callgraph.Result
	exits    *processexit.Result
	commands map[frameworks.Type]bool
	open     bool            // whether a request gets to what is visited is not known here
	seen     map[string]bool // places in other packages that were reported
}

// visit looks at the calls in root, which is in decl, but not in the nodes of
// without.
func (v *visitor) visit(root ast.Node, decl *ast.FuncDecl, without map[ast.Node]bool) {
	var stack []ast.Node
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if without[n] {
			return false
		}
		if call, ok := n.(*ast.CallExpr); ok {
			if v.exits.Once(call) {
				return false // built at start-up as often as not
			}
			v.call(call, decl, stack)
		}
		stack = append(stack, n)
		return true
	})
}

// surroundings are what a body stands in.
type surroundings struct {
	decl    *ast.FuncDecl // the function that it is the body of, or is in
	command bool          // it is in the function of a command
}

func (v *visitor) around(pos token.Pos) (s surroundings) {
	for _, f := range v.pass.Files {
		if pos < f.FileStart || f.FileEnd <= pos {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil || pos < n.Pos() || n.End() <= pos {
				return n == f
			}
			switch n := n.(type) {
			case *ast.FuncDecl:
				s.decl = n
				s.command = s.command || v.isCommand(n.Type)
			case *ast.FuncLit:
				s.command = s.command || v.isCommand(n.Type)
			}
			return true
		})
	}
	return s
}

// isCommand reports whether a function is a command of a command line.
func (v *visitor) isCommand(t *ast.FuncType) bool {
	return slices.ContainsFunc(t.Params.List, func(f *ast.Field) bool {
		return v.commands[frameworks.TypeOf(v.pass.TypesInfo.TypeOf(f.Type))]
	})
}

// call reports a call that ends the process. decl is the function declaration
// that it is in, and stack the nodes around it within the body.
func (v *visitor) call(call *ast.CallExpr, decl *ast.FuncDecl, stack []ast.Node) {
	if e, ok := v.ends(call); ok {
		v.ending(call, call.Fun, e, decl, stack)
		return
	}
	for i, a := range call.Args {
		if e, ok := v.exits.EndsAsValue(a); ok && v.exits.RunsArgument(call, i) {
			v.ending(call, a, e, decl, stack)
		}
	}
	if !v.open && !v.graph.Linking() {
		v.called(call)
	}
}

// ends reports whether call ends the process, as its body or the configuration
// says.
func (v *visitor) ends(call *ast.CallExpr) (processexit.Ending, bool) {
	if e, ok := v.exits.Ends(call); ok {
		return e, true
	}
	fn := v.exits.Callee(call)
	return processexit.Ending{How: frameworks.LogsFatal}, fn != nil && slices.Contains(v.cfg.Exits, frameworks.FuncOf(fn).String())
}

// ending reports call, in which fun, its function or an argument, ends the
// process or the goroutine.
func (v *visitor) ending(call *ast.CallExpr, fun ast.Expr, e processexit.Ending, decl *ast.FuncDecl, stack []ast.Node) {
	entry, _ := v.path.Entry(call.Pos())
	if e.How == frameworks.EndsGoroutine && (v.open || !entry.Direct || elsewhere(stack)) {
		return // another goroutine than the request's
	}
	if e.How == frameworks.ExitsProcess && (v.putOff(call, stack) || v.asked(call, stack)) {
		return // on purpose
	}
	if decl != nil && !entry.Own && v.exits.Helper(decl, call) {
		return // its callers end the process
	}
	subject := expr.Text(fun, "this call")
	if start := v.exits.Start(call); start != nil {
		subject = expr.Text(start.Fun, "Fatal") + "()." + call.Fun.(*ast.SelectorExpr).Sel.Name
	}
	reached := entry.Reached()
	if v.open {
		reached = callgraph.Path
	}
	d := analysis.Diagnostic{
		Pos:      fun.Pos(),
		End:      fun.End(),
		Category: kind(e),
		Message:  ends(subject, e, reached, v.advice(call, stack, decl)),
	}
	if v.open {
		v.graph.IfReached(v.report, d)
	} else {
		v.report.Report(d)
	}
}

// elsewhere reports whether the innermost of the nodes is in a function literal
// or a go statement, which need not run on the goroutine that they are on.
func elsewhere(stack []ast.Node) bool {
	for i, n := range stack {
		switch n := n.(type) {
		case *ast.GoStmt:
			return true
		case *ast.FuncLit:
			call, ok := stack[max(i-1, 0)].(*ast.CallExpr)
			if !ok || ast.Unparen(call.Fun) != ast.Expr(n) {
				return true
			}
		}
	}
	return false
}

// called reports a call of another package of the module that ends the process
// if there is an error, in a place that no earlier call of this package leads
// to.
func (v *visitor) called(call *ast.CallExpr) {
	fn, may := v.exits.Called(call)
	if fn == nil {
		return
	}
	for _, e := range may {
		if v.seen[e.Place] || v.report.Suppressed(call.Pos()) {
			continue
		}
		v.seen[e.Place] = true
		entry, _ := v.path.Entry(call.Pos())
		v.report.Report(analysis.Diagnostic{
			Pos:      call.Pos(),
			End:      call.Fun.End(),
			Category: "exit-in-callee",
			Message:  calleeEnds(expr.Text(call.Fun, fn.Name()), e, entry.Reached()),
		})
		return // one finding a call
	}
}

// advice says what to write instead.
func (v *visitor) advice(call *ast.CallExpr, stack []ast.Node, decl *ast.FuncDecl) string {
	var typ *ast.FuncType
	if decl != nil {
		typ = decl.Type
	}
	for _, n := range stack {
		if lit, ok := n.(*ast.FuncLit); ok {
			typ = lit.Type
		}
	}
	if typ != nil && typ.Results != nil {
		for _, f := range typ.Results.List {
			if t := v.pass.TypesInfo.TypeOf(f.Type); t != nil && types.Identical(t, types.Universe.Lookup("error").Type()) {
				return "return an error instead"
			}
		}
	}
	entry, known := v.path.Entry(call.Pos())
	switch {
	case elsewhere(stack) || known && !entry.Direct:
		return "log it and return instead"
	case entry.Own:
		return "answer with an error instead"
	}
	return "return an error instead"
}
