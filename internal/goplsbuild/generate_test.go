package goplsbuild

import (
	"go/format"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestGoMod(t *testing.T) {
	r := release{Version: "v0.23.0", Go: "1.26.0", Require: map[string]string{
		"golang.org/x/tools":     "v0.47.1-0.20260707181000-a299dadba899",
		"golang.org/x/sync":      "v0.21.0",
		"honnef.co/go/tools":     "v0.8.0-rc.1",
		"golang.org/x/telemetry": "v0.0.0-20260625142307-59b4966ccb57",
	}}
	for _, test := range []struct {
		name  string
		suite suite
		r     release
		want  string
	}{
		{"release", suite{version: "v0.1.0", goLine: "1.26.0"}, r, `module golang.org/x/tools/gopls/prodvet

go 1.26.0

require (
	github.com/prodvet/prodvet v0.1.0
	golang.org/x/tools/gopls v0.23.0
)

replace golang.org/x/tools => golang.org/x/tools v0.47.1-0.20260707181000-a299dadba899

replace honnef.co/go/tools => honnef.co/go/tools v0.8.0-rc.1
`},
		{"checkout with a newer go line", suite{version: "v0.0.0-checkout-012345678901", dir: "/home/me/my src/prodvet", goLine: "1.26.2"}, r, `module golang.org/x/tools/gopls/prodvet

go 1.26.2

require (
	github.com/prodvet/prodvet v0.0.0-checkout-012345678901
	golang.org/x/tools/gopls v0.23.0
)

replace github.com/prodvet/prodvet => "/home/me/my src/prodvet"

replace golang.org/x/tools => golang.org/x/tools v0.47.1-0.20260707181000-a299dadba899

replace honnef.co/go/tools => honnef.co/go/tools v0.8.0-rc.1
`},
		{"gopls without honnef", suite{version: "v0.1.0", goLine: "1.26.0"}, release{Version: "v0.30.0", Go: "1.29.0", Require: map[string]string{"golang.org/x/tools": "v0.60.0"}}, `module golang.org/x/tools/gopls/prodvet

go 1.29.0

require (
	github.com/prodvet/prodvet v0.1.0
	golang.org/x/tools/gopls v0.30.0
)

replace golang.org/x/tools => golang.org/x/tools v0.60.0
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, string(goMod(test.suite, test.r))); diff != "" {
				t.Errorf("go.mod (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWithoutTelemetry(t *testing.T) {
	const notThere = "no telemetry.Config with ReportCrashes and Upload is there to be switched off"
	for _, test := range []struct{ name, src, want, wantErr string }{
		{
			name: "both, in gopls's order",
			src: `package main

import "golang.org/x/telemetry"

func main() {
	telemetry.Start(telemetry.Config{
		ReportCrashes: true,
		Upload:        true,
	})
}
`,
			want: `package main

import "golang.org/x/telemetry"

func main() {
	telemetry.Start(telemetry.Config{
		ReportCrashes: false,
		Upload:        false,
	})
}
`,
		},
		{
			name: "other order and values",
			src:  `package main; var _ = &telemetry.Config{Upload: mode() == "on", LocalDir: "x", ReportCrashes: yes}`,
			want: `package main; var _ = &telemetry.Config{Upload: false, LocalDir: "x", ReportCrashes: false}`,
		},
		{name: "one is missing", src: `package main; var _ = telemetry.Config{Upload: true}`, wantErr: notThere},
		{name: "not there", src: "package main\n\nfunc main() { cmd.Main() }\n", wantErr: notThere},
		{name: "no Go", src: "package", wantErr: "main.go:1:8: expected 'IDENT', found 'EOF'"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := withoutTelemetry([]byte(test.src))
			checkError(t, err, test.wantErr)
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestProbe(t *testing.T) {
	const (
		noTable = "internal/settings has no variable AllAnalyzers"
		noField = "internal/settings has no type Analyzer with a field analyzer of type *analysis.Analyzer"
		record  = "type Analyzer struct { analyzer *analysis.Analyzer; severity int }\n"
	)
	for _, test := range []struct {
		name    string
		files   map[string]string
		wantErr string
	}{
		{"computed", map[string]string{"a.go": "package settings\nvar AllAnalyzers = initAnalyzers()\nfunc initAnalyzers() (res []*Analyzer) { return }\n", "b.go": "package settings\n" + record}, ""},
		{"typed", map[string]string{"a.go": "package settings\nvar AllAnalyzers []*Analyzer\n" + record}, ""},
		{"two fields of one type", map[string]string{"a.go": "package settings\nvar AllAnalyzers []*Analyzer\ntype Analyzer struct { wrapped, analyzer *analysis.Analyzer }\n"}, ""},
		{"map, as in old releases", map[string]string{"a.go": "package settings\nvar DefaultAnalyzers = map[string]*Analyzer{}\n" + record}, noTable},
		{"concatenated", map[string]string{"a.go": "package settings\nvar AllAnalyzers = slices.Concat(DefaultAnalyzers, StaticcheckAnalyzers)\n" + record}, ""},
		{"in a group", map[string]string{"a.go": "package settings\nvar (\n\tx, AllAnalyzers = f()\n)\n" + record}, ""},
		{"function of that name", map[string]string{"a.go": "package settings\nfunc AllAnalyzers() []*Analyzer { return nil }\n" + record}, noTable},
		{"local variable", map[string]string{"a.go": "package settings\nfunc f() { var AllAnalyzers []*Analyzer }\n" + record}, noTable},
		{"only in a test", map[string]string{"a_test.go": "package settings\nvar AllAnalyzers []*Analyzer\n" + record}, noTable},
		{"no field", map[string]string{"a.go": "package settings\nvar AllAnalyzers []*Analyzer\ntype Analyzer struct { Analyzer *analysis.Analyzer }\n"}, noField},
		{"field of another type", map[string]string{"a.go": "package settings\nvar AllAnalyzers []*Analyzer\ntype Analyzer struct { analyzer analysis.Analyzer }\n"}, noField},
		{"no struct", map[string]string{"a.go": "package settings\nvar AllAnalyzers []*Analyzer\ntype Analyzer interface{}\n"}, noField},
		{"no package", nil, noTable},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			writeFiles(t, dir, test.files)
			checkError(t, probe(dir), test.wantErr)
		})
	}
}

func TestGenerate(t *testing.T) {
	gopls := t.TempDir()
	files := map[string]string{
		"go.sum":                        "golang.org/x/tools v0.47.0 h1:x\n",
		"main.go":                       "package main\n\nvar _ = telemetry.Config{ReportCrashes: true, Upload: true}\n",
		"internal/settings/analysis.go": "package settings\n\nvar AllAnalyzers []*Analyzer\n\ntype Analyzer struct{ analyzer *analysis.Analyzer }\n",
	}
	writeFiles(t, gopls, files)
	r := release{Version: "v0.25.0", Go: "1.26.0", Dir: gopls}
	s := suite{version: "v0.1.0", goLine: "1.26.0"}
	set := settings{disabled: []string{"errenvelope"}, flags: map[string]map[string]string{"corswildcard": {"development": `a"b`, "a": "1"}}}

	dir := t.TempDir()
	if err := generate(dir, s, r, set); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"go.mod":   string(goMod(s, r)),
		"go.sum":   files["go.sum"],
		"main.go":  "package main\n\nvar _ = telemetry.Config{ReportCrashes: false, Upload: false}\n",
		"suite.go": string(suiteFile),
		"settings.go": `// Code generated by prodvet gopls build. DO NOT EDIT.

package main

var disabled = []string{"errenvelope"}

var flags = []struct{ rule, name, value string }{
	{"corswildcard", "a", "1"},
	{"corswildcard", "development", "a\"b"},
}
`,
	} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}

	writeFiles(t, gopls, map[string]string{"main.go": "package main\n"})
	checkError(t, generate(dir, s, r, set), "gopls v0.25.0: main.go: no telemetry.Config with ReportCrashes and Upload is there to be switched off; update prodvet, or build an older gopls with -gopls")
	writeFiles(t, gopls, map[string]string{"internal/settings/analysis.go": "package settings\n"})
	checkError(t, generate(dir, s, r, set), "gopls v0.25.0 is not made as this prodvet expects: internal/settings has no variable AllAnalyzers; update prodvet, or build an older gopls with -gopls")
}

// Files that are not seen as Go are not formatted by gofmt -l.
func TestTemplatesAreFormatted(t *testing.T) {
	for name, src := range map[string][]byte{"suite.go.txt": suiteFile, "sample.go.txt": sample} {
		got, err := format.Source(src)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if diff := cmp.Diff(string(src), string(got)); diff != "" {
			t.Errorf("%s is not formatted (-got +want):\n%s", name, diff)
		}
	}
}
