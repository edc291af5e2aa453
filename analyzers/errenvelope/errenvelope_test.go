package errenvelope_test

import (
	"testing"

	"github.com/prodvet/prodvet/analyzers/errenvelope"
	"github.com/prodvet/prodvet/internal/fixture"
)

func Test(t *testing.T) {
	fixture.Run(t, "errenvelope", nil,
		"./errenvelope/apierr", "./errenvelope/central", "./errenvelope/chirender", "./errenvelope/declared", "./errenvelope/ginapi", "./errenvelope/helpers/...",
		"./errenvelope/majority", "./errenvelope/marked/...", "./errenvelope/mixed", "./errenvelope/pages", "./errenvelope/nethttp", "./errenvelope/plain", "./errenvelope/problem", "./errenvelope/thirdparty")
}

func TestReturned(t *testing.T) {
	fixture.Run(t, "errenvelope", nil, "./errenvelope/returned/...")
}

func TestConfigured(t *testing.T) {
	fixture.Run(t, "errenvelope", []string{
		"-errenvelope.fields=code:number,msg",
		"-errenvelope.writers=example.com/fixtures/errenvelope/configured.writeText",
	}, "./errenvelope/configured")
}

func TestValidate(t *testing.T) {
	for _, test := range []struct {
		cfg  errenvelope.Config
		want string // "" if valid
	}{
		{errenvelope.Config{}, ""},
		{errenvelope.Config{Fields: []string{"success:bool", "message"}, Writers: []string{"example.com/x.Write", "example.com/x/v2.API.fail", "gopkg.in/yaml.v3.Write"}}, ""},
		{errenvelope.Config{Fields: []string{"message:strin"}}, `fields: unknown type "strin"; did you mean "string"?`},
		{errenvelope.Config{Fields: []string{"message:text"}}, `fields: unknown type "text"; the types are bool, number, string, array and object`},
		{errenvelope.Config{Fields: []string{"message:null"}}, `fields: unknown type "null"; the types are bool, number, string, array and object`},
		{errenvelope.Config{Fields: []string{":string"}}, `fields: ":string" has no name`},
		{errenvelope.Config{Fields: []string{"a", "a:bool"}}, `fields: "a" is listed twice`},
		{errenvelope.Config{Writers: []string{"Write"}}, `writers: "Write" is not the full name of a function; write pkg/path.Name or pkg/path.Type.Name`},
		{errenvelope.Config{Writers: []string{"example.com/x.(*API).Write"}}, `writers: "example.com/x.(*API).Write" is not the full name of a function; write pkg/path.Name or pkg/path.Type.Name`},
	} {
		got := ""
		if err := test.cfg.Validate(); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%+v: %q, want %q", test.cfg, got, test.want)
		}
	}
}
