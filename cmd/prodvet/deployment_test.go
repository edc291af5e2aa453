package main_test

import (
	"strings"
	"testing"
)

const deployed = `package main

import (
	"net/http"
	"os"
	"strings"

	"example.com/m/config"
)

func byFile(cfg *config.Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", strings.Join(cfg.CORS.Origins, ","))
	}
}

func byVariable(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", os.Getenv("CORS_ORIGIN"))
}

func byDefault(w http.ResponseWriter, r *http.Request) {
	origin := os.Getenv("OTHER_ORIGIN")
	if origin == "" {
		origin = "*"
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
}

func main() {
	http.Handle("/", byFile(&config.Config{}))
}
`

const configType = "package config\n\ntype CORS struct {\n\tOrigins []string `yaml:\"allowed_origins\"`\n}\n\ntype Config struct {\n\tCORS CORS `yaml:\"cors\"`\n}\n"

// What the files say that a service is deployed with is what a policy is made
// of; an edit of one is noticed by the next run.
func TestDeployment(t *testing.T) {
	dir := module(t, "main.go", deployed, "config/config.go", configType,
		"config/production.yaml", "server:\n  port: 80\ncors:\n  allowed_origins:\n    - \"*\"\n",
		"config/development.yaml", "cors:\n  allowed_origins: [\"http://localhost:3000\"]\n",
		".env.production", "# production\nCORS_ORIGIN=\"*\"\n",
		".env.development", "CORS_ORIGIN=*\nOTHER_ORIGIN=*\n")
	const (
		file     = `main.go:13:62: cors.allowed_origins is "*" in config/production.yaml:5 and becomes Access-Control-Allow-Origin, so any site can read the responses`
		variable = `main.go:18:48: CORS_ORIGIN is "*" in .env.production:2 and becomes Access-Control-Allow-Origin, so any site can read the responses`
		fallback = `main.go:26:48: by default Access-Control-Allow-Origin is "*"`
	)
	expect := func(step string, want ...string) {
		t.Helper()
		o := prodvet(t, dir, "./...")
		for _, w := range want {
			if !strings.Contains(o.stdout, w) {
				t.Errorf("%s: no finding %q in\n%s%s", step, w, o.stdout, o.stderr)
			}
		}
		if got := strings.Count(o.stdout, "\n"); got != len(want) {
			t.Errorf("%s: %d lines, want %d:\n%s", step, got, len(want), o.stdout)
		}
	}
	expect("first", file, variable, fallback)
	write(t, dir, ".env.production", "CORS_ORIGIN=https://app.example\nOTHER_ORIGIN=https://app.example\n")
	expect("variables are set", file)
	write(t, dir, "config/production.yaml", "cors:\n  allowed_origins: [https://app.example]\n")
	expect("the key is set")
	write(t, dir, ".prodvet.yml", "deployment:\n  production: [\".env.development\"]\n")
	expect("the user says what is production", strings.Replace(variable, ".env.production:2", ".env.development:1", 1), "OTHER_ORIGIN is \"*\" in .env.development:2")
}
