// Package vetunit is prodvet's side of the protocol by which `go vet -vettool`
// analyses one package at a time.
//
// It differs from x/tools' unitchecker, whose Config it reads, in two ways
// that this suite's speed and correctness rest on: a dependency that cannot
// matter is answered before it is parsed (gate.go), and packages of the main
// module are always analysed in full (inMainModule says why). It imports types
// from export data, as unitchecker did before v0.50; since then unitchecker
// passes types in the vetx files, for which every dependency has to be
// type-checked.
package vetunit

import (
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// readConfig reads the unit's description.
func readConfig(name string) (*unitchecker.Config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	cfg := new(unitchecker.Config)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if cfg.Module != nil { // cmd/go from 1.27
		cfg.ModulePath, cfg.ModuleVersion = cfg.Module.Path, cfg.Module.Version
	}
	return cfg, nil
}

// analyze analyses the unit, which is not gated, writes its facts, and returns
// what the analyzers said by name. It returns nil where only facts were wanted.
// With linking, the package's summary for the link step is added.
func analyze(cfg *unitchecker.Config, analyzers []*analysis.Analyzer, linking bool) (map[string]vetjson.Outcome, error) {
	factsOnly := cfg.VetxOnly && !inMainModule(cfg)
	// No rule looks at tests, and nothing that is no test depends on them.
	cfg.GoFiles = slices.DeleteFunc(cfg.GoFiles, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	if len(cfg.GoFiles) == 0 {
		return nil, writeFacts(cfg, nil)
	}
	registerFacts(analyzers)
	facts, err := readFacts(cfg)
	if err != nil {
		return nil, err
	}
	if factsOnly {
		analyzers = factAnalyzers(analyzers)
	}
	u, err := load(cfg, facts)
	if err != nil {
		return nil, err
	}
	u.linking = linking && inMainModule(cfg)
	u.run(analyzers)
	if err := writeFacts(cfg, u.facts.facts); err != nil {
		return nil, err
	}
	if factsOnly {
		return nil, nil
	}
	out := make(map[string]vetjson.Outcome)
	for _, a := range analyzers {
		if o := u.outcome(a); o.Err != "" || len(o.Diagnostics) > 0 {
			out[a.Name] = o
		}
	}
	if o, ok := u.summary(); ok {
		out[vetjson.SummaryName] = o
	}
	return out, nil
}

// passFacts writes, for a unit that is gated, the facts of its dependencies
// that its importers can need.
func passFacts(cfg *unitchecker.Config, analyzers func() ([]*analysis.Analyzer, error)) error {
	files, err := vetxFiles(cfg)
	if err != nil {
		return err
	}
	if len(files) == 0 { // nearly always
		return writeFacts(cfg, nil)
	}
	list, err := analyzers()
	if err != nil {
		return err
	}
	registerFacts(list)
	facts, err := readFacts(cfg)
	if err != nil {
		return err
	}
	return writeFacts(cfg, facts)
}

func writeFacts(cfg *unitchecker.Config, facts map[factKey]analysis.Fact) error {
	if cfg.VetxOutput == "" {
		return nil
	}
	data, err := encodeFacts(cfg.ImportPath, facts)
	if err != nil {
		return err
	}
	return os.WriteFile(cfg.VetxOutput, data, 0o666)
}

// registerFacts registers the fact types of the analyzers and of what they
// require with gob.
func registerFacts(analyzers []*analysis.Analyzer) {
	for _, a := range analyzers {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
		registerFacts(a.Requires)
	}
}

// factAnalyzers returns those of the analyzers, and of what they require, that
// have facts: the rules that only read them have nothing to say where nobody
// wants to hear.
func factAnalyzers(analyzers []*analysis.Analyzer) (all []*analysis.Analyzer) {
	for _, a := range analyzers {
		if len(a.FactTypes) > 0 {
			all = append(all, a)
		} else {
			all = append(all, factAnalyzers(a.Requires)...)
		}
	}
	return all
}

// unit is one parsed and type-checked package.
type unit struct {
	cfg     *unitchecker.Config
	fset    *token.FileSet
	files   []*ast.File
	pkg     *types.Package
	info    *types.Info
	sizes   types.Sizes
	facts   *factSet
	actions map[*analysis.Analyzer]*action
	linking bool
	mapper  link.Mapper // the result that makes the summary, nil without linking
}

// softMemoryLimit is the heap size, in bytes, at which a unit begins to collect
// garbage. A unit lives for milliseconds and cmd/go runs one a core: collecting
// sooner costs more time than the memory is worth.
const softMemoryLimit = 256 << 20

// load parses and type-checks the unit.
func load(cfg *unitchecker.Config, facts map[factKey]analysis.Fact) (*unit, error) {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(softMemoryLimit)
	u := &unit{
		cfg:  cfg,
		fset: token.NewFileSet(),
		info: &types.Info{
			Types:        make(map[ast.Expr]types.TypeAndValue),
			Defs:         make(map[*ast.Ident]types.Object),
			Uses:         make(map[*ast.Ident]types.Object),
			Implicits:    make(map[ast.Node]types.Object),
			Instances:    make(map[*ast.Ident]types.Instance),
			Scopes:       make(map[ast.Node]*types.Scope),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection),
			FileVersions: make(map[*ast.File]string),
		},
		sizes:   types.SizesFor("gc", build.Default.GOARCH),
		actions: make(map[*analysis.Analyzer]*action),
	}
	for _, name := range cfg.GoFiles {
		f, err := parser.ParseFile(u.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		u.files = append(u.files, f)
	}
	tc := &types.Config{Importer: u.importer(), Sizes: u.sizes, GoVersion: cfg.GoVersion}
	pkg, err := tc.Check(cfg.ImportPath, u.fset, u.files, u.info)
	if err != nil {
		return nil, err
	}
	u.pkg = pkg
	u.facts = &factSet{pkg: pkg, facts: facts, local: make(map[types.Object]map[reflect.Type]analysis.Fact)}
	return u, nil
}

// importer imports types from the export data that cmd/go names.
func (u *unit) importer() types.Importer {
	gc := importer.ForCompiler(u.fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := u.cfg.PackageFile[path]
		if !ok {
			return nil, fmt.Errorf("the go command gave no export data for package %q", path)
		}
		return os.Open(file)
	})
	return importerFunc(func(path string) (*types.Package, error) {
		mapped, ok := u.cfg.ImportMap[path]
		if !ok {
			return nil, fmt.Errorf("can't resolve import %q", path)
		}
		return gc.Import(mapped)
	})
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// action is one analyzer's run over the unit.
type action struct {
	result      any
	err         error
	diagnostics []analysis.Diagnostic
}

// run runs the analyzers, each after what it requires. One after the other:
// cmd/go already runs a unit on every core.
func (u *unit) run(analyzers []*analysis.Analyzer) {
	for _, a := range analyzers {
		if u.actions[a] == nil {
			u.run(a.Requires)
			u.actions[a] = u.exec(a)
		}
	}
}

func (u *unit) exec(a *analysis.Analyzer) (act *action) {
	act = new(action)
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		if err := u.actions[req].err; err != nil {
			act.err = fmt.Errorf("%s failed: %w", req.Name, err)
			return act
		}
		inputs[req] = u.actions[req].result
	}
	// A user never sees a panic; the error says what to report to us.
	defer func() {
		if v := recover(); v != nil {
			act.err = fmt.Errorf("internal error in rule %s on package %s: %v; please report it", a.Name, u.cfg.ImportPath, v)
			act.diagnostics = nil
		}
	}()
	act.result, act.err = a.Run(u.pass(a, inputs, act))
	if m, ok := act.result.(link.Mapper); ok && u.linking {
		m.Record()
		u.mapper = m
	}
	return act
}

func (u *unit) pass(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any, act *action) *analysis.Pass {
	typs := make(map[reflect.Type]bool)
	for _, f := range a.FactTypes {
		typs[reflect.TypeOf(f)] = true
	}
	return &analysis.Pass{
		Analyzer:          a,
		Fset:              u.fset,
		Files:             u.files,
		OtherFiles:        u.cfg.NonGoFiles,
		IgnoredFiles:      u.cfg.IgnoredFiles,
		Pkg:               u.pkg,
		TypesInfo:         u.info,
		TypesSizes:        u.sizes,
		Module:            &analysis.Module{Path: u.cfg.ModulePath, Version: u.cfg.ModuleVersion, GoVersion: u.cfg.GoVersion},
		ResultOf:          inputs,
		ReadFile:          u.readFile,
		Report:            func(d analysis.Diagnostic) { act.diagnostics = append(act.diagnostics, d) },
		ImportObjectFact:  u.facts.importObjectFact,
		ExportObjectFact:  u.facts.exportObjectFact,
		ImportPackageFact: u.facts.importPackageFact,
		ExportPackageFact: u.facts.exportPackageFact,
		AllObjectFacts:    func() []analysis.ObjectFact { return u.facts.allObjectFacts(typs) },
		AllPackageFacts:   func() []analysis.PackageFact { return u.facts.allPackageFacts(typs) },
	}
}

// readFile reads one of the unit's own files; an analyzer that read another
// would have stale results, for cmd/go's cache does not know of it.
func (u *unit) readFile(name string) ([]byte, error) {
	for _, list := range [][]string{u.cfg.GoFiles, u.cfg.NonGoFiles, u.cfg.IgnoredFiles} {
		if slices.Contains(list, name) {
			return os.ReadFile(name)
		}
	}
	return nil, fmt.Errorf("%s is no file of package %s", name, u.cfg.ImportPath)
}

func (u *unit) outcome(a *analysis.Analyzer) vetjson.Outcome {
	act := u.actions[a]
	if act.err != nil {
		return vetjson.Outcome{Err: act.err.Error()}
	}
	var o vetjson.Outcome
	for _, d := range act.diagnostics {
		o.Diagnostics = append(o.Diagnostics, vetjson.FromAnalysis(u.fset, d))
	}
	return o
}

// summary returns the package's summary for the link step, if there is one.
func (u *unit) summary() (o vetjson.Outcome, ok bool) {
	if u.mapper == nil {
		return o, false
	}
	defer func() { // as in exec
		if v := recover(); v != nil {
			o, ok = vetjson.Outcome{Err: fmt.Sprintf("internal error in the summary of package %s: %v; please report it", u.cfg.ImportPath, v)}, true
		}
	}()
	p := u.mapper.Summary()
	if p == nil {
		return o, false
	}
	data, err := json.Marshal(p)
	if err != nil {
		return vetjson.Outcome{Err: err.Error()}, true
	}
	return vetjson.Outcome{Summary: data}, true
}

// isSourceError reports whether err is about the user's source, and so is
// printed as the compiler would.
func isSourceError(err error) bool {
	var typeErr types.Error
	var list scanner.ErrorList
	return errors.As(err, &typeErr) || errors.As(err, &list)
}

// baseName is the program's name as cmd/go expects it in the -V line.
func baseName(arg0 string) string {
	return strings.TrimSuffix(filepath.Base(arg0), ".exe")
}
