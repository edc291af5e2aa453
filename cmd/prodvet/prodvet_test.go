package main_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/internal/fixture"
)

// anyOrigin is a handler that corswildcard reports, %s the name of its function.
const anyOrigin = `package %s

import "net/http"

func Handler(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.WriteHeader(http.StatusNoContent)
}
`

// module writes files, given as name and content in turn, to a new module
// example.com/m. Its configuration is one of its own, so that nothing is
// answered from the cache of an earlier test run.
func module(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "go.mod", "module example.com/m\n\ngo 1.26.0\n")
	write(t, dir, ".prodvet.yml", fmt.Sprintf("# %d\n", rand.Int64()))
	for i := 0; i < len(files); i += 2 {
		write(t, dir, files[i], files[i+1])
	}
	return dir
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// output is what a command printed.
type output struct {
	stdout, stderr string
	code           int
}

// command runs a command in dir.
func command(t *testing.T, dir, name string, args ...string) output {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return output{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// prodvet runs prodvet in dir.
func prodvet(t *testing.T, dir string, args ...string) output {
	t.Helper()
	return command(t, dir, fixture.Prodvet(t), args...)
}

// vet runs go vet with prodvet as its tool in dir.
func vet(t *testing.T, dir string, args ...string) output {
	t.Helper()
	return command(t, dir, "go", append([]string{"vet", "-vettool=" + fixture.Prodvet(t)}, args...)...)
}

func (o output) want(t *testing.T, code int, stdout, stderr string) {
	t.Helper()
	if o.code != code {
		t.Errorf("exit code %d, want %d", o.code, code)
	}
	if diff := cmp.Diff(stdout, o.stdout); diff != "" {
		t.Errorf("stdout (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(stderr, o.stderr); diff != "" {
		t.Errorf("stderr (-want +got):\n%s", diff)
	}
}

// TestCheck shows the order of the findings, their form and the summary.
func TestCheck(t *testing.T) {
	dir := module(t, "b/b.go", fmt.Sprintf(anyOrigin, "b"), "a/a.go", fmt.Sprintf(anyOrigin, "a"), "c/c.go", "package c\n")
	o := prodvet(t, dir)
	lines := strings.Split(o.stdout, "\n")
	if o.code != 1 || len(lines) != 3 || lines[2] != "" {
		t.Fatalf("exit code %d, output:\n%s%s", o.code, o.stdout, o.stderr)
	}
	for i, file := range []string{"a/a.go:6:", "b/b.go:6:"} {
		if !strings.HasPrefix(lines[i], filepath.FromSlash(file)) || !strings.HasSuffix(lines[i], " (corswildcard)") {
			t.Errorf("line %d is %q", i, lines[i])
		}
	}
	if want := "prodvet: 2 findings in 3 packages: corswildcard 2\n"; o.stderr != want {
		t.Errorf("summary %q, want %q", o.stderr, want)
	}
}

func TestClean(t *testing.T) {
	dir := module(t, "a.go", "package a\n")
	prodvet(t, dir).want(t, 0, "", "prodvet: no findings in 1 package\n")
}

// TestOnlyNamedPackages: go vet prints the findings of the main module's
// packages that are only imported as well; prodvet does not.
func TestOnlyNamedPackages(t *testing.T) {
	dir := module(t, "a/a.go", "package a\n\nimport _ \"example.com/m/b\"\n", "b/b.go", fmt.Sprintf(anyOrigin, "b"))
	prodvet(t, dir, "./a").want(t, 0, "", "prodvet: no findings in 1 package\n")
	if o := prodvet(t, dir, "./b"); o.code != 1 {
		t.Errorf("./b after ./a: exit code %d, want 1", o.code)
	}
}

// TestTestVariants: a package with tests is vetted alone and with them, and
// each finding is printed once.
func TestTestVariants(t *testing.T) {
	dir := module(t, "a/a.go", fmt.Sprintf(anyOrigin, "a"), "a/a_test.go", "package a\n", "a/x_test.go", "package a_test\n", "b/b.go", "package b\n\nimport _ \"example.com/m/a\"\n")
	if o := prodvet(t, dir); strings.Count(o.stdout, "\n") != 1 {
		t.Errorf("output:\n%s", o.stdout)
	}
}

// TestGoVetLosesNothing runs go vet over a package, then over what it imports,
// on a warm cache: cmd/go of Go 1.26 answers the second run from the first,
// which wanted only facts.
func TestGoVetLosesNothing(t *testing.T) {
	for _, run := range []struct {
		name string
		tool func(t *testing.T, dir string, args ...string) output
	}{{"go vet", vet}, {"prodvet", prodvet}} {
		t.Run(run.name, func(t *testing.T) {
			dir := module(t, "a.go", "package a\n\nimport _ \"example.com/m/dep\"\n\nvar _ = 1\n", "h.go", strings.Replace(fmt.Sprintf(anyOrigin, "a"), "Handler", "Root", 1), "dep/dep.go", fmt.Sprintf(anyOrigin, "dep"))
			for range 2 {
				for _, tt := range []struct {
					pattern string
					want    []string
				}{{".", []string{"h.go:6:"}}, {"./...", []string{"h.go:6:", "dep.go:6:"}}, {"./dep", []string{"dep.go:6:"}}} {
					o := run.tool(t, dir, tt.pattern)
					for _, want := range tt.want {
						if o.code != 1 || !strings.Contains(o.stdout+o.stderr, want) {
							t.Errorf("%s: exit code %d, no finding at %s:\n%s%s", tt.pattern, o.code, want, o.stdout, o.stderr)
						}
					}
				}
			}
		})
	}
}

// TestEditedConfiguration: an edited file changes the findings of the next run,
// whatever is cached; an edited file that it extends does, too.
func TestEditedConfiguration(t *testing.T) {
	dir := module(t, "a.go", fmt.Sprintf(anyOrigin, "a"))
	expect := func(step string, code int) {
		t.Helper()
		if o := vet(t, dir, "./..."); o.code != code {
			t.Errorf("%s: exit code %d, want %d\n%s", step, o.code, code, o.stderr)
		}
	}
	expect("default", 1)
	write(t, dir, ".prodvet.yml", "disable: [corswildcard]\n")
	expect("rule disabled", 0)
	write(t, dir, ".prodvet.yml", "extends: base.yml\n")
	write(t, dir, "base.yml", "disable: []\n")
	expect("rule enabled again", 1)
	write(t, dir, "base.yml", "disable: [corswildcard]\n")
	expect("rule disabled in the extended file", 0)
}

// TestEditedSettings: the tool is another one to cmd/go whenever a file that
// the service is deployed with is edited, added or removed.
func TestEditedSettings(t *testing.T) {
	dir := module(t, "a/a.go", "package a\n", ".env", "A=1\n")
	seen := make(map[string]string)
	expect := func(step string, changed bool) {
		t.Helper()
		o := prodvet(t, filepath.Join(dir, "a"), "-V=full")
		if o.code != 0 {
			t.Fatal(o.stderr)
		}
		if before, ok := seen[o.stdout]; ok == changed {
			t.Errorf("%s: changed %t, want %t (seen: %s)", step, !ok, changed, before)
		}
		seen[o.stdout] = step
	}
	expect("first", true)
	expect("again", false)
	write(t, dir, ".env", "A=2\n")
	expect("edited", true)
	write(t, dir, ".env.production", "A=3\n")
	expect("added", true)
	write(t, dir, ".env.production", "A=4\n")
	expect("added and edited", true)
	write(t, dir, "a/b.txt", "")
	expect("another file", false)
	if err := os.Rename(filepath.Join(dir, ".env.production"), filepath.Join(dir, ".env.prod")); err != nil {
		t.Fatal(err)
	}
	expect("renamed", true)
	if err := os.Remove(filepath.Join(dir, ".env.prod")); err != nil {
		t.Fatal(err)
	}
	expect("removed", false) // as before it was added
}

// TestWrongSettings: mistakes in files that .prodvet.yml names are told once,
// before anything is vetted.
func TestWrongSettings(t *testing.T) {
	dir := module(t, "a.go", "package a\n", ".prodvet.yml", "deployment: {files: [app.env]}\n", "app.env", "A=1\n?\n")
	want := "prodvet: " + filepath.Join(dir, "app.env") + `:2: want NAME=text, not "?"` + "\n"
	prodvet(t, dir).want(t, 2, "", want)
	if o := vet(t, dir, "./..."); o.code == 0 || strings.Count(o.stderr, want) != 1 {
		t.Errorf("go vet: exit code %d\n%s", o.code, o.stderr)
	}
	write(t, dir, "other.yml", "deployment: {files: ['*.env']}\n")
	prodvet(t, dir, "-config=other.yml").want(t, 2, "", want)
	write(t, dir, ".prodvet.yml", "# read for its name only\n")
	write(t, dir, "config/data.json", strings.Repeat(" ", 2<<20))
	prodvet(t, dir).want(t, 0, "", "prodvet: config/data.json: is larger than 1024 KiB, so it is not read as configuration; deployment.exclude silences this\nprodvet: no findings in 1 package\n")
}

func TestConfigFlag(t *testing.T) {
	dir := module(t, "a.go", fmt.Sprintf(anyOrigin, "a"), "other.yml", "disable: [corswildcard]\n")
	prodvet(t, dir, "-config=other.yml").want(t, 0, "", "prodvet: no findings in 1 package\n")
	write(t, dir, "other.yml", "disable: [errenvelope]\n")
	if o := prodvet(t, dir, "-config=other.yml"); o.code != 1 {
		t.Errorf("exit code %d after an edit, want 1", o.code)
	}
}

func TestRuleFlags(t *testing.T) {
	dir := module(t, "a.go", fmt.Sprintf(anyOrigin, "a"))
	prodvet(t, dir, "-corswildcard=false").want(t, 0, "", "prodvet: no findings in 1 package\n")
	prodvet(t, dir, "-errenvelope").want(t, 0, "", "prodvet: no findings in 1 package\n")
	if o := prodvet(t, dir, "-corswildcard"); o.code != 1 {
		t.Errorf("exit code %d, want 1", o.code)
	}
}

func TestWrongUsage(t *testing.T) {
	dir := module(t, "a.go", "package a\n", "bad.yml", "errenvelope:\n  feilds: [a]\n")
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-confg=x"}, "prodvet: flag provided but not defined: -confg; did you mean -config?\n"},
		{[]string{"-errenvelope.field=x"}, "prodvet: flag provided but not defined: -errenvelope.field; did you mean -errenvelope.fields?\n"},
		{[]string{"-config=bad.yml"}, "prodvet: " + filepath.Join(dir, "bad.yml") + `:2:3: errenvelope: unknown key "feilds"; did you mean "fields"?` + "\n"},
		{[]string{"-config=none.yml"}, "prodvet: open " + filepath.Join(dir, "none.yml") + ": no such file or directory\n"},
		{[]string{"expalin"}, "prodvet: no subcommand \"expalin\"; did you mean \"explain\"? (a package is written ./expalin)\n"},
		{[]string{"explain"}, "usage: prodvet explain RULE; prodvet rules lists them\n"},
		{[]string{"explain", "errenvelop"}, "prodvet: no rule \"errenvelop\"; did you mean \"errenvelope\"?\n"},
	} {
		prodvet(t, dir, tt.args...).want(t, 2, "", tt.want)
	}
	write(t, dir, ".prodvet.yml", "x: 1\n")
	if o := prodvet(t, dir); o.code != 2 || !strings.Contains(o.stderr, `.prodvet.yml:1:1: unknown key "x"`) {
		t.Errorf("prodvet with a wrong .prodvet.yml: exit code %d\n%s", o.code, o.stderr)
	}
	if o := vet(t, dir, "./..."); o.code == 0 || !strings.Contains(o.stderr, `.prodvet.yml:1:1: unknown key "x"`) {
		t.Errorf("go vet with a wrong .prodvet.yml: exit code %d\n%s", o.code, o.stderr)
	}
}

// TestBrokenPackages: what is wrong is told as go tells it, and the packages
// that are fine are still checked.
func TestBrokenPackages(t *testing.T) {
	for _, tt := range []struct{ name, code, want string }{
		{"type error", "package broken\n\nvar x int = \"\"\n", "cannot use \"\" (untyped string constant) as int value"},
		{"syntax error", "package broken\n\nfunc {\n", "expected 'IDENT', found '{'"},
		{"missing import", "package broken\n\nimport _ \"example.com/m/none\"\n", "no required module provides package example.com/m/none"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := module(t, "a/a.go", fmt.Sprintf(anyOrigin, "a"), "broken/broken.go", tt.code)
			o := prodvet(t, dir)
			if o.code != 3 || !strings.Contains(o.stdout, "a.go:6:") {
				t.Errorf("exit code %d, output:\n%s", o.code, o.stdout)
			}
			if !strings.Contains(o.stderr, "1 finding in 2 packages, not all of which could be checked: corswildcard 1") {
				t.Errorf("the summary does not say that a package is missing:\n%s", o.stderr)
			}
			if !strings.Contains(o.stderr, "broken.go:3:") || !strings.Contains(o.stderr, tt.want) && tt.name != "missing import" {
				t.Errorf("stderr does not say %q:\n%s", tt.want, o.stderr)
			}
		})
	}
}

func TestNoModule(t *testing.T) {
	if o := prodvet(t, t.TempDir()); o.code != 3 || !strings.Contains(o.stderr, "does not contain main module") {
		t.Errorf("exit code %d\n%s", o.code, o.stderr)
	}
}

func TestExplain(t *testing.T) {
	o := prodvet(t, t.TempDir(), "explain", "corswildcard")
	if o.code != 0 || !strings.Contains(o.stdout, "# corswildcard — ") {
		t.Errorf("exit code %d\n%s", o.code, o.stdout)
	}
}

func TestRules(t *testing.T) {
	o := prodvet(t, t.TempDir(), "rules")
	if o.code != 0 || strings.Count(o.stdout, "\n") != len(analyzers.Suite) {
		t.Errorf("exit code %d\n%s", o.code, o.stdout)
	}
}

// TestDirectives: //lint:ignore works without any driver's help, and is itself
// checked.
func TestDirectives(t *testing.T) {
	code := strings.Replace(fmt.Sprintf(anyOrigin, "a"), "\tw.Header()", "\t//lint:ignore corswildcard a public file\n\tw.Header()", 1)
	dir := module(t, "a.go", code)
	prodvet(t, dir).want(t, 0, "", "prodvet: no findings in 1 package\n")
	write(t, dir, "a.go", strings.Replace(code, `"*"`, `"https://example.com"`, 1))
	prodvet(t, dir).want(t, 1, "a.go:6:2: //lint:ignore corswildcard suppresses nothing; remove it (corswildcard)\n", "prodvet: 1 finding in 1 package: corswildcard 1\n")
}

// TestGateLosesNothing: helpers of another module that write errors, recover or
// run what they are given on a goroutine are learnt, although the gate leaves
// most of other modules' packages alone.
func TestGateLosesNothing(t *testing.T) {
	o := prodvet(t, fixture.Testdata(t), "./gate/...")
	var got []string
	for line := range strings.Lines(o.stdout) {
		place, _, _ := strings.Cut(line, ": ")
		got = append(got, strings.TrimPrefix(filepath.ToSlash(place), "gate/api/")+line[strings.LastIndex(line, " "):])
	}
	want := []string{"api.go:14:3 (errenvelope)\n", "api.go:23:2 (goroutinerecover)\n"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s%s", diff, o.stderr)
	}
}

// unrecovered is a handler that goroutinerecover reports and repairs.
const unrecovered = `package a

import (
	"log"
	"net/http"
)

func Handler(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go func() {
		greet(name)
	}()
	w.WriteHeader(http.StatusNoContent)
}

func greet(name string) {
	if name == "" {
		panic("no name")
	}
}

func logPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}
`

// TestFix: the same repair by every way there is to one.
func TestFix(t *testing.T) {
	repaired := strings.Replace(unrecovered, "\t\tgreet(name)", "\t\tdefer logPanic()\n\t\tgreet(name)", 1)
	for _, tt := range []struct {
		name string
		fix  func(t *testing.T, dir string) output
	}{
		{"prodvet -fix", func(t *testing.T, dir string) output { return prodvet(t, dir, "-fix") }},
		{"go vet -fix", func(t *testing.T, dir string) output { return vet(t, dir, "-fix", "./...") }},
		{"go fix -fixtool", func(t *testing.T, dir string) output {
			return command(t, dir, "go", "fix", "-fixtool="+fixture.Prodvet(t), "./...")
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			// One configuration for all: without the gate, as fixing is, the
			// standard library is analysed once for each.
			dir := module(t, "a.go", unrecovered, ".prodvet.yml", "")
			if o := tt.fix(t, dir); o.code != 0 {
				t.Errorf("exit code %d\n%s%s", o.code, o.stdout, o.stderr)
			}
			got, err := os.ReadFile(filepath.Join(dir, "a.go"))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(repaired, string(got)); diff != "" {
				t.Errorf("repaired file (-want +got):\n%s", diff)
			}
		})
	}
}

// TestDiff: -diff shows the repair, says that there is one, and changes nothing.
func TestDiff(t *testing.T) {
	dir := module(t, "a.go", unrecovered, ".prodvet.yml", "")
	o := prodvet(t, dir, "-diff")
	if o.code != 1 || !strings.Contains(o.stdout, "\n+\t\tdefer logPanic()\n") {
		t.Errorf("exit code %d\n%s%s", o.code, o.stdout, o.stderr)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "a.go")); err != nil || string(got) != unrecovered {
		t.Errorf("the file was changed: %v", err)
	}
	prodvet(t, module(t, "a.go", "package a\n", ".prodvet.yml", ""), "-diff").want(t, 0, "", "")
	broken := prodvet(t, module(t, "a.go", "package a\n\nvar x int = \"\"\n", ".prodvet.yml", ""), "-diff")
	if broken.code != 3 || broken.stdout != "" || !strings.Contains(broken.stderr, "a.go:3:") {
		t.Errorf("a package that does not load: exit code %d\n%s%s", broken.code, broken.stdout, broken.stderr)
	}
}

// TestStartsFast: the program is started once for every package of a build, so
// it must not need the dynamic loader, which package net brings in through cgo.
func TestStartsFast(t *testing.T) {
	o := command(t, fixture.Root(t), "go", "list", "-deps", "-f", "{{if .CgoFiles}}{{.ImportPath}}{{end}}", "./cmd/prodvet")
	if got := strings.TrimSpace(o.stdout); o.code != 0 || got != "" {
		t.Errorf("prodvet depends on packages that use cgo: %s%s", got, o.stderr)
	}
}
