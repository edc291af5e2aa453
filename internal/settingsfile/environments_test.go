package settingsfile

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/prodvet/prodvet/internal/settings"
)

// module writes files, given as name and content in turn, to a new module.
func module(t testing.TB, files ...string) string {
	t.Helper()
	root := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(root, files[i])
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// answers returns what each environment says for the names: variables start
// with $.
func answers(envs []*settings.Environment, names ...string) []string {
	var out []string
	for _, e := range envs {
		line := e.Name
		for _, name := range names {
			v, ok := e.Key(name)
			if variable, is := strings.CutPrefix(name, "$"); is {
				v, ok = e.Variable(variable)
			}
			switch at := v.Path + ":" + string(rune('0'+v.Line)); {
			case !ok:
				line += " -"
			case !v.Known():
				line += " ?"
			default:
				line += " " + strings.Join(v.Items, ",") + "@" + at
			}
		}
		out = append(out, line)
	}
	return out
}

func TestEnvironments(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files []string
		ask   []string
		want  []string
	}{
		{"no files", []string{"main.go", "package main\n"}, []string{"$A", "a"}, nil},
		{"base only", []string{".env", "A=1\n", "config.yaml", "a: 2\n"}, []string{"$A", "a"}, []string{" 1@.env:1 ?"}},
		{"production over base", []string{
			".env", "A=1\nB=1\n",
			".env.production", "\nA=2\n",
			".env.development", "A=3\nC=3\n",
			"config/config.yaml", "cors: {x: 1, y: 1}\n",
			"config/production.yaml", "cors:\n  x: 2\n",
			"config/staging.yaml", "cors: {x: 3}\n",
		}, []string{"$A", "$B", "$C", "cors.x", "cors.y"}, []string{
			"production 2@.env.production:2 1@.env:2 - 2@config/production.yaml:2 1@config/config.yaml:1",
		}},
		{"two regions", []string{
			"config/base.yaml", "x: 1\ny: 1\n",
			"config/prod-eu.yaml", "x: 2\n",
			"config/prod-us.yaml", "y: 3\n",
		}, []string{"x", "y"}, []string{
			"prod-eu 2@config/prod-eu.yaml:1 1@config/base.yaml:2",
			"prod-us 1@config/base.yaml:1 3@config/prod-us.yaml:1",
		}},
		{"perhaps one deployment", []string{ // so what live.yaml says may hold for production too
			"config.yaml", "x: 1\ny: 1\n",
			"config/live.yaml", "x: 2\n",
			".env.prod", "A=1\n",
		}, []string{"x", "y", "$A"}, []string{
			"live 2@config/live.yaml:1 1@config.yaml:2 ?",
			"production ? 1@config.yaml:2 1@.env.prod:1",
		}},
		{"two spellings, one environment", []string{"config/prod.yaml", "x: 1\n", ".env.production", "A=1\n"}, []string{"x", "$A"}, []string{
			"production 1@config/prod.yaml:1 1@.env.production:1",
		}},
		{"folder of an environment", []string{"deploy/production/app.yaml", "x: 1\n", "deploy/production/eu/app.yaml", "x: 2\n", "deploy/dev/app.yaml", "x: 3\n"}, []string{"x"}, []string{
			"production 1@deploy/production/app.yaml:1",
			"production/eu 2@deploy/production/eu/app.yaml:1",
		}},
		{"files that disagree", []string{"a/.env", "A=1\nB=1\n", "b/.env", "A=2\nB=1\n"}, []string{"$A", "$B"}, []string{" ? 1@a/.env:2"}},
		{"defaults lie below", []string{"config/default.yaml", "x: 1\ny: 1\n", "config/app.yaml", "x: 2\n", "Dockerfile", "FROM x\nENV A=1\nENV B=1\n", ".env", "A=2\n"}, []string{"x", "y", "$A", "$B"}, []string{
			" 2@config/app.yaml:1 1@config/default.yaml:2 2@.env:1 1@Dockerfile:3",
		}},
		{"environments in one file", []string{
			"config.yaml", "development: {a: 1, b: 1}\nproduction: {a: 2}\ntest: 5\n", "conf/app.conf", "[dev]\nc = 1\n[prod]\nd = 1\n",
		}, []string{"a", "b", "test", "c", "d"}, []string{" 2@config.yaml:2 - 5@config.yaml:3 - 1@conf/app.conf:4"}},
		{"references", []string{
			".env.production", "O=https://x\nP=$O\n",
			"config.yaml", "a: ${O:-*}\nb: ${NONE:-*}\nc: ${NONE}\nd: '{{ .x }}'\ne: [\"${O}\", '*']\n",
		}, []string{"a", "b", "c", "d", "e", "$P"}, []string{
			"production https://x@.env.production:1 *@config.yaml:2 ? ? https://x,*@config.yaml:5 https://x@.env.production:1",
		}},
		{"compose with a .env file", []string{
			".env.prod", "O=https://x\n",
			"docker-compose.prod.yml", "services:\n  a:\n    environment:\n    - O\n    - P=${O:-*}\n    - Q=${NONE:-*}\n    - R\n",
			"docker-compose.yml", "services: {a: {environment: {O: '*'}}}\n",
		}, []string{"$O", "$P", "$Q", "$R"}, []string{
			"production https://x@.env.prod:1 https://x@.env.prod:1 *@docker-compose.prod.yml:6 ?",
		}},
		{"what does not parse is passed over", []string{"config/a.yaml", "{{ if x }}\na: [\n", "config/b.yaml", "x: 1\n"}, []string{"x"}, []string{" 1@config/b.yaml:1"}},
		{"other folders", []string{
			"vendor/config/a.yaml", "x: 1", "node_modules/a/config.json", `{"x": 1}`, "testdata/config.yaml", "x: 1", ".cache/config.yaml", "x: 1",
			"other/go.mod", "module o\n", "other/config.yaml", "x: 1", "web/src/data.json", `{"x": 1}`,
			"front/package.json", "{}", "front/.env.production", "x=1", "py/pyproject.toml", "", "py/.env", "x=1", "ui/package.json", "{}", "ui/ui.go", "package ui\n", "ui/src/a.ts", "", "ui/config/a.json", `{"x": 1}`, "front/config/a.json", `{"x": 1}`,
		}, []string{"x"}, nil},
		{"ignored by git", []string{
			".gitignore", ".env\n/config/*\n!/config/app.yaml\nbuild/\n", ".env", "A=1", "config/local.yaml", "x: 1", "config/app.yaml", "y: 1", "build/config.yaml", "z: 1",
			"sub/.gitignore", "*.toml\n", "sub/config.toml", "v = 1", "config.toml", "w = 1",
		}, []string{"$A", "x", "y", "z", "v", "w"}, []string{" - - 1@config/app.yaml:1 - - 1@config.toml:1"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			envs, err := Environments(module(t, tt.files...), Config{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, answers(envs, tt.ask...)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestIgnoredByTheRepository(t *testing.T) {
	repo := module(t, ".git/HEAD", "", ".gitignore", "*.env\n/svc/config.yaml\n/config.toml\n", "svc/a.env", "A=1\n", "svc/config.yaml", "x: 1\n", "svc/config.toml", "y = 1\n")
	envs, err := Environments(filepath.Join(repo, "svc"), Config{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{" - - 1@config.toml:1"}, answers(envs, "$A", "x", "y")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestUsersWord shows what each option does.
func TestUsersWord(t *testing.T) {
	root := module(t, ".gitignore", "secret.env\n",
		".env", "A=base\n", ".env.production", "A=prod\n", ".env.staging", "A=staging\n", "secret.env", "A=secret\n",
		"ops/eu-1/conf.yaml", "x: 1\n", "ops/eu-2/conf.yaml", "x: 2\n", "ops/README.md", "", ".hidden/a.yaml", "x: hidden\n", "testdata/a.yaml", "x: test\n")
	for _, tt := range []struct {
		name string
		cfg  Config
		want []string
	}{
		{"nothing", Config{}, []string{"production prod@.env.production:1 -"}},
		{"staging too", Config{Production: []string{"staging"}}, []string{"production prod@.env.production:1 -", "staging staging@.env.staging:1 -"}},
		{"staging only", Config{Production: []string{"staging"}, Development: []string{".env.production"}}, []string{"staging staging@.env.staging:1 -"}},
		{"without a file", Config{Exclude: []string{".env.production"}}, []string{" base@.env:1 -"}},
		{"other files", Config{Files: []string{"ops/**"}, Production: []string{"ops/eu-*/*"}}, []string{"eu-1 - 1@ops/eu-1/conf.yaml:1", "eu-2 - 2@ops/eu-2/conf.yaml:1"}},
		{"a word of two", Config{Files: []string{"ops/**"}, Production: []string{"eu-1"}, Development: []string{"eu-2"}}, []string{"eu-1 - 1@ops/eu-1/conf.yaml:1"}},
		{"an ignored file by its name", Config{Files: []string{"secret.env"}}, []string{" secret@secret.env:1 -"}},
		{"an ignored file by a pattern", Config{Files: []string{"*.env"}}, []string{" base@.env:1 -"}},
		{"a hidden folder", Config{Files: []string{".hidden/*.yaml"}}, []string{" - hidden@.hidden/a.yaml:1"}},
		{"everywhere is not in hidden folders", Config{Files: []string{"**/a.yaml"}}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if err := tt.cfg.Validate(); err != nil {
				t.Fatal(err)
			}
			envs, err := Environments(root, tt.cfg)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, answers(envs, "$A", "x")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestRole(t *testing.T) {
	roles := map[role]string{base: "base", below: "below", production: "production", development: "development"}
	for file, want := range map[string]string{
		".env":                         "base",
		".env.production":              "production production",
		".env.production.example":      "development",
		".env.production.local":        "development",
		".env.local":                   "development",
		".env.dist":                    "development",
		"prod.env":                     "production production",
		"config/prod-eu.yaml":          "production prod-eu",
		"config/products.yaml":         "base",
		"config/delivery.yaml":         "base",
		"application-prod.yml":         "production production",
		"config.production.json":       "production production",
		"api.production.yaml":          "production api-production",
		"deploy/prod/values.yaml":      "production production",
		"deploy/prod/eu/values.yaml":   "production production/eu",
		"deploy/values-prod.yaml":      "production production",
		"config/live.yaml":             "production live",
		"config/default.yaml":          "below",
		"config/default/app.yaml":      "base",
		"test/config/production.yaml":  "development",
		"config/staging.yaml":          "development",
		"docker-compose.yml":           "development",
		"docker-compose.prod.yml":      "production production",
		"compose.override.yaml":        "development",
		"Dockerfile":                   "base",
		"Dockerfile.dev":               "development",
		"deploy/overlays/Prod/env.yml": "production production",
	} {
		r, name := new(Config).roleOf(file)
		if got := strings.TrimSpace(roles[r] + " " + name); got != want {
			t.Errorf("%s is %s, want %s", file, got, want)
		}
	}
}

func TestUsualFiles(t *testing.T) {
	root := module(t)
	find := func(path string) bool {
		w := &walker{root: root, cfg: &Config{Production: []string{"**"}}}
		w.file(path, nil, true)
		return len(w.found) > 0
	}
	for _, path := range []string{".env", "a/b/.env.production", "app.env", "config.toml", "a/config.yml", "config-prod.json", "config.prod.json", "application-live.yaml", "appsettings.Production.json",
		"config/x/y.yaml", "internal/config/defaults.json", "etc/app.conf", "deploy/k8s/api.yaml", "Dockerfile", "cmd/api/Dockerfile", "compose.yaml", "docker-compose.prod.yml", "production.toml", "api.prod.yml", "fly.toml"} {
		if !find(path) {
			t.Errorf("%s is not found", path)
		}
	}
	for _, path := range []string{"main.go", "config.go", "config/config.go", "package.json", "web/data.json", ".golangci.yml", "README.md", "configure.yml", "openapi.yaml", "config"} {
		if find(path) {
			t.Errorf("%s is found", path)
		}
	}
}

func TestValidate(t *testing.T) {
	for pattern, want := range map[string]string{
		"":        `files: pattern "" is empty`,
		`a\b`:     `files: pattern "a\\b" has a \; folders are separated by /`,
		"../a":    `files: pattern "../a" is not below the module's root, to which patterns are relative`,
		"/etc/a":  `files: pattern "/etc/a" is not below the module's root, to which patterns are relative`,
		"a[":      `files: pattern "a[" is malformed`,
		"a/{b,c":  `files: pattern "a/{b,c" is malformed`,
		"a/**/*b": "",
	} {
		cfg := Config{Files: []string{pattern}}
		got := ""
		if err := cfg.Validate(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: error %s, want %s", pattern, got, want)
		}
	}
}

// TestBounds: what is too large is told of, and an error if the user names it.
func TestBounds(t *testing.T) {
	root := module(t, "config/data.json", `"`+strings.Repeat("x", maxSize)+`"`, "config/app.yaml", "x: 1\n")
	set, err := Read(root, Config{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"config/data.json: is larger than 1024 KiB, so it is not read as configuration; deployment.exclude silences this"}
	if diff := cmp.Diff(want, set.Notes()); diff != "" || len(set.files) != 1 {
		t.Errorf("%d files; notes (-want +got):\n%s", len(set.files), diff)
	}
	if set, err := Read(root, Config{Exclude: []string{"data.json"}}); err != nil || len(set.Notes()) > 0 {
		t.Errorf("excluded: %v, %v", set.Notes(), err)
	}
	if _, err := Read(root, Config{Files: []string{"config/*"}}); err == nil || !strings.HasSuffix(err.Error(), "data.json: is larger than 1024 KiB") {
		t.Errorf("named: error %v", err)
	}
	var many []string
	for i := range maxFiles + 1 {
		many = append(many, "config/"+strings.Repeat("x", i%100)+"/"+strings.Repeat("y", i/100+1)+".json", "{}")
	}
	root = module(t, many...)
	if set, err := Read(root, Config{}); err != nil || len(set.files) != 0 || len(set.Notes()) != 1 {
		t.Errorf("many: %v, %v", set, err)
	}
	if _, err := Read(root, Config{Files: []string{"config/**"}}); err == nil || err.Error() != "deployment.files: the patterns match more than 1000 files" {
		t.Errorf("many, named: error %v", err)
	}
}

// TestIdentity: it changes with the files that count, and only with those.
func TestIdentity(t *testing.T) {
	root := module(t, ".env", "A=1\n")
	id := func() string {
		set, err := Read(root, Config{})
		if err != nil {
			t.Fatal(err)
		}
		return string(set.Identity())
	}
	seen := []string{id()}
	change := func(what, name, text string, changes bool) {
		t.Helper()
		if text == "" {
			if err := os.Remove(filepath.Join(root, name)); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		switch now := id(); {
		case !changes && now != seen[len(seen)-1]:
			t.Errorf("%s: changed", what)
		case changes && slices.Contains(seen, now):
			t.Errorf("%s: not changed", what)
		default:
			seen = append(seen, now)
		}
	}
	change("edited", ".env", "A=2\n", true)
	change("added", ".env.production", "A=2\n", true)
	change("development's", ".env.local", "A=2\n", false)
	change("other", "a.go", "package a\n", false)
	change("removed", ".env", "", true)
}

func TestCheck(t *testing.T) {
	root := module(t, "config/a.yaml", "a: [\n", "config/b.env", "A=1\n?\n")
	set, err := Read(root, Config{Files: []string{"config/*", "none/*"}})
	if err != nil {
		t.Fatal(err)
	}
	err = set.Check()
	if err == nil || !strings.Contains(err.Error(), filepath.Join(root, "config/a.yaml")+":") || !strings.Contains(err.Error(), filepath.Join(root, "config/b.env")+`:2: want NAME=text, not "?"`) {
		t.Errorf("error %v", err)
	}
	if got := set.Unmatched(); !slices.Equal(got, []string{"none/*"}) {
		t.Errorf("unmatched: %v", got)
	}
	if set, err := Read(root, Config{}); err != nil || set.Check() != nil {
		t.Errorf("usual files: %v, %v", err, set.Check())
	}
}
