package options_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/options"
)

type config struct {
	Fields []string `json:"fields" doc:"keys"`
	Strict bool     `json:"strict" doc:"is strict"`
	Max    int      `json:"max" doc:"at most"`
	Writer string   `json:"writer" doc:"function"`
	Source func()   `json:"-"` // no option
}

func (c *config) Validate() error {
	if c.Max < 0 {
		return fmt.Errorf("max: %d is negative", c.Max)
	}
	return nil
}

func TestDecode(t *testing.T) {
	start := config{Writer: "kept", Max: 7}
	for name, c := range map[string]struct {
		settings map[string]any
		want     config
	}{
		"nothing":      {nil, start},
		"all":          {map[string]any{"fields": []any{"a", "b"}, "strict": true, "max": 3, "writer": "w"}, config{Fields: []string{"a", "b"}, Strict: true, Max: 3, Writer: "w"}},
		"typed list":   {map[string]any{"fields": []string{"a"}}, config{Fields: []string{"a"}, Writer: "kept", Max: 7}},
		"empty list":   {map[string]any{"fields": []any{}}, start},
		"null":         {map[string]any{"fields": nil, "max": nil, "writer": nil, "strict": nil}, start},
		"json number":  {map[string]any{"max": 12.0}, config{Writer: "kept", Max: 12}},
		"yaml numbers": {map[string]any{"max": uint64(9)}, config{Writer: "kept", Max: 9}},
	} {
		got := start
		if err := options.Decode(&got, c.settings); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	for _, c := range []struct {
		settings map[string]any
		want     string
	}{
		{map[string]any{"feilds": []any{"a"}}, `unknown key "feilds"; did you mean "fields"?`},
		{map[string]any{"-": 3}, `unknown key "-"; valid are fields, strict, max, writer`},
		{map[string]any{"timeout": 3}, `unknown key "timeout"; valid are fields, strict, max, writer`},
		{map[string]any{"writer": 3, "fields": 3}, `fields: want a list of strings, not 3`},
		{map[string]any{"fields": "error"}, `fields: want a list of strings, not "error"`},
		{map[string]any{"fields": []any{"a", 2}}, `fields: want a list of strings, but element 2 is 2`},
		{map[string]any{"fields": []any{nil}}, `fields: want a list of strings, but element 1 is null`},
		{map[string]any{"fields": map[string]any{"a": 1}}, `fields: want a list of strings, not a table of keys`},
		{map[string]any{"strict": "yes"}, `strict: want true or false, not "yes"`},
		{map[string]any{"max": 1.5}, `max: want a whole number, not 1.5`},
		{map[string]any{"max": "3"}, `max: want a whole number, not "3"`},
		{map[string]any{"writer": true}, `writer: want a string, not true`},
		{map[string]any{"writer": []any{"w"}}, `writer: want a string, not a list`},
		{map[string]any{"max": -1, "writer": "w"}, `max: -1 is negative`},
	} {
		start := config{Writer: "kept"}
		got := start
		err := options.Decode(&got, c.settings)
		if err == nil || err.Error() != c.want {
			t.Errorf("%v: error %v, want %s", c.settings, err, c.want)
		}
		if diff := cmp.Diff(start, got); diff != "" {
			t.Errorf("%v: changed the configuration:\n%s", c.settings, diff)
		}
	}
}

func TestDecodeWithoutKeys(t *testing.T) {
	err := options.Decode(&struct{}{}, map[string]any{"a": 1})
	if want := `unknown key "a"; none is valid here`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestTable(t *testing.T) {
	want := map[string]any{"a": 1, "true": 2}
	for _, v := range []any{want, map[any]any{"a": 1, true: 2}} {
		got, err := options.Table(v)
		if err != nil {
			t.Errorf("%v: %v", v, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", v, diff)
		}
	}
	if got, err := options.Table(nil); len(got) != 0 || err != nil {
		t.Errorf("null: %v, %v", got, err)
	}
	for v, want := range map[any]string{
		"fields": `want a table of keys, not "fields"`,
		true:     `want a table of keys, not true`,
	} {
		if _, err := options.Table(v); err == nil || err.Error() != want {
			t.Errorf("%v: error %v, want %s", v, err, want)
		}
	}
}
