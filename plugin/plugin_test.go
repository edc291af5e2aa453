package plugin_test

import (
	"flag"
	"slices"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/plugin"
)

// build makes the linter as golangci-lint does and returns its analyzers.
func build(t *testing.T, name string, conf any) ([]*analysis.Analyzer, error) {
	t.Helper()
	newPlugin, err := register.GetPlugin(name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(conf)
	if err != nil {
		return nil, err
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("%s: load mode %q", name, mode)
	}
	rules, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	if err := analysis.Validate(rules); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return rules, nil
}

func names(rules []*analysis.Analyzer) []string {
	var list []string
	for _, a := range rules {
		list = append(list, a.Name)
	}
	return list
}

// flags returns the values of all flags of all rules that are not at their
// zero value, as "rule.key": a rule's flags start from its configuration.
func flags(rules []*analysis.Analyzer) map[string]string {
	set := make(map[string]string)
	for _, a := range rules {
		a.Flags.VisitAll(func(f *flag.Flag) {
			if v := f.Value.String(); v != "" && v != "false" && v != "0" {
				set[a.Name+"."+f.Name] = v
			}
		})
	}
	return set
}

func TestEveryRuleIsALinter(t *testing.T) {
	for _, rule := range analyzers.Suite {
		for _, conf := range []any{nil, map[string]any{}} {
			rules, err := build(t, rule.Name, conf)
			if err != nil {
				t.Errorf("%s: %v", rule.Name, err)
			}
			if diff := cmp.Diff([]string{rule.Name}, names(rules)); diff != "" {
				t.Errorf("linter %s (-want +got):\n%s", rule.Name, diff)
			}
		}
	}
}

func TestBundle(t *testing.T) {
	rules, err := build(t, plugin.Bundle, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(names(analyzers.Suite), names(rules)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if slices.Contains(names(rules), plugin.Bundle) {
		t.Errorf("a rule has the bundle's name")
	}
}

func TestSettings(t *testing.T) {
	rules, err := build(t, "errenvelope", map[string]any{"fields": []any{"error", "code:string"}})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"errenvelope.fields": "error,code:string"}
	if diff := cmp.Diff(want, flags(rules)); diff != "" {
		t.Errorf("single (-want +got):\n%s", diff)
	}
	rules, err = build(t, "prodvet", map[string]any{
		"disable":         []any{"goroutinerecover"},
		"errenvelope":     map[string]any{"fields": []any{"error", "code:string"}},
		"middlewareorder": map[string]any{"recovery": []any{"example.com/shop/web.Recover"}},
		"corswildcard":    nil,
	})
	if err != nil {
		t.Fatal(err)
	}
	want["middlewareorder.recovery"] = "example.com/shop/web.Recover"
	if diff := cmp.Diff(want, flags(rules)); diff != "" {
		t.Errorf("bundle (-want +got):\n%s", diff)
	}
	if slices.Contains(names(rules), "goroutinerecover") {
		t.Error("goroutinerecover runs although it is disabled")
	}
}

func TestWrongSettings(t *testing.T) {
	for _, c := range []struct {
		linter string
		conf   any
		want   string
	}{
		{"errenvelope", map[string]any{"feilds": []any{"error"}}, `settings of errenvelope: unknown key "feilds"; did you mean "fields"?`},
		{"errenvelope", map[string]any{"fields": "error"}, `settings of errenvelope: fields: want a list of strings, not "error"`},
		{"errenvelope", map[string]any{"fields": []any{1}}, `settings of errenvelope: fields: want a list of strings, but element 1 is 1`},
		{"errenvelope", []any{"fields"}, `settings of errenvelope: want a table of keys, not a list`},
		{"goroutinerecover", map[string]any{"runner": nil}, `settings of goroutinerecover: unknown key "runner"; did you mean "runners"?`},
		{"prodvet", map[string]any{"errenvelop": nil}, `settings of prodvet: unknown key "errenvelop"; did you mean "errenvelope"?`},
		{"prodvet", map[string]any{"deployment": nil}, `settings of prodvet: deployment: the rules read no files in golangci-lint; only the prodvet command does, with this section in .prodvet.yml`},
		{"prodvet", map[string]any{"fields": []any{"error"}}, `settings of prodvet: unknown key "fields"; valid are disable, bodylimit, corswildcard, errenvelope, errleak, goroutinerecover, gracefulshutdown, middlewareorder, missingreturn, processexit`},
		{"prodvet", map[string]any{"errenvelope": map[string]any{"feilds": nil}}, `settings of prodvet: errenvelope: unknown key "feilds"; did you mean "fields"?`},
		{"prodvet", map[string]any{"errenvelope": true}, `settings of prodvet: errenvelope: want a table of keys, not true`},
		{"prodvet", map[string]any{"disable": "errenvelope"}, `settings of prodvet: disable: want a list of strings, not "errenvelope"`},
		{"prodvet", map[string]any{"disable": []any{"corswildcards"}}, `settings of prodvet: disable: unknown rule "corswildcards"; did you mean "corswildcard"?`},
		{"prodvet", map[string]any{"disable": []any{"all"}}, `settings of prodvet: disable: unknown rule "all"; valid are bodylimit, corswildcard, errenvelope, errleak, goroutinerecover, gracefulshutdown, middlewareorder, missingreturn, processexit`},
		{"prodvet", "all", `settings of prodvet: want a table of keys, not "all"`},
	} {
		if _, err := build(t, c.linter, c.conf); err == nil || err.Error() != c.want {
			t.Errorf("%s with %v:\nerror %v\nwant  %s", c.linter, c.conf, err, c.want)
		}
	}
}
