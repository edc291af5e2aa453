package values

import (
	"strings"
	"testing"
)

// The calls of mark in one function, in their order: which of them run in
// development only.
func TestGates(t *testing.T) {
	for _, test := range []struct {
		name, src string
		want      []bool
	}{
		{"switch", `switch env { case "prod": mark(); case "dev", "local": mark(); case "test", "staging": mark(); default: mark() }`, []bool{false, true, false, true}},
		{"default first", `switch env { default: mark(); case "production": mark() }`, []bool{true, false}},
		{"switch without production", `switch env { case "a": mark(); default: mark() }`, []bool{false, false}},
		{"falls through from production", `switch env { case "prod": fallthrough; case "dev": mark() }`, []bool{false}},
		{"falls through from test", `switch env { case "test": fallthrough; case "dev": mark() }`, []bool{true}},
		{"falls through to the default", `switch env { case "prod": fallthrough; default: mark() }`, []bool{false}},
		{"switch of conditions", `switch { case isProd: mark(); case other: mark() }`, []bool{false, true}},
		{"early return", `if env == "production" { mark(); return }; mark()`, []bool{false, true}},
		{"early return, the other way", `if env != "production" { mark(); return }; mark()`, []bool{true, false}},
		{"no return", `if env == "production" { mark() }; mark()`, []bool{false, false}},
		{"return in one branch", `if env == "production" { if other { return } }; mark()`, []bool{false}},
		{"else", `if isProd { mark() } else if other { mark() } else { mark() }`, []bool{false, true, true}},
		{"fatal in production", `if isProd { log.Fatal("no") }; mark()`, []bool{true}},
		{"exit in production", `if isProd { os.Exit(1) }; mark()`, []bool{true}},
		{"printed in production", `if isProd { log.Print("no") }; mark()`, []bool{false}},
		{"panic", `if !isDev { panic("no") }; mark()`, []bool{true}},
		{"pointer", `if *devMode { mark() } else { mark() }`, []bool{true, false}},
		{"flag", `if *relaxed { mark() }`, []bool{false}},
		{"method", `if cfg.IsDevelopment() { mark() } else { mark() }`, []bool{true, false}},
		{"method, the name in the argument", `if cfg.Is("production") { mark() } else { mark() }`, []bool{false, true}},
		{"field", `if cfg.Dev { mark() }; if !cfg.Production { mark() }; if cfg.Production == false { mark() }`, []bool{true, true, true}},
		{"map", `if devEnvs[env] { mark() }`, []bool{true}},
		{"loop", `for range 3 { if isProd { continue }; mark() }`, []bool{true}},
		{"goto the end of the round", `for range 3 { if isDev { break }; mark() }`, []bool{false}},
		{"variable", `local := env == "dev" || env == "test"; if local { mark() }; yes := env == "dev"; if yes { mark() }`, []bool{true, true}},
		{"variable, the other way", `no := env == "production"; if no { mark() } else { mark() }`, []bool{false, true}},
		{"variable, assigned twice", `yes := env == "dev"; if other { yes = true }; if yes { mark() }`, []bool{false}},
		{"closure", `if isProd { return }; func() { mark() }()`, []bool{true}},
		{"wrong way round", `if env == "production" { mark() }; if !isDev { mark() }; if env != "dev" { mark() }`, []bool{false, false, false}},
		{"not this", `if isDev && other { mark() }; if isDev || other { mark() }; if !(isProd || other) { mark() }; if !(isProd && other) { mark() }`, []bool{true, false, true, false}},
		{"staging", `if env == "staging" { mark() }; if env != "staging" { mark() }`, []bool{false, false}},
		{"empty", `if env == "" { mark() }`, []bool{false}},
		{"words", `if latest || device || contest { mark() }; if producer { mark() }; if !provided { mark() }`, []bool{false, false, false}},
		{"environment", `if os.Getenv("APP_ENV") == "local" { mark() }; if os.Getenv("DEBUG") != "" { mark() }; if _, ok := os.LookupEnv("X"); ok { mark() }`, []bool{true, true, false}},
		{"text", `if strings.Contains(env, "prod") { mark() } else { mark() }; if strings.ToLower(env) == "dev" { mark() }`, []bool{false, true, true}},
		{"list", `if slices.Contains([]string{"prod", "production"}, env) { mark() } else { mark() }`, []bool{false, true}},
		{"mixed list", `if slices.Contains([]string{"dev", "staging"}, env) { mark() }`, []bool{false}},
	} {
		v, f := load(t, `package p
import ("flag"; "log"; "os"; "slices"; "strings")
var _, _, _, _, _ = flag.Bool, log.Print, os.Exit, slices.Contains[[]string], strings.Contains
var devMode, relaxed = flag.Bool("dev", false, ""), flag.Bool("relaxed", false, "")
var devEnvs map[string]bool
type conf struct { Env string; Dev, Production bool }
func (conf) IsDevelopment() bool { return false }
func (conf) Is(env string) bool { return false }
func mark() {}
func f(env string, cfg conf, isDev, isProd, other, latest, device, contest, producer, provided bool) {
`+test.src+`
}`)
		for i, call := range marks(f) {
			if got := v.InDevelopment(v.At(call)); got != test.want[i] {
				t.Errorf("%s: call %d: in development %t, want %t", test.name, i, got, test.want[i])
			}
		}
	}
}

// What is not part of a production build, or is used in development only.
func TestExcluded(t *testing.T) {
	for _, test := range []struct {
		name, src             string
		excluded, development bool
	}{
		{"plain", "package p", false, false},
		{"tag", "//go:build dev\n\npackage p", true, true},
		{"not production", "//go:build !production && linux\n\npackage p", true, true},
		{"not development", "//go:build !dev\n\npackage p", false, false},
		{"either", "//go:build dev || linux\n\npackage p", false, false},
		{"both kinds", "//go:build debug || test\n\npackage p", true, true},
		{"production", "//go:build prod\n\npackage p", false, false},
		{"in the package comment", "// Package p.\n//\n//\t//go:build dev\npackage p", false, false},
		{"function", "package p\nfunc devHandler() { mark() }", false, true},
		{"debug handler", "package p\nfunc debugHandler() { mark() }", false, false},
		{"used in development", "package p\nfunc relax() { mark() }\nfunc F(isDev bool) { if isDev { relax() } }", false, true},
		{"used elsewhere, too", "package p\nfunc relax() { mark() }\nfunc F(isDev bool) { if isDev { relax() }; relax() }", false, false},
		{"passed elsewhere, too", "package p\nfunc relax() { mark() }\nvar X = relax\nfunc F(isDev bool) { if isDev { relax() } }", false, false},
		{"exported", "package p\nfunc Relax() { mark() }\nfunc F(isDev bool) { if isDev { Relax() } }", false, false},
	} {
		src := test.src + "\nfunc mark() {}\n"
		if !strings.Contains(test.src, "mark()") {
			src += "func g() { mark() }\n"
		}
		v, f := load(t, src)
		cur := v.At(marks(f)[0])
		if got := v.Excluded(cur); got != test.excluded {
			t.Errorf("%s: excluded %t, want %t", test.name, got, test.excluded)
		}
		if got := v.InDevelopment(cur); got != test.development {
			t.Errorf("%s: in development %t, want %t", test.name, got, test.development)
		}
	}
}
