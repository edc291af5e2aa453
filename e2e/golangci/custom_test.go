package golangci

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var customFlag = flag.Bool("custom", false, "also build golangci-lint with `golangci-lint custom`, which takes minutes")

// TestCustomCommand builds golangci-lint as the documentation says, from the
// documentation's .custom-gcl.yml but with the plugin of this working copy, and
// runs the result.
//
// `golangci-lint custom` clones its release from GitHub. Here git is told that
// the release's published module is that repository, so that the test needs no
// more than the module proxy.
func TestCustomCommand(t *testing.T) {
	if !*customFlag {
		t.Skip("without -custom")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	build := edit(t, custom, "version: "+decodeCustom(t, read(t, custom)).Plugins[0].Version, "path: "+root)
	if err := os.WriteFile(filepath.Join(dir, ".custom-gcl.yml"), []byte(build), 0o644); err != nil {
		t.Fatal(err)
	}
	repository := upstream(t)
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "url.file://"+repository+".insteadOf")
	t.Setenv("GIT_CONFIG_VALUE_0", "https://github.com/golangci/golangci-lint.git")
	if stdout, stderr, code := golangciLint(t, dir, "custom", "--verbose"); code != 0 {
		t.Fatalf("exit code %d\n%s%s", code, stdout, stderr)
	}
	linter = filepath.Join(dir, "bin", "prodvet-lint")
	defer func() { linter = "" }()
	compare(t, lint(t, service(t, read(t, singles))), wants(t))
}

// upstream returns the directory of a git repository that has what the module
// of golangci-lint contains, under its release's tag.
func upstream(t *testing.T) string {
	t.Helper()
	const path = "github.com/golangci/golangci-lint/v2"
	out, err := exec.Command("go", "list", "-m", "-json", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var module struct{ Dir, Version string }
	if err := json.Unmarshal(out, &module); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(module.Dir)); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{
		"init -q",
		"add -A -f",
		"-c user.name=test -c user.email=test@example.com commit -q -m " + module.Version,
		"tag " + module.Version,
	} {
		cmd := exec.Command("git", strings.Fields(args)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatal(fmt.Errorf("%s: %w\n%s", cmd, err, out))
		}
	}
	return dir
}
