package goroutinerecover_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/analyzers/goroutinerecover"
	"github.com/prodvet/prodvet/internal/fixture"
)

func TestDefault(t *testing.T) {
	fixture.Run(t, "goroutinerecover", nil, "./goroutinerecover/default/...")
}

func TestRunners(t *testing.T) {
	flags := []string{"-goroutinerecover.runners=example.com/thirdparty/safe.Unsafe"}
	fixture.Run(t, "goroutinerecover", flags, "./goroutinerecover/configured/...")
}

func TestScopeAll(t *testing.T) {
	flags := []string{"-goroutinerecover.scope=all", "-goroutinerecover.runners=example.com/fixtures/goroutinerecover/all/tasks.Configured"}
	fixture.Run(t, "goroutinerecover", flags, "./goroutinerecover/all/...")
	fixture.RunLinked(t, "goroutinerecover", flags, "./goroutinerecover/all/...")
}

// TestCgo looks at files that import "C".
func TestCgo(t *testing.T) {
	if out, err := exec.Command("go", "env", "CGO_ENABLED").Output(); err != nil || strings.TrimSpace(string(out)) != "1" {
		t.Skip("cgo is not enabled")
	}
	fixture.Run(t, "goroutinerecover", nil, "./goroutinerecover/cgo/...")
	for _, d := range fixture.Vet(t, fixture.Testdata(t), []string{"-goroutinerecover"}, "./goroutinerecover/cgo")["goroutinerecover"] {
		if len(d.Fixes) > 0 {
			t.Errorf("%s: a fix of a copy", d.Posn)
		}
	}
}

func TestLinked(t *testing.T) {
	fixture.RunLinked(t, "goroutinerecover", nil, "./goroutinerecover/linked/...")
	// Without the link step nothing is known of these, directives included.
	for _, d := range fixture.Vet(t, fixture.Testdata(t), []string{"-goroutinerecover"}, "./goroutinerecover/linked/...")["goroutinerecover"] {
		t.Errorf("without linking: %s: %s", d.Posn, d.Message)
	}
}

func TestValidateScope(t *testing.T) {
	for scope, want := range map[string]string{
		"": "", "request": "", "all": "",
		"requests": `scope: there is no scope "requests"; did you mean "request"?`,
		"main":     `scope: there is no scope "main"; valid are request, all`,
	} {
		got := ""
		if err := (goroutinerecover.Config{Scope: scope}).Validate(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("Validate(%q) = %q, want %q", scope, got, want)
		}
	}
}

func TestValidate(t *testing.T) {
	for _, test := range []struct {
		runner, want string
	}{
		{"example.com/safe.Go", ""},
		{"example.com/my.pkg/safe.Pool.Go", ""},
		{"gopkg.in/safe.v2.Go", ""},
		{"safe.Go", ""},
		{"Go", `runners: "Go" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
		{"example.com/safe", `runners: "example.com/safe" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
		{"example.com/safe.", `runners: "example.com/safe." names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
		{"(*example.com/safe.Pool).Go()", `runners: "(*example.com/safe.Pool).Go()" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
	} {
		got := ""
		if err := (goroutinerecover.Config{Runners: []string{test.runner}}).Validate(); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("Validate(%q) = %q, want %q", test.runner, got, test.want)
		}
	}
}
