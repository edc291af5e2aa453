package plugin

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/options"
)

var update = flag.Bool("update", false, "write the reference configurations in docs/golangci")

// TestReference holds the reference configurations, which name every rule and
// every key, against the suite.
func TestReference(t *testing.T) {
	for name, want := range map[string]string{
		".golangci.yml":        singlesReference(),
		".golangci.bundle.yml": bundleReference(),
	} {
		path := filepath.Join("..", "docs", "golangci", name)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s is stale; run: go test ./plugin -update\n(-want +got):\n%s", path, diff)
		}
	}
}

const (
	// What both references say before and after their linters.
	referenceHead = `# Generated from the rules' options: go test ./plugin -update

version: "2"

linters:
  # A custom linter runs by default as soon as it has an entry below; "none"
  # leaves only what "enable" names. Add the linters that you use besides.
  default: none
`
	referenceTail = `
issues:
  # golangci-lint shows 50 issues of a linter, 3 of the same text and 1 of a
  # line. These settings show all.
  max-issues-per-linter: 0
  max-same-issues: 0
  uniq-by-line: false
`
)

// singlesReference is the configuration of every rule as a linter of its own.
func singlesReference() string {
	var b strings.Builder
	b.WriteString("# The rules of prodvet as linters of golangci-lint, with every key at its default.\n")
	b.WriteString(referenceHead)
	b.WriteString("  enable:\n")
	for _, rule := range analyzers.Suite {
		fmt.Fprintf(&b, "    - %s\n", rule.Name)
	}
	b.WriteString("\n  settings:\n    custom:\n")
	for i, rule := range analyzers.Suite {
		if i > 0 {
			b.WriteString("\n")
		}
		writeLinter(&b, rule.Name, summary(rule), rule.URL)
		if opts := options.Of(new(config.Config).Section(rule.Name)); len(opts) > 0 {
			b.WriteString("        settings:\n")
			writeOptions(&b, "          ", opts)
		}
	}
	b.WriteString(referenceTail)
	return b.String()
}

// bundleReference is the configuration of the linter that is all rules.
func bundleReference() string {
	var b strings.Builder
	b.WriteString("# All rules of prodvet as one linter of golangci-lint, with every key at its default.\n")
	b.WriteString("# Never enable it beside the linters that are single rules.\n")
	b.WriteString(referenceHead)
	fmt.Fprintf(&b, "  enable:\n    - %s\n\n  settings:\n    custom:\n", Bundle)
	writeLinter(&b, Bundle, "vet HTTP services for what production needs", "https://github.com/prodvet/prodvet")
	b.WriteString("        settings:\n          # rules that do not run (list of strings)\n          disable: []\n")
	for _, rule := range analyzers.Suite {
		fmt.Fprintf(&b, "\n          # %s\n", summary(rule))
		opts := options.Of(new(config.Config).Section(rule.Name))
		if len(opts) == 0 {
			fmt.Fprintf(&b, "          %s: {}\n", rule.Name)
			continue
		}
		fmt.Fprintf(&b, "          %s:\n", rule.Name)
		writeOptions(&b, "            ", opts)
	}
	b.WriteString(referenceTail)
	return b.String()
}

// summary is the first line of the rule's help text.
func summary(rule *analysis.Analyzer) string {
	line, _, _ := strings.Cut(rule.Doc, "\n")
	return line
}

func writeLinter(b *strings.Builder, name, description, url string) {
	fmt.Fprintf(b, "      %s:\n        type: module\n        description: %q\n        original-url: %s\n", name, description, url)
}

func writeOptions(b *strings.Builder, indent string, opts []options.Option) {
	zero := map[string]string{"bool": "false", "int": "0", "string": `""`, "list of strings": "[]"}
	for _, o := range opts {
		fmt.Fprintf(b, "%s# %s (%s)\n", indent, o.Doc, o.Type)
		fmt.Fprintf(b, "%s%s: %s\n", indent, o.Key, zero[o.Type])
	}
}
