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
