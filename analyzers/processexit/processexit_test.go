package processexit_test

import (
	"testing"

	"github.com/prodvet/prodvet/analyzers/processexit"
	"github.com/prodvet/prodvet/internal/fixture"
)

func TestDefault(t *testing.T) {
	fixture.Run(t, "processexit", nil, "./processexit/default/...")
}

func TestExits(t *testing.T) {
	flags := []string{"-processexit.exits=example.com/fixtures/processexit/configured.Log.Fatal,example.com/fixtures/processexit/configured.stop"}
	fixture.Run(t, "processexit", flags, "./processexit/configured")
}

func TestValidate(t *testing.T) {
	for _, test := range []struct {
		function, want string
	}{
		{"example.com/log.Fatal", ""},
		{"example.com/my.pkg/log.Logger.Fatal", ""},
		{"Fatal", `exits: "Fatal" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
		{"example.com/log", `exits: "example.com/log" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
		{"(*example.com/log.Logger).Fatal()", `exits: "(*example.com/log.Logger).Fatal()" names no function; write it as pkg/path.Name or pkg/path.Type.Name`},
	} {
		got := ""
		if err := (processexit.Config{Exits: []string{test.function}}).Validate(); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("Validate(%q) = %q, want %q", test.function, got, test.want)
		}
	}
}
