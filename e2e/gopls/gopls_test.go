// Package gopls_test builds a gopls with `prodvet gopls build` and uses it as
// an editor does.
//
// The first build takes some minutes of CPU time. With PRODVET_E2E_GOPLS set
// to a path, the binary there is used as long as it is up to date. Run it with
// -count=1: go test knows nothing of what the commands read that the test runs.
package gopls_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// scenario is a mistake that a rule reports in code that imports only the
// standard library.
type scenario struct {
	rule string
	kind string // the category of the finding, which editors show as its code

	// code is the body of a handler func(w http.ResponseWriter, r *http.Request).
	// The finding is on the first line that has the text at.
	code, at string

	// good is the body without the mistake. If fix is set, it is a part of the
	// title of the quick fix that makes good of code.
	good, fix string

	// imports are imported, besides net/http, by the file, which has the
	// declarations decls.
	imports []string
	decls   string
}

// mailing is what goroutines of the scenarios use.
const mailing = `type mailer interface{ Confirm(to string) }

var mail mailer

func logPanic() {
	if v := recover(); v != nil {
		log.Printf("panic: %v", v)
	}
}
`

var scenarios = []scenario{
	{
		rule: "corswildcard",
		kind: "any-origin-credentials",
		code: `
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
`,
		at: "Access-Control-Allow-Origin",
		good: `
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
	w.Header().Set("Access-Control-Allow-Credentials", "true")
`,
	},
	{
		rule: "goroutinerecover",
		kind: "unrecovered-goroutine",
		code: `
	to := r.FormValue("email")
	go func() {
		mail.Confirm(to)
	}()
`,
		at: "go func",
		good: `
	to := r.FormValue("email")
	go func() {
		defer logPanic()
		mail.Confirm(to)
	}()
`,
		fix:     "Defer logPanic first",
		imports: []string{"log"},
		decls:   mailing,
	},
	{
		rule: "goroutinerecover",
		kind: "ineffective-recover",
		code: `
	to := r.FormValue("email")
	go func() {
		defer func() { logPanic() }()
		mail.Confirm(to)
	}()
`,
		at: "defer func",
		good: `
	to := r.FormValue("email")
	go func() {
		defer logPanic()
		mail.Confirm(to)
	}()
`,
		fix:     "Defer it directly",
		imports: []string{"log"},
		decls:   mailing,
	},
	{
		rule: "middlewareorder",
		kind: "directive",
		code: `
	//lint:ignore middlewareorder
	w.WriteHeader(http.StatusNoContent)
`,
		at: "//lint:ignore",
		good: `
	w.WriteHeader(http.StatusNoContent)
`,
	},
}

// file returns a program with the body as its handler. It has a mistake that
// gopls itself reports: gopls publishes type errors first and all other
// findings later; a publication with this one is complete.
func (s scenario) file(body string) string {
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n")
	for _, path := range append(s.imports, "net/http") {
		fmt.Fprintf(&b, "\t%q\n", path)
	}
	b.WriteString(")\n\nfunc handle(w http.ResponseWriter, r *http.Request) {" + body + "}\n\n" + s.decls + `
func main() {
	http.HandleFunc("/", handle)
	port := ":8080"
	port = port // self-assignment
	if err := http.ListenAndServe(port, nil); err != nil {
		panic(err)
	}
}
`)
	return b.String()
}

// isComplete reports whether the analyzers have run.
func isComplete(diags []diagnostic) bool {
	for _, d := range diags {
		if d.Source == "assign" {
			return true
		}
	}
	return false
}

// of returns the findings of a rule.
func of(rule string, diags []diagnostic) (found []diagnostic) {
	for _, d := range diags {
		if d.Source == rule {
			found = append(found, d)
		}
	}
	return found
}

func Test(t *testing.T) {
	prodvet := buildProdvet(t)
	exe := buildGopls(t, prodvet)
	for _, s := range scenarios {
		t.Run(s.rule+"/"+s.kind, func(t *testing.T) { s.run(t, exe) })
	}
	t.Run("facts", func(t *testing.T) { testFacts(t, exe) })
	t.Run("standard library", func(t *testing.T) { testStandard(t, prodvet, exe) })
	t.Run("config", func(t *testing.T) { testConfig(t, prodvet, exe) })
}

