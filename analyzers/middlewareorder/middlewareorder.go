package middlewareorder

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/census"
	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/response"
	"github.com/prodvet/prodvet/internal/summary/routing"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Recovery are functions that are, or return, recovery middleware although
	// their source does not show it.
	Recovery []string `json:"recovery" doc:"functions that are or return recovery middleware, as pkg/path.Name or pkg/path.Type.Name"`
	// NetHTTP asks for no-recovery of routers that bring no recovery with them.
	NetHTTP bool `json:"net-http" doc:"report routers of net/http, gorilla/mux and httprouter without recovery, too"`
}

// Validate reports the first entry that names no function.
func (c Config) Validate() error {
	for _, name := range c.Recovery {
		path, fn, ok := strings.Cut(name[strings.LastIndexByte(name, '/')+1:], ".")
		if !ok || path == "" || fn == "" || strings.HasSuffix(fn, ".") || strings.ContainsAny(name, " ()*") {
			return fmt.Errorf("recovery: %q names no function; write pkg/path.Name or pkg/path.Type.Name", name)
		}
	}
	return nil
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "middlewareorder",
		Doc:      docs.MustExtract(doc, "middlewareorder"),
		URL:      docs.URL("middlewareorder"),
		Requires: []*analysis.Analyzer{routing.Analyzer, chains.Analyzer, callgraph.Analyzer, census.Analyzer, response.Analyzer},
		Run:      c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	f := newFindings(pass, report, c.cfg.NetHTTP)
	var orders []*order
	for _, o := range pass.ResultOf[chains.Analyzer].(*chains.Result).Orders {
		orders = append(orders, &order{o, c.recovers})
	}
	for _, o := range orders {
		f.shadowed(o)
		f.unreachable(o)
		f.unprotected(o)
		f.notOutermost(o)
		f.notLast(o)
		f.insideOut(o)
		f.replaced(o)
		f.belowGroups(o)
		f.twice(o)
	}
	f.goesOn(pass.ResultOf[routing.Analyzer].(*routing.Result))
	f.copied()
	f.noRecovery(orders)
	f.preflights(orders)
	f.defaultErrors(orders)
	pass.ResultOf[callgraph.Analyzer].(*callgraph.Result).Configure(frameworks.MiddlewareRecovery, c.cfg.Recovery)
	return nil, nil
}

// recovers reports whether m is recovery: seen in its source, or configured.
func (c *checker) recovers(m routing.Middleware) bool {
	return m.Recovers || m.Func.Name != "" && slices.Contains(c.cfg.Recovery, m.Func.String())
}
