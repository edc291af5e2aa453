package goplsbuild

import (
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

// writeCheckout makes a directory that looks like a checkout.
func writeCheckout(t *testing.T, module string) string {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"go.mod":                          "module " + module + "\n\ngo 1.26.0\n",
		"analyzers/suite.go":              "package analyzers\n",
		"analyzers/rule/rule_test.go":     "package rule\n",
		"internal/x/x.go":                 "package x\n",
		"internal/x/testdata/a.txt":       "a\n",
		"testdata/go.mod":                 "module " + module + "/testdata\n",
		"testdata/goroutinerecover/ok.go": "package ok\n",
	})
	return dir
}

func TestFindSuite(t *testing.T) {
	dir := writeCheckout(t, suitePath)
	quoted := writeCheckout(t, `"`+suitePath+`" // the suite`)
	elsewhere := writeCheckout(t, "example.com/other")
	main := func(version, sum string) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Path: suitePath, Version: version, Sum: sum}}
	}
	tool := func(m debug.Module) *debug.BuildInfo {
		m.Path = suitePath
		return &debug.BuildInfo{Main: debug.Module{Path: "example.com/other", Version: "v1.0.0"}, Deps: []*debug.Module{{Path: "example.com/dep"}, &m}}
	}
	const pseudo = "v0.1.1-0.20261122094000-0123456789ab"

	for _, test := range []struct {
		name        string
		info        *debug.BuildInfo
		source, cwd string
		wantVersion string
		wantDir     string
		wantErr     string
	}{
		{"installed release", main("v0.1.0", "h1:x"), "", elsewhere, "v0.1.0", "", ""},
		{"installed release in a checkout", main("v0.1.0", "h1:x"), "", dir, "v0.1.0", "", ""},
		{"installed commit", main(pseudo, "h1:x"), "", elsewhere, pseudo, "", ""},
		{"checkout at a tag", main("v0.1.0", ""), "", elsewhere, "v0.1.0", "", ""},
		{"source beats the release", main("v0.1.0", "h1:x"), dir, elsewhere, "", dir, ""},
		{"checkout after a tag", main(pseudo, ""), "", dir, "", dir, ""},
		{"changed checkout at a tag", main("v0.1.0+dirty", ""), "", dir, "", dir, ""},
		{"go run", main("(devel)", ""), "", dir, "", dir, ""},
		{"below the checkout", main("(devel)", ""), "", filepath.Join(dir, "testdata", "goroutinerecover"), "", dir, ""},
		{"quoted module path", main("(devel)", ""), "", quoted, "", quoted, ""},
		{"no build info", nil, "", dir, "", dir, ""},
		{"go tool", tool(debug.Module{Version: "v0.2.0", Sum: "h1:x"}), "", elsewhere, "v0.2.0", "", ""},
		{"go tool with replace", tool(debug.Module{Version: "v0.2.0", Replace: &debug.Module{Path: "../prodvet"}}), "", dir, "", dir, ""},
		{"no checkout", main("(devel)", ""), "", elsewhere, "", "", "this prodvet was built from a checkout (its version is (devel)), and no checkout of github.com/prodvet/prodvet holds the working directory; pass -source DIR with a checkout's directory"},
		{"source without go.mod", main("v0.1.0", "h1:x"), filepath.Join(dir, "internal"), dir, "", "", "-source " + filepath.Join(dir, "internal") + ": there is no go.mod of module github.com/prodvet/prodvet"},
		{"source of another module", main("v0.1.0", "h1:x"), elsewhere, dir, "", "", "-source " + elsewhere + ": there is no go.mod of module github.com/prodvet/prodvet"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := findSuite(test.info, test.source, test.cwd)
			checkError(t, err, test.wantErr)
			if got.dir != test.wantDir {
				t.Errorf("directory %q, want %q", got.dir, test.wantDir)
			}
			if test.wantVersion != "" && got.version != test.wantVersion {
				t.Errorf("version %q, want %q", got.version, test.wantVersion)
			}
			if test.wantDir != "" && !strings.HasPrefix(got.version, "v0.0.0-checkout-") {
				t.Errorf("version %q of a checkout", got.version)
			}
		})
	}
}

func TestCheckoutVersion(t *testing.T) {
	version := func(dir string) string {
		s, err := checkout(dir)
		if err != nil {
			t.Fatal(err)
		}
		return s.version
	}
	dir := writeCheckout(t, suitePath)
	first := version(dir)
	if again := version(writeCheckout(t, suitePath)); again != first {
		t.Errorf("equal sources have the versions %s and %s", first, again)
	}
	writeFiles(t, dir, map[string]string{"analyzers/rule/rule_test.go": "package rule_test\n", "internal/x/testdata/a.txt": "b\n"})
	if got := version(dir); got != first {
		t.Errorf("changed tests change the version from %s to %s", first, got)
	}
	writeFiles(t, dir, map[string]string{"internal/x/x.go": "package x // changed\n"})
	if got := version(dir); got == first {
		t.Errorf("changed source has the same version %s", got)
	}
}
