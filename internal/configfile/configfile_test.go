package configfile

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/config"
	"github.com/prodvet/prodvet/internal/fixture"
)

var update = flag.Bool("update", false, "write the schema")

// write writes files, given as name and content in turn, to a new directory.
func write(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(dir, files[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoad(t *testing.T) {
	dir := write(t, Name, `
extends: team/base.yml
errenvelope:
  writers: [example.com/app/apierr.Write]
goroutinerecover:
`, "team/base.yml", `
disable: [corswildcard]
errenvelope:
  fields: [code, message]
  writers: [replaced.By]
`)
	f, err := Load(filepath.Join(dir, Name))
	if err != nil {
		t.Fatal(err)
	}
	var want config.Config
	want.Disable = []string{"corswildcard"}
	want.ErrEnvelope.Fields = []string{"code", "message"}
	want.ErrEnvelope.Writers = []string{"example.com/app/apierr.Write"}
	if diff := cmp.Diff(want, f.Config); diff != "" {
		t.Errorf("configuration (-want +got):\n%s", diff)
	}
	if len(f.Sources) != 2 {
		t.Errorf("%d files are part of the identity, want 2", len(f.Sources))
	}
}

// TestMistakes holds each mistake against the whole of its message; DIR stands
// for the directory of the file.
func TestMistakes(t *testing.T) {
	for _, tt := range []struct{ name, yaml, want string }{
		{"unknown key", "errenvelop: {}\n", `DIR/.prodvet.yml:1:1: unknown key "errenvelop"; did you mean "errenvelope"?`},
		{"unknown key in a section", "errenvelope:\n  feilds: [a]\n", `DIR/.prodvet.yml:2:3: errenvelope: unknown key "feilds"; did you mean "fields"?`},
		{"unknown rule", "disable: [corswildcrad]\n", `DIR/.prodvet.yml:1:11: disable: unknown rule "corswildcrad"; did you mean "corswildcard"?`},
		{"no list", "disable: corswildcard\n", `DIR/.prodvet.yml:1:10: disable: want a list of rules`},
		{"key twice", "disable: []\ndisable: []\n", `DIR/.prodvet.yml:2:1: key "disable" is already set in line 1`},
		{"section is a list", "errenvelope: [fields]\n", `DIR/.prodvet.yml:1:14: errenvelope: want keys and values`},
		{"no mapping", "- a\n", `DIR/.prodvet.yml:1:1: the configuration: want keys and values`},
		{"extends itself", "extends: .prodvet.yml\n", `DIR/.prodvet.yml:1:10: extends: .prodvet.yml extends itself`},
		{"extends nothing", "extends: no.yml\n", `DIR/.prodvet.yml:1:10: extends: open DIR/no.yml: no such file or directory`},
		{"unknown key about deployment", "deployment:\n  file: [a]\n", `DIR/.prodvet.yml:2:3: deployment: unknown key "file"; did you mean "files"?`},
		{"malformed pattern", "deployment:\n  files:\n    - config/[\n", `DIR/.prodvet.yml:2:3: deployment: files: pattern "config/[" is malformed`},
		{"all of them, in order", "x: 1\ncorswildcard:\n  y: 2\ndisable: [z]\n", `DIR/.prodvet.yml:1:1: unknown key "x"; valid are extends, disable, deployment, bodylimit, corswildcard, errenvelope, errleak, goroutinerecover, gracefulshutdown, middlewareorder, missingreturn, processexit
DIR/.prodvet.yml:3:3: corswildcard: unknown key "y"; valid are VALID
DIR/.prodvet.yml:4:11: disable: unknown rule "z"; valid are bodylimit, corswildcard, errenvelope, errleak, goroutinerecover, gracefulshutdown, middlewareorder, missingreturn, processexit`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := write(t, Name, tt.yaml)
			_, err := Load(filepath.Join(dir, Name))
			if err == nil {
				t.Fatal("no error")
			}
			got := strings.ReplaceAll(err.Error(), dir, "DIR")
			want, _, _ := strings.Cut(tt.want, "VALID")
			if !strings.HasPrefix(got, want) || want == tt.want && got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, tt.want)
			}
		})
	}
}

func TestSyntaxErrorHasALine(t *testing.T) {
	dir := write(t, Name, "disable:\n  - a\n - b\n")
	_, err := Load(filepath.Join(dir, Name))
	if err == nil || !strings.Contains(err.Error(), Name) || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("error %v names neither file nor line", err)
	}
}

