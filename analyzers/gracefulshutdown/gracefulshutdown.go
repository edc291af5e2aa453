package gracefulshutdown

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/lifecycle"
	"github.com/prodvet/prodvet/internal/summary/processexit"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule: there are none.
type Config struct{}

// New returns the rule with the given configuration.
func New(cfg Config) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:     lifecycle.Rule,
		Doc:      docs.MustExtract(doc, lifecycle.Rule),
		URL:      docs.URL(lifecycle.Rule),
		Requires: []*analysis.Analyzer{lifecycle.Analyzer, processexit.Analyzer, callgraph.Analyzer},
		Run:      run,
	}
	options.Bind(&a.Flags, &cfg)
	return a
}

func run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	v := &visitor{
		pass:    pass,
		info:    pass.TypesInfo,
		report:  report,
		servers: pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result),
		exits:   pass.ResultOf[processexit.Analyzer].(*processexit.Result),
		graph:   pass.ResultOf[callgraph.Analyzer].(*callgraph.Result),
	}
	v.gaps()
	if len(v.servers.Starts)+len(v.servers.Stops)+len(v.servers.Signals) == 0 || v.servers.Exempt() {
		return nil, nil
	}
	for _, s := range v.servers.Signals {
		v.signal(s)
	}
	for _, s := range v.servers.Stops {
		v.stop(s)
	}
	for _, s := range v.servers.Starts {
		v.start(s)
	}
	return nil, nil
}

// visitor reports on one package.
type visitor struct {
	pass    *analysis.Pass
	info    *types.Info
	report  *suppress.Reporter
	servers *lifecycle.Result
	exits   *processexit.Result
	graph   *callgraph.Result
}

// isProgram reports whether the package is a program.
func (v *visitor) isProgram() bool { return v.pass.Pkg.Name() == "main" }

// place says where n is, for who reads of it at another node: the line, and the
// file if it is another one.
func (v *visitor) place(n, from ast.Node) string {
	p := v.pass.Fset.PositionFor(n.Pos(), false)
	if q := v.pass.Fset.PositionFor(from.Pos(), false); p.Filename == q.Filename {
		return fmt.Sprintf("line %d", p.Line)
	}
	return fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)
}

// line is the line of a node.
func (v *visitor) line(n ast.Node) int { return v.pass.Fset.PositionFor(n.Pos(), false).Line }

// isCall reports whether n is a call of one of the functions.
func (v *visitor) isCall(n ast.Node, fns ...frameworks.Func) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	id := frameworks.FuncOf(v.exits.Callee(call))
	for _, f := range fns {
		if id == f {
			return true
		}
	}
	return false
}
