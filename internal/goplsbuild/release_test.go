package goplsbuild

import (
	"errors"
	"testing"
)

// describe knows the go lines of a few releases.
func describe(v string) (release, error) {
	goLine, ok := map[string]string{
		"v0.23.0":       "1.26.0",
		"v0.23.1":       "1.26.0",
		"v0.24.0":       "1.27.0",
		"v0.25.0":       "1.27.3",
		"v0.26.0-pre.1": "1.26.0",
	}[v]
	if !ok {
		return release{}, errors.New("no release " + v)
	}
	return release{Version: v, Go: goLine}, nil
}

func TestChoose(t *testing.T) {
	all := []string{"v0.22.0", "v0.23.0-pre.2", "v0.23.0", "v0.23.1", "v0.24.0", "v0.25.0", "v0.26.0-pre.1"}
	for _, test := range []struct {
		name      string
		versions  []string
		goVersion string
		want      string
		wantErr   string
	}{
		{"newest", all, "go1.28.0", "v0.25.0", ""},
		{"go line at patch level", all, "go1.27.2", "v0.24.0", ""},
		{"older Go", all, "go1.26.8", "v0.23.1", ""},
		{"release candidate is older than the release", all, "go1.27rc1", "v0.23.1", ""},
		{"vendor's Go", all, "go1.27.0-bigcorp", "v0.24.0", ""},
		{"Go too old", all, "go1.25.3", "", "go1.25.3 is too old: gopls v0.25.0 needs Go 1.27.3, gopls v0.24.0 needs Go 1.27.0, gopls v0.23.1 needs Go 1.26.0, gopls v0.23.0 needs Go 1.26.0; install a newer Go"},
		{"only old releases", all[:2], "go1.26.8", "", "no release of gopls from v0.23.0 on is to be had; the suite needs one of them"},
		{"none", nil, "go1.26.8", "", "no release of gopls from v0.23.0 on is to be had; the suite needs one of them"},
		{"not described", []string{"v0.99.0"}, "go1.26.8", "", "no release v0.99.0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := choose(test.versions, test.goVersion, describe)
			checkError(t, err, test.wantErr)
			if got.Version != test.want {
				t.Errorf("got %q, want %q", got.Version, test.want)
			}
		})
	}
}

func TestForce(t *testing.T) {
	for _, test := range []struct{ version, want, wantErr string }{
		{"v0.23.0", "v0.23.0", ""},
		{"v0.26.0-pre.1", "v0.26.0-pre.1", ""},
		{"v0.24.0", "", "gopls v0.24.0 needs Go 1.27.0 or newer, but this is go1.26.8; install that Go, or leave out -gopls to build the newest gopls that fits"},
		{"v0.22.0", "", "-gopls v0.22.0: the suite needs gopls v0.23.0 or newer"},
		{"latest", "", "-gopls latest: not a version such as v0.23.0"},
		{"0.23.0", "", "-gopls 0.23.0: not a version such as v0.23.0"},
		{"v0.23", "", "-gopls v0.23: not a version such as v0.23.0"},
		{"v0.23.9", "", "no release v0.23.9"},
	} {
		t.Run(test.version, func(t *testing.T) {
			got, err := force(test.version, "go1.26.8", describe)
			checkError(t, err, test.wantErr)
			if got.Version != test.want {
				t.Errorf("got %q, want %q", got.Version, test.want)
			}
		})
	}
}

// checkError compares err's text with want; "" stands for no error.
func checkError(t *testing.T, err error, want string) {
	t.Helper()
	got := ""
	if err != nil {
		got = err.Error()
	}
	if got != want {
		t.Errorf("error:\n%s\nwant:\n%s", got, want)
	}
}
