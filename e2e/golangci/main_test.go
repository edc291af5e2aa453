// Package golangci runs the real golangci-lint with prodvet's plugin.
package golangci

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/prodvet/prodvet/plugin"
)

const (
	// asLinter makes the test binary golangci-lint: what `golangci-lint custom`
	// builds, without its git clone.
	asLinter = "PRODVET_E2E_AS_GOLANGCI_LINT"
	// module is the linted service.
	module = "../testdata/shop"
	// singles and bundle are the reference configurations of the documentation.
	singles = "../../docs/golangci/.golangci.yml"
	bundle  = "../../docs/golangci/.golangci.bundle.yml"
)

var (
	// cache is golangci-lint's cache, which the tests of one run share.
	cache string
	// linter is the path of golangci-lint, or "" for the test binary.
	linter string
)

func TestMain(m *testing.M) {
	if os.Getenv(asLinter) != "" {
		// With this version golangci-lint keys its cache by the executable's hash.
		err := commands.Execute(commands.BuildInfo{Version: "(devel)", GoVersion: "unknown", Commit: "unknown"})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(exitcodes.Failure)
		}
		return
	}
	os.Exit(runTests(m))
}

func runTests(m *testing.M) int {
	var err error
	if cache, err = os.MkdirTemp("", "prodvet-golangci"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(cache)
	return m.Run()
}

// result is what one run of golangci-lint said.
type result struct {
	issues []issue
	text   string
	sarif  sarif
	stderr string
	code   int
}

// issue is a finding in golangci-lint's JSON.
type issue struct {
	FromLinter, Text string
	Pos              struct {
		Filename     string
		Line, Column int
	}
}

// sarif is the part of a SARIF log that rule ids are in.
type sarif struct {
	Runs []struct {
		Results []struct {
			RuleID  string `json:"ruleId"`
			Message struct{ Text string }
		}
	}
}

// service returns the directory of a copy of the linted module in which config
// is the configuration.
func service(t *testing.T, config string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(module)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".golangci.yml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// lint runs `golangci-lint run` in dir and returns its findings in all formats.
func lint(t *testing.T, dir string, args ...string) result {
	t.Helper()
	out := t.TempDir()
	text, jsonFile, sarifFile := filepath.Join(out, "text"), filepath.Join(out, "json"), filepath.Join(out, "sarif")
	_, stderr, code := golangciLint(t, dir, append([]string{
		"run", "--allow-parallel-runners", "--show-stats=false",
		"--output.text.path=" + text, "--output.text.print-issued-lines=false", "--output.json.path=" + jsonFile, "--output.sarif.path=" + sarifFile,
	}, args...)...)
	r := result{stderr: stderr, code: code}
	if code != exitcodes.Success && code != exitcodes.IssuesFound {
		return r
	}
	r.text = read(t, text)
	var report struct{ Issues []issue }
	for file, v := range map[string]any{jsonFile: &report, sarifFile: &r.sarif} {
		if err := json.Unmarshal([]byte(read(t, file)), v); err != nil {
			t.Fatalf("%v\n%s", err, stderr)
		}
	}
	r.issues = report.Issues
	return r
}

// golangciLint runs golangci-lint with args in dir.
func golangciLint(t *testing.T, dir string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(cmp.Or(linter, exe), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asLinter+"=1", "GOLANGCI_LINT_CACHE="+cache, "GOWORK=off", "GOFLAGS=")
	out, err := cmd.Output()
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		// A crash prints every goroutine; its beginning says what happened.
		return string(out), string(exit.Stderr[:min(len(exit.Stderr), 8<<10)]), exit.ExitCode()
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(out), "", 0
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
