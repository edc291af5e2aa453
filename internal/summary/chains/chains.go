// Package chains computes from the events on routers which middleware runs
// around which route: each framework's meaning of the order in which they are
// registered. For the link step it describes the servers.
package chains

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/routing"
)

// Analyzer computes the chains of a package's functions. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "prodvet_chains",
	Doc:        "compute which middleware runs around which route",
	Requires:   []*analysis.Analyzer{routing.Analyzer, callgraph.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

// Result holds the chains of one package.
type Result struct {
	// Orders are those of the package's functions that get hold of a router, in
	// the order of the source.
	Orders []*Order

	pass *analysis.Pass
}

// Servers describes the routers of the package for the link step.
func (r *Result) Servers() []callgraph.Server { return servers(r.pass, r.Orders) }

func run(pass *analysis.Pass) (any, error) {
	res := &Result{pass: pass}
	for _, fn := range pass.ResultOf[routing.Analyzer].(*routing.Result).Functions {
		res.Orders = append(res.Orders, simulate(fn))
	}
	if graph := pass.ResultOf[callgraph.Analyzer].(*callgraph.Result); graph.Linking() {
		graph.Serve(res.Servers()...)
	}
	return res, nil
}
