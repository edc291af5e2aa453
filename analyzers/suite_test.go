package analyzers_test

import (
	"os"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/docs"
)

func names(rules []*analysis.Analyzer) []string {
	var names []string
	for _, a := range rules {
		names = append(names, a.Name)
	}
	return names
}

// TestSuite: every folder is a rule, every rule is listed, sorted, valid for
// all drivers and has a section in the configuration.
func TestSuite(t *testing.T) {
	if err := analysis.Validate(analyzers.Suite); err != nil {
		t.Error(err)
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, e := range entries {
		if e.IsDir() && e.Name() != "testdata" {
			folders = append(folders, e.Name())
		}
	}
	got := names(analyzers.Suite)
	for what, want := range map[string][]string{
		"folders":             folders,
		"configured":          names(analyzers.New(config.Config{})),
		"sections of Config":  config.Rules(),
		"with one more given": names(analyzers.New(config.Config{Disable: []string{"none"}})),
	} {
		if !slices.Equal(got, want) {
			t.Errorf("the suite is %v; %s: %v", got, what, want)
		}
	}
	for _, a := range analyzers.Suite {
		if a.URL != docs.URL(a.Name) {
			t.Errorf("%s: URL %q", a.Name, a.URL)
		}
	}
}

func TestDisable(t *testing.T) {
	got := names(analyzers.New(config.Config{Disable: []string{"corswildcard", "middlewareorder"}}))
	if want := []string{"bodylimit", "errenvelope", "errleak", "goroutinerecover", "gracefulshutdown", "missingreturn", "processexit"}; !slices.Equal(got, want) {
		t.Errorf("rules %v, want %v", got, want)
	}
}

// TestPlain runs each rule by x/tools' own checker, which analyses the standard
// library from source as gopls and golangci-lint do, on code that needs no
// framework. What the rules find must not depend on the driver.
func TestPlain(t *testing.T) {
	for _, a := range analyzers.Suite {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			analysistest.Run(t, analysistest.TestData(), a, "example.com/"+a.Name)
		})
	}
}