// testFacts edits a package on which the one with the finding depends.
func testFacts(t *testing.T, exe string) {
	const (
		recovers   = "package safe\n\nfunc Recover() { _ = recover() }\n"
		recoversNo = "package safe\n\nfunc Recover() {}\n"
	)
	s := scenario{imports: []string{"example.com/service/safe", "log"}, decls: mailing}
	dir := service(t, map[string]string{
		"main.go": s.file(`
	go func() {
		defer safe.Recover()
		mail.Confirm(r.URL.Path)
	}()
`),
		"safe/safe.go": recovers,
	})
	c := start(t, exe, dir)
	main := c.open(filepath.Join(dir, "main.go"))
	main.wait("no finding with a helper that recovers", silent("goroutinerecover"))
	helper := c.open(filepath.Join(dir, "safe", "safe.go"))
	helper.edit(recoversNo)
	main.wait("finding after the unsaved edit of the helper", reports("goroutinerecover"))
	helper.edit(recovers)
	main.wait("no finding after undoing it", silent("goroutinerecover"))
}

// testStandard compares findings that depend on what is known of the standard
// library: gopls analyses it, go vet does not, and both must find the same.
func testStandard(t *testing.T, prodvet, exe string) {
	s := scenario{imports: []string{"container/list", "encoding/json", "path", "strings"}}
	dir := service(t, map[string]string{"main.go": s.file(`
	go func() { _ = strings.ToUpper(r.URL.Path) }()
	go func() { _ = path.Clean(r.URL.Path) }()
	go func() { _, _ = json.Marshal(r.URL.Path) }()
	go func() { list.New().PushBack(r.URL.Path) }()
	go func() { r.Cookies() }()
	go http.StatusText(http.StatusOK)
`)})
	cmd := exec.Command(prodvet, ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	out, err := cmd.Output()
	if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != 1 {
		t.Fatalf("prodvet: %v\n%s", err, out)
	}
	want := linesOf(string(out))
	got := linesOf(reSentinel.ReplaceAllString(run(t, dir, exe, "check", "main.go"), ""))
	if !slices.Equal(got, want) {
		t.Errorf("gopls reports the lines %v, go vet %v", got, want)
	}
}

// reSentinel matches what gopls itself reports in every scenario.
var reSentinel = regexp.MustCompile(`(?m)^.*self-assignment.*$`)

// reLine matches the place of a finding.
var reLine = regexp.MustCompile(`(?m)^\S*main\.go:(\d+):`)

// linesOf returns the lines of main.go in which there are findings.
func linesOf(out string) (lines []string) {
	for _, m := range reLine.FindAllStringSubmatch(out, -1) {
		lines = append(lines, m[1])
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// testConfig builds a gopls for a project that has one of the rules off.
func testConfig(t *testing.T, prodvet, exe string) {
	s := scenarios[0]
	dir := service(t, map[string]string{"main.go": s.file(s.code), ".prodvet.yml": "disable: [" + s.rule + "]\n"})
	root, config := repository(t), filepath.Join(dir, ".prodvet.yml")
	configured := filepath.Join(t.TempDir(), "prodvet-gopls"+suffix())
	run(t, root, prodvet, "gopls", "build", "-o", configured, "-source", root, "-config", config)

	start(t, configured, dir).open(filepath.Join(dir, "main.go")).wait("no finding with the rule off", silent(s.rule))

	out := run(t, root, prodvet, "gopls", "build", "-check", configured, "-source", root, "-config", config)
	if want := configured + " is up to date\n"; out != want {
		t.Errorf("-check prints\n%s\nwant\n%s", out, want)
	}
	cmd := exec.Command(prodvet, "gopls", "build", "-check", exe, "-source", root, "-config", config)
	stdout, err := cmd.Output()
	if want := exe + ": the configuration of the rules is another one\n"; err == nil || !strings.HasPrefix(string(stdout), want) {
		t.Errorf("-check of a gopls with another configuration: %v\n%s\nwant\n%s", err, stdout, want)
	}
}

// run opens the file, repairs it in the buffer, breaks it again, lets the
// quick fix repair it and turns the rule off.
func (s scenario) run(t *testing.T, exe string) {
	bad, good := s.file(s.code), s.file(s.good)
	dir := service(t, map[string]string{"main.go": bad})
	main := filepath.Join(dir, "main.go")

	c := start(t, exe, dir)
	doc := c.open(main)
	found := of(s.rule, doc.wait("finding after opening", reports(s.rule)))
	if len(found) > 1 {
		t.Errorf("found %d times: %+v", len(found), found)
	}
	s.check(t, bad, found[0])

	doc.edit(good)
	doc.wait("no finding after the repair in the buffer", silent(s.rule))

	doc.edit(bad)
	found = of(s.rule, doc.wait("finding after undoing the repair", reports(s.rule)))

	if s.fix != "" {
		fixed := doc.apply(pick(t, doc.quickFixes(found[0]), s.fix))
		if fixed != good {
			t.Errorf("after the quick fix:\n%s\nwant:\n%s", fixed, good)
		}
		doc.edit(fixed)
		doc.wait("no finding after the quick fix", silent(s.rule))
		doc.edit(bad)
		doc.wait("finding after undoing the quick fix", reports(s.rule))
	}

	c.configure(map[string]any{"analyses": map[string]bool{s.rule: false}})
	doc.wait("no finding after turning the rule off", silent(s.rule))

	if data, err := os.ReadFile(main); err != nil || string(data) != bad {
		t.Errorf("the file on disk has changed: %v\n%s", err, data)
	}
}

// reports returns a condition for wait: the rule has findings.
func reports(rule string) func([]diagnostic) bool {
	return func(diags []diagnostic) bool { return len(of(rule, diags)) > 0 }
}

// silent returns a condition for wait: the analyzers have run, and the rule
// has no findings.
func silent(rule string) func([]diagnostic) bool {
	return func(diags []diagnostic) bool { return isComplete(diags) && len(of(rule, diags)) == 0 }
}

// service writes the files of a module and returns its directory.
func service(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/service\n\ngo 1.26\n")
	for name, data := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, name, data)
	}
	return dir
}

// check compares what an editor shows with what the rule reports.
func (s scenario) check(t *testing.T, text string, d diagnostic) {
	t.Helper()
	const warning = 2
	if d.Code != s.kind || d.Severity != warning {
		t.Errorf("code %q, severity %d; want %q, %d", d.Code, d.Severity, s.kind, warning)
	}
	before, _, ok := strings.Cut(text, s.at)
	if line := strings.Count(before, "\n"); !ok || d.Range.Start.Line != line {
		t.Errorf("found in line %d, want %d: %s", d.Range.Start.Line, line, d.Message)
	}
	if href := d.CodeDescription.Href; !strings.Contains(href, "/"+s.rule) || !strings.HasSuffix(href, "#"+s.kind) {
		t.Errorf("link %q, want one to %s#%s", href, s.rule, s.kind)
	}
}

// pick returns the one fix whose title contains text.
func pick(t *testing.T, fixes []codeAction, text string) codeAction {
	t.Helper()
	var titles []string
	for _, f := range fixes {
		if strings.Contains(f.Title, text) {
			return f
		}
		titles = append(titles, f.Title)
	}
	t.Fatalf("no quick fix %q among %q", text, titles)
	panic("unreachable")
}

// repository returns the directory with the suite's source.
func repository(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func buildProdvet(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds gopls")
	}
	prodvet := filepath.Join(t.TempDir(), "prodvet"+suffix())
	run(t, repository(t), "go", "build", "-o", prodvet, "./cmd/prodvet")
	return prodvet
}

// buildGopls runs the real command and returns the path of the gopls it has
// built, now or earlier.
func buildGopls(t *testing.T, prodvet string) string {
	t.Helper()
	root := repository(t)
	exe := os.Getenv("PRODVET_E2E_GOPLS")
	if exe == "" {
		exe = filepath.Join(t.TempDir(), "prodvet-gopls"+suffix())
	} else if exec.Command(prodvet, "gopls", "build", "-check", exe, "-source", root).Run() == nil {
		return exe
	}
	run(t, root, prodvet, "gopls", "build", "-o", exe, "-source", root)
	out := run(t, root, prodvet, "gopls", "build", "-check", exe, "-source", root)
	if want := exe + " is up to date\n"; out != want {
		t.Errorf("-check prints\n%s\nwant\n%s", out, want)
	}
	return exe
}

func suffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// run runs a command, which must succeed, and returns its standard output.
func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", cmd, err, out, stderr.Bytes())
	}
	return string(out)
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}
