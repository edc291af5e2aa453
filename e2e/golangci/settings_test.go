package golangci

import (
	"fmt"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/analyzers"
)

// TestWrongSettings breaks a reference configuration in one place and expects
// golangci-lint to stop with an error that says where and what is meant.
func TestWrongSettings(t *testing.T) {
	for _, c := range []struct{ config, old, new, want string }{
		{singles, "fields: []", "feilds: [error]", `plugin(errenvelope): newPlugin settings of errenvelope: unknown key "feilds"; did you mean "fields"?`},
		{singles, "fields: []", "fields: error", `plugin(errenvelope): newPlugin settings of errenvelope: fields: want a list of strings, not "error"`},
		{bundle, "errenvelope:", "errenvelop:", `plugin(prodvet): newPlugin settings of prodvet: unknown key "errenvelop"; did you mean "errenvelope"?`},
		{bundle, "disable: []", "disable: [errenvelop]", `plugin(prodvet): newPlugin settings of prodvet: disable: unknown rule "errenvelop"; did you mean "errenvelope"?`},
	} {
		r := lint(t, service(t, edit(t, c.config, c.old, c.new)))
		if r.code != 3 || !strings.Contains(r.stderr, c.want) {
			t.Errorf("%s: exit code %d, want 3 and %s\n%s", c.new, r.code, c.want, r.stderr)
		}
	}
}

// TestLinters compares what `golangci-lint linters` lists with the suite.
func TestLinters(t *testing.T) {
	stdout, stderr, code := golangciLint(t, service(t, read(t, singles)), "linters")
	if code != 0 {
		t.Fatalf("exit code %d\n%s", code, stderr)
	}
	enabled, _, _ := strings.Cut(stdout, "Disabled by your configuration")
	for _, rule := range analyzers.Suite {
		summary, _, _ := strings.Cut(rule.Doc, "\n")
		// golangci-lint makes a sentence of it.
		line := fmt.Sprintf("%s: %s%s.", rule.Name, strings.ToUpper(summary[:1]), summary[1:])
		if !strings.Contains(enabled, line) {
			t.Errorf("no line %q in:\n%s", line, enabled)
		}
	}
}

// edit returns the text of the configuration with new in place of old.
func edit(t *testing.T, config, old, new string) string {
	t.Helper()
	before := read(t, config)
	if n := strings.Count(before, old); n != 1 {
		t.Fatalf("%s has %q %d times", config, old, n)
	}
	return strings.Replace(before, old, new, 1)
}
