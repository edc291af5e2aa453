package bodylimit_test

import (
	"testing"

	"github.com/prodvet/prodvet/analyzers/bodylimit"
	"github.com/prodvet/prodvet/internal/fixture"
)

func TestDefault(t *testing.T) {
	fixture.Run(t, "bodylimit", nil, "./bodylimit/bare", "./bodylimit/mixed", "./bodylimit/unpacked", "./bodylimit/truncated",
		"./bodylimit/off", "./bodylimit/ginapi", "./bodylimit/echoapi", "./bodylimit/helpers/...", "./bodylimit/local", "./bodylimit/mocks", "./bodylimit/wraps")
}

// TestLinked holds what prodvet finds over several packages. Each tree is a
// program.
func TestLinked(t *testing.T) {
	fixture.RunLinked(t, "bodylimit", nil, "./bodylimit/linked/...")
	fixture.RunLinked(t, "bodylimit", nil, "./bodylimit/linkedlimit/...")
	fixture.RunLinked(t, "bodylimit", nil, "./bodylimit/linkedwrap/...")
}

func TestLimits(t *testing.T) {
	fixture.Run(t, "bodylimit", []string{"-bodylimit.limits=example.com/fixtures/bodylimit/configured.policy"}, "./bodylimit/configured")
}

func TestValidate(t *testing.T) {
	for _, test := range []struct {
		function, want string
	}{
		{"example.com/web.Limit", ""},
		{"example.com/my.pkg/web.Server.Limit", ""},
		{"Limit", `limits: "Limit" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
		{"example.com/web", `limits: "example.com/web" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
		{"(*example.com/web.Server).Limit", `limits: "(*example.com/web.Server).Limit" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
	} {
		got := ""
		if err := (bodylimit.Config{Limits: []string{test.function}}).Validate(); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("Validate(%q) = %q, want %q", test.function, got, test.want)
		}
	}
}
