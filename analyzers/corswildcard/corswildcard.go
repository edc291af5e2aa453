package corswildcard

import (
	_ "embed"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/frameworks"
	"github.com/prodvet/prodvet/internal/options"
	"github.com/prodvet/prodvet/internal/settings"
	"github.com/prodvet/prodvet/internal/summary/defaults"
	"github.com/prodvet/prodvet/internal/suppress"
	"github.com/prodvet/prodvet/internal/values"
)

//go:embed doc.go
var doc string

// Analyzer is the rule with its default configuration.
var Analyzer = New(Config{})

// Config holds the options of the rule; the zero value is the default.
type Config struct {
	// Development are functions, variables and fields that tell development
	// from production in this code base, beside those that do by their names.
	Development []string `json:"development" doc:"functions, variables and fields that are true only in development, as pkg/path.Name or pkg/path.Type.Name"`
	// Settings returns what the configuration files of the module say, one
	// entry for each deployment. Only the prodvet binary reads files: nil
	// elsewhere.
	Settings func() []*settings.Environment `json:"-"`
}

// New returns the rule with the given configuration, from which its flags
// start.
func New(cfg Config) *analysis.Analyzer {
	c := &checker{cfg: cfg}
	a := &analysis.Analyzer{
		Name:     "corswildcard",
		Doc:      docs.MustExtract(doc, "corswildcard"),
		URL:      docs.URL("corswildcard"),
		Requires: []*analysis.Analyzer{inspect.Analyzer, values.Analyzer, defaults.Analyzer},
		Run:      c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	p := &policies{
		info:    pass.TypesInfo,
		root:    pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		setters: make(map[frameworks.Func]frameworks.HeaderFunc),
		getters: make(map[frameworks.Func]frameworks.HeaderFunc),

		gatedUses: make(map[usesKey]bool),
	}
	var harmless []string
	for _, f := range frameworks.All() {
		if !slices.ContainsFunc(pass.Pkg.Imports(), func(i *types.Package) bool { return slices.Contains(f.Packages, i.Path()) }) {
			continue
		}
		if f.CORS != nil {
			p.libraries = append(p.libraries, f.CORS)
			for _, fn := range f.CORS.Harmless {
				harmless = append(harmless, fn.String())
			}
		}
		for _, h := range f.HeaderSetters {
			p.setters[h.Func] = h
		}
		for _, h := range f.HeaderGetters {
			p.getters[h.Func] = h
		}
	}
	if len(p.libraries) == 0 && len(p.setters) == 0 {
		return nil, nil // nothing here can set a policy
	}
	if p.addHTTP(); len(p.libraries) == 0 && !p.mentionsHeader() {
		return nil, nil
	}
	p.view = pass.ResultOf[values.Analyzer].(*values.Result).Production(c.cfg.Development, harmless).
		WithForeign(pass.ResultOf[defaults.Analyzer].(*defaults.Result))
	defaults := *p
	defaults.view = p.view.ByDefault()
	p.defaults = &defaults
	var found []finding
	for _, lib := range p.libraries {
		found = append(found, p.library(lib)...)
	}
	found = append(found, p.headers()...)
	reportOnce(report, found)
	return nil, nil
}

// policies looks for the CORS policies of one package.
type policies struct {
	info             *types.Info
	root             inspector.Cursor
	view             *values.View
	libraries        []*frameworks.CORS
	setters, getters map[frameworks.Func]frameworks.HeaderFunc
	gatedUses        map[usesKey]bool
	defaults         *policies // the same by default: with an empty environment
}

// reportOnce reports the findings, one at each place.
func reportOnce(report *suppress.Reporter, found []finding) {
	seen := make(map[ast.Node]bool)
	for _, f := range found {
		if !seen[f.node] {
			seen[f.node] = true
			report.Report(f.diagnostic())
		}
	}
}
