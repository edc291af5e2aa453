package errenvelope_test

import (
	"testing"

	"github.com/prodvet/prodvet/analyzers/errenvelope"
	"github.com/prodvet/prodvet/internal/fixture"
)

func TestFixes(t *testing.T) { fixture.Run(t, "errenvelope", nil, "./errenvelope/fixes/...") }

func Test(t *testing.T) {
	fixture.Run(t, "errenvelope", nil,
		"./errenvelope/apierr", "./errenvelope/central", "./errenvelope/chirender", "./errenvelope/contradiction/...", "./errenvelope/declared", "./errenvelope/ginapi", "./errenvelope/helpers/...", "./errenvelope/inferred/...",
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

func TestSurfaces(t *testing.T) {
	fixture.Run(t, "errenvelope", []string{
		"-errenvelope.fields=code:number,msg",
		"-errenvelope.surfaces=./errenvelope/surfaces/oauth/... error:string,example.com/fixtures/errenvelope/surfaces/raw none,./errenvelope/surfaces/any json",
	}, "./errenvelope/surfaces/...")
}

// required is an envelope that no fixture has but those that say so.
const required = "-errenvelope.fields=problem_id:number,explanation"

func TestRequired(t *testing.T) {
	fixture.Run(t, "errenvelope", []string{required}, "./errenvelope/says", "./errenvelope/frameworks/...", "./errenvelope/shapes")
}

func TestStrict(t *testing.T) {
	fixture.Run(t, "errenvelope", []string{required, "-errenvelope.strict"}, "./errenvelope/strict")
}

func TestErrorStatus(t *testing.T) {
	fixture.Run(t, "errenvelope", []string{"-errenvelope.error-status"}, "./errenvelope/statuses")
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
		{errenvelope.Config{Surfaces: []string{"./oauth/... error:string code", "example.com/x/raw none", "./relay json", "... a"}}, ""},
		{errenvelope.Config{Surfaces: []string{"./oauth/..."}}, `surfaces: "./oauth/..." has no envelope; write the pattern of packages and then its keys, json or none`},
		{errenvelope.Config{Surfaces: []string{""}}, `surfaces: "" has no envelope; write the pattern of packages and then its keys, json or none`},
		{errenvelope.Config{Surfaces: []string{"./a x", "./a none"}}, `surfaces: ./a is listed twice`},
		{errenvelope.Config{Surfaces: []string{"./a x none"}}, `surfaces: ./a has none and something else`},
		{errenvelope.Config{Surfaces: []string{"./a None"}}, `surfaces: ./a: unknown envelope "None"; did you mean "none"?`},
		{errenvelope.Config{Surfaces: []string{"./a JSON"}}, `surfaces: ./a: unknown envelope "JSON"; did you mean "json"?`},
		{errenvelope.Config{Surfaces: []string{"./a code:nubmer"}}, `surfaces: ./a: unknown type "nubmer"; did you mean "number"?`},
		{errenvelope.Config{Surfaces: []string{"./a code,message"}}, `surfaces: ./a: "code,message" has a comma; keys are separated by spaces`},
		{errenvelope.Config{Surfaces: []string{"./a code code:number"}}, `surfaces: ./a: "code" is listed twice`},
		{errenvelope.Config{Surfaces: []string{"code:number message"}}, `surfaces: "code:number" is no pattern of packages; write ./dir, ./dir/... or pkg/path`},
		{errenvelope.Config{Surfaces: []string{"../a none"}}, `surfaces: "../a" is no pattern of packages; write ./dir, ./dir/... or pkg/path`},
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
