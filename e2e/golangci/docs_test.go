package golangci

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

const (
	page   = "../../docs/golangci.md"
	custom = "../../docs/golangci/.custom-gcl.yml"
)

// customBuild is a .custom-gcl.yml.
type customBuild struct {
	Version, Name, Destination string
	Plugins                    []struct{ Module, Import, Version string }
}

// TestReferencesVerify holds the reference configurations against
// golangci-lint's schema.
func TestReferencesVerify(t *testing.T) {
	for _, config := range []string{singles, bundle} {
		if stdout, stderr, code := golangciLint(t, service(t, read(t, config)), "config", "verify"); code != 0 {
			t.Errorf("%s: exit code %d\n%s%s", config, code, stdout, stderr)
		}
	}
}

// TestCustomBuild checks that the build configuration of the documentation
// builds what this test runs.
func TestCustomBuild(t *testing.T) {
	build := decodeCustom(t, read(t, custom))
	if want := moduleVersion(t, "github.com/golangci/golangci-lint/v2"); build.Version != want {
		t.Errorf("version %q, but the tests run %s", build.Version, want)
	}
	if len(build.Plugins) != 1 {
		t.Fatalf("%d plugins, want 1", len(build.Plugins))
	}
	p := build.Plugins[0]
	if p.Module != "github.com/prodvet/prodvet" || p.Import != "github.com/prodvet/prodvet/plugin" || p.Version == "" {
		t.Errorf("plugin %+v", p)
	}
	if !strings.Contains(read(t, page), "tested with "+build.Version+" ") {
		t.Errorf("%s does not say that %s is tested", page, build.Version)
	}
}

// TestPage runs the configurations that the page shows.
func TestPage(t *testing.T) {
	var builds, configs int
	for _, m := range regexp.MustCompile("(?ms)^```yaml\n(.*?)^```$").FindAllStringSubmatch(read(t, page), -1) {
		switch block := m[1]; {
		case strings.HasPrefix(block, "version: v"):
			builds++
			if diff := cmp.Diff(decodeCustom(t, read(t, custom)), decodeCustom(t, block)); diff != "" {
				t.Errorf("%s (-file +page):\n%s", filepath.Base(custom), diff)
			}
		case strings.HasPrefix(block, `version: "2"`):
			configs++
			dir := service(t, block)
			for _, args := range [][]string{{"config", "verify"}, {"linters"}} {
				if stdout, stderr, code := golangciLint(t, dir, args...); code != 0 {
					t.Errorf("%s: exit code %d\n%s%s\n%s", args, code, stdout, stderr, block)
				}
			}
		}
	}
	if builds != 1 || configs != 2 {
		t.Errorf("the page shows %d builds and %d configurations, want 1 and 2", builds, configs)
	}
}

func decodeCustom(t *testing.T, text string) customBuild {
	t.Helper()
	dec := yaml.NewDecoder(strings.NewReader(text))
	dec.KnownFields(true) // golangci-lint itself ignores the others
	var build customBuild
	if err := dec.Decode(&build); err != nil {
		t.Fatal(err)
	}
	return build
}

// moduleVersion returns the version of the module that the tests are built with.
func moduleVersion(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
