package origins

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/values"
)

var (
	fset = token.NewFileSet()
	std  = importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exported()[path]) })
)

// imported are the packages that the tests import.
var imported = []string{"flag", "fmt", "log", "net", "net/http", "net/url", "os", "path", "regexp", "slices", "strings"}

// exported returns the files with the types of these packages.
var exported = sync.OnceValue(func() map[string]string {
	out, err := exec.Command("go", append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}"}, imported...)...).Output()
	if err != nil {
		panic(err)
	}
	files := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
		files[path] = file
	}
	return files
})

// source returns a package of declarations, which imports what they mention.
func source(decls string) string {
	src := "package p\n"
	for _, path := range imported {
		name := path[strings.LastIndex(path, "/")+1:]
		if strings.Contains(decls, name+".") {
			src += "import \"" + path + "\"\n"
		}
	}
	return src + decls
}

// load type-checks a package of one file, which imports what it mentions.
func load(tb testing.TB, decls string, strict bool) (*Evaluator, *ast.File) {
	tb.Helper()
	f, err := parser.ParseFile(fset, "p.go", source(decls), parser.SkipObjectResolution)
	if err != nil {
		if strict {
			tb.Fatal(err)
		}
		return nil, nil
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}
	conf := types.Config{Importer: std, Error: func(err error) {
		if strict {
			tb.Error(err)
		}
	}}
	pkg, _ := conf.Check("example.com/p", fset, []*ast.File{f}, info)
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info}
	pass.ResultOf = map[*analysis.Analyzer]any{inspect.Analyzer: inspector.New(pass.Files)}
	res, err := values.Analyzer.Run(pass)
	if err != nil {
		tb.Fatal(err)
	}
	return New(res.(*values.Result).Production(nil, nil), info), f
}

// check returns the check that the variable named check has in a package.
func check(tb testing.TB, decls string, strict bool) Check {
	tb.Helper()
	e, f := load(tb, decls, strict)
	if f == nil {
		return Check{}
	}
	for _, d := range f.Decls {
		gen, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range gen.Specs {
			if v, ok := s.(*ast.ValueSpec); ok && v.Names[0].Name == "check" && len(v.Values) == 1 {
				return e.Func(v.Values[0])
			}
		}
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == "check" && fn.Recv == nil {
			return e.Func(fn.Name)
		}
	}
	return Check{}
}

var kinds = map[Kind]string{Unknown: "unknown", Tight: "tight", Loose: "loose", Everyone: "everyone"}

// describe returns a verdict as the tests have it.
func describe(v Verdict) string {
	s := kinds[v.Kind]
	if v.Witness != "" {
		s += " " + v.Witness
	}
	return s
}
