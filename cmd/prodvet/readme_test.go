package main_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/fixture"
)

var update = flag.Bool("update", false, "write what the README shows")

// exampleCommand is the README's first command, and testCommand its second.
const (
	exampleCommand = "go run ./cmd/prodvet -C testdata ./services/..."
	testCommand    = "go run ./internal/testall"
)

var (
	reOutput = regexp.MustCompile("(?s)(```text\n)(.*?)(```)")
	reRules  = regexp.MustCompile(`(?s)(\| rule \| reports \|\n\| --- \| --- \|\n)(.*?)(\n\n)`)
)

// TestReadme holds what the README shows against what the command prints, and
// the example services against what they are for: the broken ones show every
// rule, the repaired ones nothing.
func TestReadme(t *testing.T) {
	root := fixture.Root(t)
	o := prodvet(t, root, "-C", "testdata", "./services/...")
	if o.code != 1 {
		t.Fatalf("exit code %d\n%s", o.code, o.stderr)
	}
	for _, a := range analyzers.Suite {
		for _, service := range []string{"chi", "gin"} {
			if !regexp.MustCompile(`(?m)^services/` + service + `/broken/.*\(` + a.Name + `\)$`).MatchString(o.stdout) {
				t.Errorf("the broken %s service does not show %s", service, a.Name)
			}
		}
	}
	if strings.Contains(o.stdout, "repaired") {
		t.Errorf("a repaired service has findings:\n%s", o.stdout)
	}

	path := filepath.Join(root, "README.md")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got := string(data)
	var rules []string
	for _, a := range analyzers.Suite {
		title, _, _ := strings.Cut(a.Doc, "\n")
		rules = append(rules, fmt.Sprintf("| [%s](docs/rules/%[1]s.md) | %s |", a.Name, strings.TrimPrefix(title, "report ")))
	}
	want := replace(replace(got, reOutput, o.stdout+o.stderr), reRules, strings.Join(rules, "\n"))
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("README.md is stale (-want +got); run: go test ./cmd/prodvet -run Readme -update\n%s", diff)
	}
	for _, c := range []string{exampleCommand, testCommand} {
		if !strings.Contains(got, "\n    "+c+"\n") {
			t.Errorf("README.md does not show the command %q", c)
		}
	}
}

// TestCIRunsTheReadmesTests: what CI runs is what the README says.
func TestCIRunsTheReadmesTests(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(fixture.Root(t), ".ci", "run"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(string(data), "\n"+testCommand+"\n") {
		t.Errorf(".ci/run does not end with %q", testCommand)
	}
}

// replace puts text between the groups 1 and 3 of the first match of re in s.
func replace(s string, re *regexp.Regexp, text string) string {
	m := re.FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	return s[:m[3]] + text + s[m[6]:]
}
