package goplsbuild

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/analyzers/corswildcard"
	"github.com/prodvet/prodvet/internal/config"
)

func TestSettings(t *testing.T) {
	for _, test := range []struct {
		name string
		cfg  config.Config
		want settings
	}{
		{"default", config.Config{}, settings{flags: map[string]map[string]string{}}},
		{"disabled", config.Config{Disable: []string{"middlewareorder", "errenvelope"}}, settings{
			disabled: []string{"errenvelope", "middlewareorder"},
			flags:    map[string]map[string]string{},
		}},
		{"option", config.Config{CORSWildcard: corswildcard.Config{Development: []string{"a.B", "c.D"}}}, settings{
			flags: map[string]map[string]string{"corswildcard": {"development": "a.B,c.D"}},
		}},
		{"option of a disabled rule", config.Config{
			Disable:      []string{"corswildcard"},
			CORSWildcard: corswildcard.Config{Development: []string{"a.B"}},
		}, settings{disabled: []string{"corswildcard"}, flags: map[string]map[string]string{}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := settingsOf(test.cfg)
			if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(settings{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			suffix, err := got.suffix()
			if err != nil {
				t.Fatal(err)
			}
			if (suffix == "") != (test.name == "default") || suffix != "" && len(suffix) != len(".config-01234567") {
				t.Errorf("suffix %q", suffix)
			}
		})
	}
}
