package goroutinerecover_test

import (
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
