package goplsbuild

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCheckOutput(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "no", "prodvet-gopls")
	for _, test := range []struct{ output, wantErr string }{
		{filepath.Join(dir, "prodvet-gopls"), ""},
		{filepath.Join(dir, "gopls-prodvet.exe"), ""},
		{"prodvet-gopls", ""},
		{"", "no output file"},
		{"gopls", "the output must not be named gopls: editors update a gopls of that name to a stock one; name it prodvet-gopls"},
		{filepath.Join(dir, "GoPLS.exe"), "the output must not be named GoPLS.exe: editors update a gopls of that name to a stock one; name it prodvet-gopls"},
		{dir, "the output " + dir + " is a directory; name the file, as in " + filepath.Join(dir, "prodvet-gopls"+exeSuffix())},
		{missing, "the output " + missing + " is to be in " + filepath.Dir(missing) + ", which is no directory"},
	} {
		t.Run(test.output, func(t *testing.T) { checkError(t, checkOutput(test.output), test.wantErr) })
	}
}

// Build refuses a bad name before it does anything else.
func TestBuildRefusesOutput(t *testing.T) {
	err := Build(context.Background(), Options{Output: "gopls", Stderr: io.Discard})
	checkError(t, err, "the output must not be named gopls: editors update a gopls of that name to a stock one; name it prodvet-gopls")
}

func TestStaleRefusesOtherPrograms(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	_, err = Stale(context.Background(), exe, Options{Stderr: io.Discard})
	checkError(t, err, exe+" is not a gopls that prodvet has built: its main package is github.com/prodvet/prodvet/internal/goplsbuild.test")
}

func TestDifferences(t *testing.T) {
	p := &plan{
		tool:  &goCommand{version: "go1.26.8"},
		suite: suite{version: "v0.2.0"},
		gopls: release{Version: "v0.23.0"},
	}
	info := func(goVersion, gopls, suite string) *debug.BuildInfo {
		return &debug.BuildInfo{GoVersion: goVersion, Deps: []*debug.Module{{Path: goplsPath, Version: gopls}, {Path: suitePath, Version: suite}}}
	}
	for _, test := range []struct {
		name string
		info *debug.BuildInfo
		want []string
	}{
		{"up to date", info("go1.26.8", "v0.23.0", "v0.2.0"), nil},
		{"all old", info("go1.26.7", "v0.22.1", "v0.1.0"), []string{
			"gopls is v0.22.1; current is v0.23.0",
			"the suite is v0.1.0; current is v0.2.0",
			"Go is go1.26.7; current is go1.26.8",
		}},
		{"no dependencies", &debug.BuildInfo{GoVersion: "go1.26.8"}, []string{
			"gopls is missing; current is v0.23.0",
			"the suite is missing; current is v0.2.0",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, p.differences(test.info)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestKeepFlags(t *testing.T) {
	if got, want := keepFlags("-mod=vendor -modcacherw -tags=x -p=2"), "-modcacherw -p=2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCleanVersion(t *testing.T) {
	for in, want := range map[string]string{
		"go1.26.8":                 "go1.26.8",
		"go1.26.8 X:synctest":      "go1.26.8",
		"devel go1.27-b2a2b9c Fri": "go1.27-b2a2b9c",
	} {
		if got := cleanVersion(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestReported(t *testing.T) {
	line := markedLine([]byte("package main\n\nfunc main() { // reported\n}\n"))
	for out, want := range map[string]bool{
		"":                                     false,
		"/tmp/main.go:3:1-12: message\n":       true,
		"/tmp/main.go:30:1-12: message\n":      false,
		"/tmp/main.go:1:1: a\nmain.go:3:1: b":  true,
		"/tmp/other.go:3:1-12: main.go:3 is x": false,
	} {
		if got := reported([]byte(out), line); got != want {
			t.Errorf("%q: got %t, want %t", out, got, want)
		}
	}
}
