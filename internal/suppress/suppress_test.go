package suppress_test

import (
	"go/ast"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/suppress"
)

// rule is a rule under a real one's name that reports every call of bad.
var rule = &analysis.Analyzer{
	Name: "errenvelope",
	Doc:  "report calls of bad",
	Run: func(pass *analysis.Pass) (any, error) {
		report := suppress.New(pass)
		defer report.Close()
		for _, f := range pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "bad" {
						report.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Message: "bad call"})
					}
				}
				return true
			})
		}
		return nil, nil
	},
}

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), rule, "a")
}

func TestRulesAreTheSuite(t *testing.T) {
	var names []string
	for _, a := range analyzers.Suite {
		names = append(names, a.Name)
	}
	if !slices.Equal(names, suppress.Rules) {
		t.Errorf("suppress.Rules = %v, the suite is %v", suppress.Rules, names)
	}
}
