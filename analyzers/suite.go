// Package analyzers is prodvet's suite of rules: the one list that the
// command, the golangci-lint plugin, gopls and nogo read.
package analyzers

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers/bodylimit"
	"github.com/prodvet/prodvet/analyzers/corswildcard"
	"github.com/prodvet/prodvet/analyzers/errenvelope"
	"github.com/prodvet/prodvet/analyzers/errleak"
	"github.com/prodvet/prodvet/analyzers/goroutinerecover"
	"github.com/prodvet/prodvet/analyzers/gracefulshutdown"
	"github.com/prodvet/prodvet/analyzers/middlewareorder"
	"github.com/prodvet/prodvet/analyzers/missingreturn"
	"github.com/prodvet/prodvet/analyzers/processexit"
	"github.com/prodvet/prodvet/internal/config"
)

// Suite is every rule with its default configuration, sorted by name.
var Suite = []*analysis.Analyzer{
	bodylimit.Analyzer,
	corswildcard.Analyzer,
	errenvelope.Analyzer,
	errleak.Analyzer,
	goroutinerecover.Analyzer,
	gracefulshutdown.Analyzer,
	middlewareorder.Analyzer,
	missingreturn.Analyzer,
	processexit.Analyzer,
}

// New returns the rules as cfg configures them, in the order of Suite.
func New(cfg config.Config) []*analysis.Analyzer {
	all := []*analysis.Analyzer{
		bodylimit.New(cfg.BodyLimit),
		corswildcard.New(cfg.CORSWildcard),
		errenvelope.New(cfg.ErrEnvelope),
		errleak.New(cfg.ErrLeak),
		goroutinerecover.New(cfg.GoroutineRecover),
		gracefulshutdown.New(cfg.GracefulShutdown),
		middlewareorder.New(cfg.MiddlewareOrder),
		missingreturn.New(cfg.MissingReturn),
		processexit.New(cfg.ProcessExit),
	}
	return slices.DeleteFunc(all, func(a *analysis.Analyzer) bool { return slices.Contains(cfg.Disable, a.Name) })
}
