package golangci

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// want is an expectation in the linted module: a comment
//
//	code() // want RULE "regexp"
type want struct {
	file string
	line int
	rule string
	text *regexp.Regexp
}

var reWant = regexp.MustCompile(`// want (\w+) "(.*)"$`)

// wants returns the expectations, but none of the disabled rules.
func wants(t *testing.T, disabled ...string) []want {
	t.Helper()
	var list []want
	err := fs.WalkDir(os.DirFS(module), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" {
			return err
		}
		for i, line := range strings.Split(read(t, filepath.Join(module, name)), "\n") {
			if m := reWant.FindStringSubmatch(line); m != nil && !slices.Contains(disabled, m[1]) {
				list = append(list, want{name, i + 1, m[1], regexp.MustCompile(m[2])})
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// compare reports where the run's issues are not the expected ones.
func compare(t *testing.T, r result, wants []want) {
	t.Helper()
	wants = slices.Clone(wants)
	if code := min(1, len(wants)); r.code != code {
		t.Errorf("exit code %d, want %d\n%s", r.code, code, r.stderr)
	}
	for _, is := range r.issues {
		i := slices.IndexFunc(wants, func(w want) bool {
			return w.file == is.Pos.Filename && w.line == is.Pos.Line && w.rule == is.FromLinter && w.text.MatchString(is.Text)
		})
		if i < 0 {
			t.Errorf("unexpected: %s:%d: %s (%s)", is.Pos.Filename, is.Pos.Line, is.Text, is.FromLinter)
			continue
		}
		wants = slices.Delete(wants, i, i+1)
	}
	for _, w := range wants {
		t.Errorf("%s:%d: no issue of %s matches %s", w.file, w.line, w.rule, w.text)
	}
}

// TestRules runs the rules as linters, as the documentation configures them.
// The module also has what must be silent: //nolint and //lint:ignore
// directives, a generated file, a test, and helpers of other packages that are
// known by their facts.
func TestRules(t *testing.T) {
	r := lint(t, service(t, read(t, singles)))
	compare(t, r, wants(t))

	var text, ids []string
	for _, is := range r.issues {
		text = append(text, fmt.Sprintf("%s:%d:%d: %s (%s)", is.Pos.Filename, is.Pos.Line, is.Pos.Column, is.Text, is.FromLinter))
		ids = append(ids, is.FromLinter+": "+is.Text)
	}
	if diff := cmp.Diff(text, strings.Split(strings.TrimSpace(r.text), "\n")); diff != "" {
		t.Errorf("text (-json +text):\n%s", diff)
	}
	var sarifIDs []string
	for _, run := range r.sarif.Runs {
		for _, res := range run.Results {
			sarifIDs = append(sarifIDs, res.RuleID+": "+res.Message.Text)
		}
	}
	if diff := cmp.Diff(ids, sarifIDs); diff != "" {
		t.Errorf("SARIF rule ids (-json +sarif):\n%s", diff)
	}
	if strings.Contains(r.stderr, "level=warning") {
		t.Errorf("warnings:\n%s", r.stderr)
	}
}

func TestDisableRule(t *testing.T) {
	compare(t, lint(t, service(t, read(t, singles)), "--disable=errenvelope"), wants(t, "errenvelope"))
}

// TestBundle runs all rules as one linter, which puts the rule before the
// message. //nolint:RULE means nothing to it.
func TestBundle(t *testing.T) {
	r := lint(t, service(t, read(t, bundle)))
	for i := range r.issues {
		is := &r.issues[i]
		if is.FromLinter != "prodvet" {
			t.Errorf("linter %q", is.FromLinter)
		}
		is.FromLinter, is.Text, _ = strings.Cut(is.Text, ": ")
	}
	r.issues = slices.DeleteFunc(r.issues, func(is issue) bool {
		line := strings.Split(read(t, filepath.Join(module, is.Pos.Filename)), "\n")[is.Pos.Line-1]
		return strings.Contains(line, "//nolint:"+is.FromLinter)
	})
	compare(t, r, wants(t))
}

// TestSettings changes one setting of the reference configuration, and what
// the rule reports changes with it.
func TestSettings(t *testing.T) {
	config := edit(t, singles, "runners: []", "runners: [example.com/shop/tasks.Detach]")
	r := lint(t, service(t, config), "--enable-only=goroutinerecover")
	compare(t, r, slices.DeleteFunc(wants(t), func(w want) bool {
		return w.rule != "goroutinerecover" || strings.Contains(w.text.String(), "tasks.Detach")
	}))
}

// TestFix applies the fixes of the rules that have one. FILE.go.golden is what
// FILE.go is then; where there is none, nothing changes.
func TestFix(t *testing.T) {
	dir := service(t, read(t, singles))
	left := slices.DeleteFunc(wants(t), func(w want) bool { return w.rule == "goroutinerecover" })
	compare(t, lint(t, dir, "--fix"), left)
	err := fs.WalkDir(os.DirFS(module), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		before := filepath.Join(module, name)
		if _, err := os.Stat(before + ".golden"); err == nil {
			before += ".golden"
		}
		if diff := cmp.Diff(read(t, before), read(t, filepath.Join(dir, name))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	compare(t, lint(t, dir), left) // the fixed code compiles, and the findings are gone for good
}
