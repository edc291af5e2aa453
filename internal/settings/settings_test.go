package settings_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/settings"
)

func text(s string) settings.Value {
	return settings.Value{Items: []string{s}, Path: "config/production.yaml", Line: 3}
}

func list(items ...string) settings.Value {
	return settings.Value{Items: items, List: true, Path: "config/production.yaml", Line: 3}
}

func TestVariable(t *testing.T) {
	e := settings.New("production", map[string]settings.Value{"CORS_ORIGINS": text("*"), "REF": {Path: ".env", Line: 2}}, nil)
	if v, ok := e.Variable("CORS_ORIGINS"); !ok || !v.Known() || v.Items[0] != "*" {
		t.Errorf("CORS_ORIGINS: %v, %t", v, ok)
	}
	if v, ok := e.Variable("REF"); !ok || v.Known() {
		t.Errorf("a reference: %v, %t; want a value that is not known", v, ok)
	}
	for _, name := range []string{"cors_origins", "CORSORIGINS", "ORIGINS", ""} {
		if v, ok := e.Variable(name); ok {
			t.Errorf("%q finds %v", name, v)
		}
	}
}

func TestKey(t *testing.T) {
	e := settings.New("", map[string]settings.Value{
		"HTTP_ORIGINS": text("from a variable"),
		"LIMIT":        text("5"),
	}, map[string]settings.Value{
		"cors.allowed_origins": list("*"),
		"cors.empty":           list(),
		"server.http.host":     text("a"),
		"server.grpc.host":     text("b"),
		"name":                 text("top"),
		"database.name":        text("db"),
		"same.port":            text("80"),
		"other.port":           text("80"),
		"limit":                text("6"),
		"x.max-age":            text("dash"),
		"x.maxAge":             text("camel"),
	})
	for _, tt := range []struct {
		path []string
		want []string // nil: not found; "?": not known
	}{
		{[]string{"cors", "allowed_origins"}, []string{"*"}},
		{[]string{"cors.allowed_origins"}, []string{"*"}},
		{[]string{"CORS", "AllowedOrigins"}, []string{"*"}},
		{[]string{"allowed-origins"}, []string{"*"}},
		{[]string{"cors", "empty"}, []string{}},
		{[]string{"service", "cors", "allowed_origins"}, nil},
		{[]string{"origins"}, nil},
		{[]string{"http", "host"}, []string{"a"}},
		{[]string{"host"}, []string{"?"}},
		{[]string{"name"}, []string{"top"}},
		{[]string{"port"}, []string{"80"}},
		{[]string{"x", "max-age"}, []string{"dash"}},
		{[]string{"x", "MaxAge"}, []string{"?"}},
		{[]string{"HTTP_ORIGINS"}, []string{"from a variable"}},
		{[]string{"http.origins"}, []string{"from a variable"}},
		{[]string{"limit"}, []string{"?"}},
		{[]string{""}, nil},
		{nil, nil},
	} {
		v, ok := e.Key(tt.path...)
		var got []string
		switch {
		case ok && !v.Known():
			got = []string{"?"}
		case ok:
			got = append([]string{}, v.Items...)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Key(%q) (-want +got):\n%s", tt.path, diff)
		}
	}
}

func TestEmptyEnvironment(t *testing.T) {
	e := settings.New("", nil, nil)
	if _, ok := e.Key("a"); ok {
		t.Error("finds a key")
	}
	if _, ok := e.Variable("a"); ok {
		t.Error("finds a variable")
	}
}
