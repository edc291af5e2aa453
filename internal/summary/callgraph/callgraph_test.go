package callgraph_test

import (
	"encoding/json"
	"os"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/packages"

	"github.com/prodvet/prodvet/internal/link"
	"github.com/prodvet/prodvet/internal/summary/callgraph"
	"github.com/prodvet/prodvet/internal/summary/census"
	"github.com/prodvet/prodvet/internal/summary/errortext"
	"github.com/prodvet/prodvet/internal/summary/errorvalue"
	"github.com/prodvet/prodvet/internal/summary/requestpath"
)

// TestStandardLibrary summarises packages of the standard library, or those that
// PRODVET_SUMMARISE names, and links them: no panic, and nothing that Decode
// does not read back.
func TestStandardLibrary(t *testing.T) {
	patterns := []string{"net/http", "go/types", "encoding/json", "slices", "text/template", "database/sql"}
	if p := os.Getenv("PRODVET_SUMMARISE"); p != "" {
		patterns = []string{p}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	var all []*link.Package
	for _, p := range pkgs {
		s := summarise(t, p)
		if s == nil {
			continue
		}
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if again := summarise(t, p); string(data) != marshal(t, again) {
			t.Errorf("%s: two summaries differ", p.PkgPath)
		}
		decoded, err := link.Decode(data)
		if err != nil {
			t.Errorf("%s: %v", p.PkgPath, err)
			continue
		}
		all = append(all, decoded)
	}
	if len(all) == 0 {
		t.Fatal("no summaries")
	}
	if f := link.Findings(all); len(f) > 0 {
		t.Errorf("findings without candidates: %v", f)
	}
}

func marshal(t *testing.T, p *link.Package) string {
	t.Helper()
	data, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func summarise(t *testing.T, p *packages.Package) *link.Package {
	t.Helper()
	if len(p.Errors) > 0 || p.Types == nil {
		return nil
	}
	pass := &analysis.Pass{Fset: p.Fset, Files: p.Syntax, Pkg: p.Types, TypesInfo: p.TypesInfo, ResultOf: map[*analysis.Analyzer]any{census.Analyzer: new(census.Result), errorvalue.Analyzer: new(errorvalue.Result), errortext.Analyzer: new(errortext.Result)}, Report: func(analysis.Diagnostic) {}}
	for _, a := range []*analysis.Analyzer{inspect.Analyzer, requestpath.Analyzer, callgraph.Analyzer} {
		q := *pass
		q.Analyzer = a
		res, err := a.Run(&q)
		if err != nil {
			t.Fatal(err)
		}
		pass.ResultOf[a] = res
	}
	m := pass.ResultOf[callgraph.Analyzer].(link.Mapper)
	m.Record()
	return m.Summary()
}