func TestForDir(t *testing.T) {
	dir := write(t, "go.mod", "module m\n", Name, "disable: [corswildcard]\n", "a/b/x.go", "package b\n",
		"nested/go.mod", "module n\n", "nested/x.go", "package n\n",
		"wrong/go.mod", "module w\n", "wrong/.prodvet.yaml", "")
	for _, tt := range []struct {
		dir  string
		want int
	}{{".", 1}, {"a/b", 1}, {"nested", 0}} {
		f, err := ForDir(filepath.Join(dir, tt.dir))
		if err != nil {
			t.Error(err)
		} else if len(f.Config.Disable) != tt.want {
			t.Errorf("%s: configuration %v", tt.dir, f.Config)
		}
	}
	if _, err := ForDir(filepath.Join(dir, "wrong")); err == nil || !strings.Contains(err.Error(), "is not read; rename it to "+Name) {
		t.Errorf("a file with the wrong name gives %v", err)
	}
	t.Setenv(EnvPath, filepath.Join(dir, Name))
	if f, err := ForDir(filepath.Join(dir, "nested")); err != nil || len(f.Config.Disable) != 1 {
		t.Errorf("%s is not honoured: %v, %v", EnvPath, f, err)
	}
}

func TestAllReadsTheWorkspace(t *testing.T) {
	t.Setenv("GOWORK", "") // which the tests may run with switched off
	dir := write(t, "go.work", "go 1.26\nuse ./a\nuse ./b\n", "a/go.mod", "module a\n", "b/go.mod", "module b\n", "b/"+Name, "disable: []\n")
	files, err := All(filepath.Join(dir, "a"), "")
	if err != nil {
		t.Fatal(err)
	}
	var n int
	for _, f := range files {
		n += len(f.Sources)
	}
	if n != 1 {
		t.Errorf("%d files read, want b's", n)
	}
}

// TestSettings: what the section "deployment" says wrongly has a line, and so
// have mistakes in the files that it names.
func TestSettings(t *testing.T) {
	dir := write(t, "go.mod", "module m\n", "base.yml", "deployment:\n  files: ['none/*', 'bad.yaml']\n", "bad.yaml", "a: 1\n b: 2\n", ".env", "A=1\n", "config/bad.json", "{")
	for _, tt := range []struct{ yaml, want string }{
		{"", ""},
		{"deployment:\n", ""},
		{"deployment: {files: [.env]}\n", ""},
		{"deployment:\n  files:\n    - .env\n    - confg/*\n", `DIR/.prodvet.yml:4:7: deployment: files: pattern "confg/*" matches no file`},
		{"deployment: {files: [bad.yaml]}\n", "DIR/bad.yaml:2: "},
		{"extends: base.yml\ndeployment: {files: ['*.env']}\n", ""},
		{"extends: base.yml\n", "DIR/bad.yaml:2: "}, // none/* may match in other modules
	} {
		write := os.WriteFile(filepath.Join(dir, Name), []byte(tt.yaml), 0o666)
		f, err := ForDir(dir)
		if err != nil || write != nil {
			t.Fatal(err, write)
		}
		got := ""
		if _, err := f.Settings(); err != nil {
			got = strings.ReplaceAll(err.Error(), dir, "DIR")
		}
		if got != tt.want && (!strings.HasSuffix(tt.want, " ") || !strings.HasPrefix(got, tt.want) || strings.Contains(got, "\n")) {
			t.Errorf("%q: error %s, want %s", tt.yaml, got, tt.want)
		}
	}
}

func TestSchemaIsUpToDate(t *testing.T) {
	want, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(fixture.Root(t), "docs", "prodvet.schema.json")
	if *update {
		if err := os.WriteFile(path, want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is stale (-want +got); run: go test ./internal/configfile -update\n%s", path, diff)
	}
}

// FuzzLoad proves that no text makes the reader panic, and that what it
// accepts, it accepts without a mistake left unsaid.
func FuzzLoad(f *testing.F) {
	for _, seed := range []string{"", "disable: []", "errenvelope: {fields: [a, b]}", "a: &x [*x]", "? [a]: b", "<<: {disable: [corswildcard]}", "extends: ."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		dir := write(t, Name, text)
		if file, err := Load(filepath.Join(dir, Name)); err == nil && file == nil {
			t.Error("neither a configuration nor an error")
		}
	})
}
