package rules_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/docs/rules"
	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/docs"
	"github.com/prodvet/prodvet/internal/fixture"
)

var update = flag.Bool("update", false, "write the pages")

func docSource(t *testing.T, rule string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../analyzers", rule, "doc.go"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPagesAreUpToDate(t *testing.T) {
	for _, a := range analyzers.Suite {
		want, err := docs.Page(docSource(t, a.Name), a.Name, new(config.Config).Section(a.Name))
		if err != nil {
			t.Error(err)
			continue
		}
		if *update {
			if err := os.WriteFile(a.Name+".md", []byte(want), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := rules.Pages.ReadFile(a.Name + ".md")
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s.md is stale (-want +got); run: go test ./docs/rules -update\n%s", a.Name, diff)
		}
	}
}

func TestNoStrayPages(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		if new(config.Config).Section(strings.TrimSuffix(page, ".md")) == nil {
			t.Errorf("%s is the page of no rule", page)
		}
	}
}

// TestExamples compiles the Go files on the pages and checks what they say
// about themselves: a finding on every line with a want comment, and no other.
func TestExamples(t *testing.T) {
	dir, err := os.MkdirTemp(fixture.Testdata(t), "pages")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	for _, a := range analyzers.Suite {
		examples := docs.Examples(docSource(t, a.Name))
		if len(examples) < 2 || !strings.Contains(examples[0], "// want ") {
			t.Errorf("the page of %s needs an example with a finding and one without, as whole Go files", a.Name)
			continue
		}
		var patterns []string
		for i, code := range examples {
			pkg := filepath.Join(dir, a.Name, string(rune('a'+i)))
			if err := os.MkdirAll(pkg, 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(pkg, "example.go"), []byte(code), 0o666); err != nil {
				t.Fatal(err)
			}
			patterns = append(patterns, "./"+filepath.ToSlash(strings.TrimPrefix(pkg, fixture.Testdata(t)+string(filepath.Separator))))
		}
		t.Run(a.Name, func(t *testing.T) { fixture.Expect(t, a.Name, nil, patterns...) })
	}
}

// TestEveryRuleHasKinds makes sure that the findings have something to link to;
// that each finding's category is a kind is checked by every fixture.
func TestEveryRuleHasKinds(t *testing.T) {
	for _, a := range analyzers.Suite {
		if len(docs.Kinds(docSource(t, a.Name))) == 0 {
			t.Errorf("the page of %s describes no kind", a.Name)
		}
	}
}
