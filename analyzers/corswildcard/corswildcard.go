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
	"github.com/prodvet/prodvet/internal/origins"
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
	// Public are packages whose policies let every origin in on purpose, each
	// with the reason. Credentials for everybody are reported there, too.
	Public []string `json:"public" doc:"packages that are open to every origin on purpose, each with the reason: \"example.com/api/feed/... everybody may read the feed\""`
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
		Name:      "corswildcard",
		Doc:       docs.MustExtract(doc, "corswildcard"),
		URL:       docs.URL("corswildcard"),
		Requires:  []*analysis.Analyzer{inspect.Analyzer, values.Analyzer, defaults.Analyzer},
		FactTypes: []analysis.Fact{new(sinkParams), new(sinkField)},
		Run:       c.run,
	}
	options.Bind(&a.Flags, &c.cfg)
	return a
}

type checker struct{ cfg Config }

func (c *checker) run(pass *analysis.Pass) (any, error) {
	report := suppress.New(pass)
	defer report.Close()
	p := newPolicies(pass)
	policies := len(p.libraries) > 0 || len(p.setters) > 0 && p.mentionsHeader()
	if !policies && !p.sinks.imported() {
		return nil, nil // nothing here can set a policy
	}
	p.look(pass, c.cfg)
	var found []finding
	if policies {
		for _, lib := range p.libraries {
			found = append(found, p.libraryFindings(lib)...)
		}
		found = append(found, p.headers()...)
	}
	found = append(found, p.sunk()...)
	p.sinks.export()
	if c.cfg.public(pass.Pkg.Path()) {
		found = slices.DeleteFunc(found, func(f finding) bool { return f.kind() == kindAnyOrigin })
	}
	reportOnce(report, found)
	return nil, nil
}

// policies looks for the CORS policies of one package.
type policies struct {
	pkg              *types.Package
	info             *types.Info
	root             inspector.Cursor
	view             *values.View
	origins          *origins.Evaluator
	libraries        []*library
	harmless         []string // methods, see values.Result.Production
	setters, getters map[frameworks.Func]frameworks.HeaderFunc
	usesGated        map[usesKey]bool
	sinks            *sinks
	// byDefault are the same as they are if nobody configures anything, or as
	// the configuration files of a deployment say.
	byDefault []*policies
	// always are the same as they are in any case; nil for themselves.
	always *policies
	// development are the same as they are in development.
	development *policies
}

// newPolicies returns what the imports of the package say about it.
func newPolicies(pass *analysis.Pass) *policies {
	p := &policies{
		pkg:       pass.Pkg,
		info:      pass.TypesInfo,
		sinks:     &sinks{pass: pass, known: make(map[*types.Var]sink)},
		root:      pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		setters:   make(map[frameworks.Func]frameworks.HeaderFunc),
		getters:   make(map[frameworks.Func]frameworks.HeaderFunc),
		usesGated: make(map[usesKey]bool),
	}
	for _, f := range frameworks.All() {
		i := slices.IndexFunc(pass.Pkg.Imports(), func(i *types.Package) bool { return slices.Contains(f.Packages, i.Path()) })
		if i < 0 {
			continue
		}
		if f.CORS != nil {
			p.libraries = append(p.libraries, newLibrary(f.CORS, frameworks.ModuleVersion(pass.Fset, pass.Pkg.Imports()[i])))
			for _, fn := range f.CORS.Harmless {
				p.harmless = append(p.harmless, fn.String())
			}
		}
		p.addHeaders(f)
	}
	if len(p.libraries) > 0 || len(p.setters) > 0 {
		p.addHTTP()
	}
	return p
}

// look prepares what the package is asked for.
func (p *policies) look(pass *analysis.Pass, cfg Config) {
	production := pass.ResultOf[values.Analyzer].(*values.Result).Production(cfg.Development, p.harmless)
	p.view = production.WithForeign(pass.ResultOf[defaults.Analyzer].(*defaults.Result))
	p.origins = origins.New(p.view, p.info)
	var views []*values.View
	if cfg.Settings != nil {
		for _, env := range cfg.Settings() {
			views = append(views, p.view.Configured(env))
		}
	}
	if len(views) == 0 {
		views = append(views, p.view.ByDefault())
	}
	for _, view := range views {
		d := p.with(view)
		d.always = p
		p.byDefault = append(p.byDefault, d)
	}
	p.development = p.with(p.view.AsInDevelopment())
	p.development.byDefault = nil
}

// with returns p with another view.
func (p *policies) with(view *values.View) *policies {
	d := *p
	d.view, d.origins = view, origins.New(view, p.info)
	d.usesGated = make(map[usesKey]bool)
	return &d
}

// find returns the finding that judge makes of what stands at cur: as it always
// is, as it is by default or as it is configured. In development only one that
// gives the user's cookies away counts, if the code is there in production.
func (p *policies) find(cur inspector.Cursor, judge func(*policies) (finding, bool)) (finding, bool) {
	f, ok := judge(p)
	for _, d := range p.byDefault {
		if !ok {
			f, ok = judge(d)
			f.byDefault = ok && !f.placed
		}
	}
	if ok && p.counts(f, cur) {
		p.fix(&f)
		return f, true
	}
	f, ok = judge(p.development)
	f.gated = true
	return f, ok && f.kind() == kindCredentials && p.development.counts(f, cur)
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
