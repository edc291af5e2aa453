package missingreturn

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/expr"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/processexit"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; there are none.
type Config struct{}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "missingreturn",
		Doc:      docs.MustExtract(doc, "missingreturn"),
		URL:      docs.URL("missingreturn"),
		Requires: []*analysis.Analyzer{response.Analyzer, processexit.Analyzer},
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
		reader:   reader{pass.TypesInfo},
		pass:     pass,
		report:   report,
		response: pass.ResultOf[response.Analyzer].(*response.Result),
		exits:    pass.ResultOf[processexit.Analyzer].(*processexit.Result),
		decls:    make(map[*types.Func]*ast.FuncDecl),
	}
	v.makesErrors = makesErrors(pass.Pkg)
	if !v.response.Answers() && !v.makesErrors {
		return nil, nil
	}
	v.index()
	for _, f := range pass.Files {
		if !report.Silent(f.FileStart) {
			v.file(f)
		}
	}
	return nil, nil
}

// visitor reports what the functions of one package do after they have
// answered.
type visitor struct {
	reader
	pass        *analysis.Pass
	report      *suppress.Reporter
	response    *response.Result
	exits       *processexit.Result
	decls       map[*types.Func]*ast.FuncDecl
	aborters    map[*types.Func]bool // functions of this package that abort a chain
	makesErrors bool                 // the package knows errors that a framework answers with if they are returned
	before      map[ast.Node]bool    // functions that a framework runs before other handlers
}

// index finds the package's functions, and which of them are middleware.
func (v *visitor) index() {
	for _, f := range v.pass.Files {
		for _, d := range f.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && decl.Body != nil {
				if fn, ok := v.pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					v.decls[fn] = decl
				}
			}
		}
	}
	v.aborters = make(map[*types.Func]bool)
	for fn, decl := range v.decls {
		if v.callsAbort(decl.Body) {
			v.aborters[fn] = true
		}
	}
	v.before = v.registered()
}

// file looks at the functions of a file.
func (v *visitor) file(file *ast.File) {
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		var f *function
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				f = &function{node: n, typ: n.Type, body: n.Body}
			}
		case *ast.FuncLit:
			f = &function{node: n, typ: n.Type, body: n.Body}
		}
		if f != nil {
			for _, o := range stack {
				switch o := o.(type) {
				case *ast.FuncDecl:
					f.outer = append(f.outer, o)
					f.name = o.Name.Name
				case *ast.FuncLit:
					f.outer = append(f.outer, o)
				}
			}
			if decl, ok := n.(*ast.FuncDecl); ok {
				f.name = decl.Name.Name
			}
			v.function(f)
		}
		stack = append(stack, n)
		return true
	})
}

// function looks at one function, without the literals in it.
func (v *visitor) function(f *function) {
	if v.makesErrors {
		v.dropped(f)
	}
	if !v.answers(f.body) {
		return
	}
	f.middleware = v.isMiddleware(f)
	v.analyse(f)
	type at struct {
		*answer
		block *cfg.Block
		node  int
	}
	var all []at
	for _, block := range f.graph.Blocks {
		k, reached := f.known[block]
		if !reached {
			continue
		}
		for i, n := range block.Nodes {
			_, statement := n.(*ast.ExprStmt)
			expr.EachCall(n, func(call *ast.CallExpr) {
				if a := v.answerOf(call, k, !statement && !blank(n)); a != nil {
					all = append(all, at{a, block, i})
					f.errors = append(f.errors, call)
				}
			})
			k = v.passed(k, n)
		}
	}
	seen := make(map[*ast.CallExpr]bool) // two statuses may have one body
	for _, a := range all {
		found := v.follow(f, a.answer, a.block, a.node)
		if len(found) == 0 {
			continue
		}
		if c := f.choose(found); !seen[c.call] {
			seen[c.call] = true
			v.found(f, a.answer, c)
		}
	}
}

// blank reports whether a statement throws away what its call returns.
func blank(n ast.Node) bool {
	s, ok := n.(*ast.AssignStmt)
	return ok && s.Tok == token.ASSIGN && !slices.ContainsFunc(s.Lhs, func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return !ok || id.Name != "_"
	})
}

// answers reports whether a call in body, outside of literals, answers.
func (v *visitor) answers(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = found || len(v.response.Call(n)) > 0 || v.response.AnswersOnFailure(n)
		}
		return !found
	})
	return found
}

// choose returns the most telling of the consequences: of those of one kind the
// one on which the fewest conditions are, and of these the first.
func (f *function) choose(all []consequence) consequence {
	rank := []string{kindNext, kindSecond, kindAbort, kindFailed, kindEffect, kindIgnored}
	return slices.MinFunc(all, func(a, b consequence) int {
		if d := slices.Index(rank, a.kind) - slices.Index(rank, b.kind); d != 0 {
			return d
		}
		if d := f.depth(a.node) - f.depth(b.node); d != 0 {
			return d
		}
		return int(a.node.Pos() - b.node.Pos())
	})
}

// depth returns how many blocks n is in.
func (f *function) depth(n ast.Node) int {
	depth := 0
	ast.Inspect(f.body, func(b ast.Node) bool {
		if b == nil || n.Pos() < b.Pos() || b.End() < n.End() {
			return false
		}
		switch b.(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			depth++
		}
		return true
	})
	return depth
}
