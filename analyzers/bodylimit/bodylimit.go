package bodylimit

import (
	_ "embed"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/summary/bodyread"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/chains"
	"github.com/prodvet/prodvet/internal/summary/lifecycle"
	"github.com/prodvet/prodvet/internal/summary/routing"
	"github.com/prodvet/prodvet/internal/suppress"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Limits are functions that are, or return, middleware which bounds request
	// bodies although their source does not show it.
	Limits []string `json:"limits" doc:"functions that are or return middleware which bounds request bodies, as pkg/path.Name or pkg/path.Type.Name"`
}

// Validate reports the first entry that names no function.
func (c Config) Validate() error {
	for _, f := range c.Limits {
		name := f[strings.LastIndexByte(f, '/')+1:]
		parts := strings.Split(name, ".")
		if len(parts) < 2 || slices.ContainsFunc(parts[1:], func(p string) bool { return p != "" && !token.IsIdentifier(p) }) || !token.IsIdentifier(parts[len(parts)-1]) {
			return fmt.Errorf("limits: %q names no function; write it as pkg/path.Name or pkg/path.Type.Name", f)
		}
	}
	return nil
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "bodylimit",
		Doc:      docs.MustExtract(doc, "bodylimit"),
		URL:      docs.URL("bodylimit"),
		Requires: []*analysis.Analyzer{inspect.Analyzer, bodyread.Analyzer, chains.Analyzer, lifecycle.Analyzer, callgraph.Analyzer},
		Run:      c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	servers := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result)
	if servers.Exempt() {
		return nil, nil
	}
	f := &finder{
		pass:   pass,
		report: report,
		reads:  pass.ResultOf[bodyread.Analyzer].(*bodyread.Result),
		chains: pass.ResultOf[chains.Analyzer].(*chains.Result),
		graph:  pass.ResultOf[callgraph.Analyzer].(*callgraph.Result),
	}
	f.graph.Configure(frameworks.MiddlewareBodyLimit, c.cfg.Limits)
	f.graph.BoundsBodies(f.reads.Bounds, f.reads.Limits)
	for _, r := range f.reads.Reads {
		f.read(r)
	}
	for _, u := range f.reads.Unpacks {
		f.graph.UnpacksBody(report, analysis.Diagnostic{Pos: u.Body.Pos(), End: u.Body.End(), Category: "decompressed", Message: unpacked(u)})
	}
	f.switchedOff()
	if !servers.OnlyLocal() {
		f.servers()
	}
	if !f.graph.Linking() && len(f.reads.Reads)+len(f.reads.Unpacks) > 0 {
		f.graph.Serve(f.chains.Servers()...)
		f.graph.Unbounded(report)
	}
	return nil, nil
}

// finder finds what one package does with request bodies.
type finder struct {
	pass   *analysis.Pass
	report *suppress.Reporter
	reads  *bodyread.Result
	chains *chains.Result
	graph  *callgraph.Result
}

// read reports a read, or hands it over if it depends on the chains of its
// routes.
func (f *finder) read(r *bodyread.Read) {
	d := analysis.Diagnostic{Pos: r.Call.Pos(), End: r.Call.End()}
	switch {
	case r.Unpacker != nil:
		d.Category, d.Message = "decompressed", decompressed(r)
		f.report.Report(d)
	case r.Cut != nil:
		d.Category, d.Message = "truncated", truncated(r)
		f.report.Report(d)
	default:
		d.Category, d.Message = "unbounded-read", unbounded(r)
		f.graph.ReadsBody(f.report, d)
	}
}

// servers hands over the routers that the package makes.
func (f *finder) servers() {
	seen := make(map[string]bool)
	for _, o := range f.chains.Orders {
		for _, r := range o.Routers {
			if r.Origin != routing.Made || r.From() != "" || seen[r.Maker] || !r.Pos().IsValid() {
				continue // or another package makes it
			}
			seen[r.Maker] = true
			f.graph.IfUnbounded(f.report, analysis.Diagnostic{Pos: r.Pos(), End: r.End(), Category: "no-limit", Message: noLimit(r)}, r.Maker)
		}
	}
}
