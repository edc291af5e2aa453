package defaults

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/internal/values"
)

var (
	fset = token.NewFileSet()
	std  = importer.ForCompiler(fset, "source", nil) // what it has imported it keeps
)

// program holds packages of example.com/m that import each other by path.
type program struct {
	pkgs  map[string]*types.Package
	facts map[types.Object][]analysis.Fact
	keys  map[*types.Package]*Keys
	said  []string
}

func (p *program) Import(path string) (*types.Package, error) {
	if pkg, ok := p.pkgs[path]; ok {
		return pkg, nil
	}
	return std.Import(path)
}

// add analyses a package, whose path below the module is dir.
func (p *program) add(t *testing.T, dir, src string) *Result {
	t.Helper()
	path := "example.com/m/" + dir
	if strings.HasPrefix(dir, "github.com/") {
		path = dir
	}
	f, err := parser.ParseFile(fset, dir+".go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Instances: make(map[*ast.Ident]types.Instance),
		Uses: make(map[*ast.Ident]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}
	conf := types.Config{Importer: p}
	pkg, err := conf.Check(path, fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	p.pkgs[path] = pkg
	pass := &analysis.Pass{
		Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info, Module: &analysis.Module{Path: "example.com/m"},
		ImportObjectFact: func(obj types.Object, fact analysis.Fact) bool {
			for _, have := range p.facts[obj] {
				if reflect.TypeOf(have) == reflect.TypeOf(fact) {
					reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(have).Elem())
					return true
				}
			}
			return false
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			p.facts[obj] = append(p.facts[obj], fact)
			p.said = append(p.said, say(obj, fact))
		},
		ExportPackageFact: func(fact analysis.Fact) {
			p.keys[pkg] = fact.(*Keys)
			p.said = append(p.said, pkg.Name()+": "+fact.(*Keys).String())
		},
		AllPackageFacts: func() (all []analysis.PackageFact) {
			for _, i := range pkg.Imports() {
				if k := p.keys[i]; k != nil {
					all = append(all, analysis.PackageFact{Package: i, Fact: k})
				}
			}
			return all
		},
	}
	pass.ResultOf = map[*analysis.Analyzer]any{inspect.Analyzer: inspector.New(pass.Files)}
	pass.ResultOf[values.Analyzer], err = values.Analyzer.Run(pass)
	if err != nil {
		t.Fatal(err)
	}
	res, err := Analyzer.Run(pass)
	if err != nil {
		t.Fatal(err)
	}
	return res.(*Result)
}

func say(obj types.Object, fact analysis.Fact) string {
	switch fact := fact.(type) {
	case *Fallback:
		return fmt.Sprintf("%s: key %d, fallback %d", obj.Name(), fact.Key, fact.Fallback)
	case *Default:
		return fmt.Sprintf("%s: %s is %q %s", obj.Name(), fact.Key, text(fact.Known), fact.Place)
	}
	return ""
}

func newProgram() *program {
	return &program{make(map[string]*types.Package), make(map[types.Object][]analysis.Fact), make(map[*types.Package]*Keys), nil}
}

func facts(t *testing.T, src string) []string {
	t.Helper()
	p := newProgram()
	p.add(t, "p", src)
	slices.Sort(p.said)
	return p.said
}

func TestFallback(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"environment", `func F(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return def }`, "F: key 0, fallback 1"},
		{"looked up", `func F(key, def string) string { v, ok := os.LookupEnv(key); if !ok { return def }; return v }`, "F: key 0, fallback 1"},
		{"looked up, assigned", `func F(key, def string) string { v, ok := os.LookupEnv(key); if !ok { v = def }; return v }`, "F: key 0, fallback 1"},
		{"the other way round", `func F(def, key string) string { if v, ok := os.LookupEnv(key); ok && v != "" { return v }; return def }`, "F: key 1, fallback 0"},
		{"cmp.Or", `func F(key, def string) string { return cmp.Or(os.Getenv(key), def) }`, "F: key 0, fallback 1"},
		{"method", `type L struct{}; func (*L) F(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return def }`, "F: key 0, fallback 1"},
		{"with a prefix", `func F(key, def string) string { if v := os.Getenv("APP_"+key); v != "" { return v }; return def }`, "F: key -1, fallback 1"},
		{"one key", `func F(def string) string { if v := os.Getenv("ORIGIN"); v != "" { return v }; return def }`, "F: key -1, fallback 0"},
		{"list", `func F(key string, def []string, sep string) []string { v := f(key, ""); if v == "" { return def }; return strings.Split(v, sep) }
func f(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return def }`, "F: key 0, fallback 1"},
		{"list of a text", `func F(key, def string) []string { v := os.Getenv(key); if v == "" { v = def }; return strings.Split(v, ",") }`, "F: key 0, fallback 1"},
		{"variadic", `func F(key string, def ...string) string { if v := os.Getenv(key); v != "" { return v }; if len(def) > 0 { return def[0] }; return "" }`, "F: key 0, fallback 1"},
		{"bool", `func F(key string, def bool) bool { b, err := strconv.ParseBool(os.Getenv(key)); if err != nil { return def }; return b }`, "F: key 0, fallback 1"},
		{"bool, tested for being empty", `func F(key string, def bool) bool { v := os.Getenv(key); if v == "" { return def }; return v == "1" }`, "F: key 0, fallback 1"},
		{"generic", `func F[T any](key string, def T, parse func(string) (T, error)) T { v, ok := os.LookupEnv(key); if !ok { return def }; x, err := parse(v); if err != nil { return def }; return x }`, "F: key 0, fallback 1"},
		{"variable function", `var lookup = os.LookupEnv; func F(key, def string) string { if v, ok := lookup(key); ok { return v }; return def }`, "F: key 0, fallback 1"},
		{"trimmed", `func F(key, def string) string { v := strings.TrimSpace(os.Getenv(key)); if v == "" { return def }; return v }`, "F: key 0, fallback 1"},

		{"no environment", `func F(key, def string) string { if key == "" { return def }; return key }`, ""},
		{"a map", `func F(m map[string]string, key, def string) string { if v, ok := m[key]; ok { return v }; return def }`, ""},
		{"the wrong way round", `func F(key, def string) string { if v := os.Getenv(key); v != "" { return def }; return "" }`, ""},
		{"changed", `func F(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return strings.ToLower(def) }`, ""},
		{"one of two", `func F(key, a, b string) string { if v := os.Getenv(key); v != "" { return v }; if len(key) > 3 { return a }; return b }`, ""},
		{"something else, too", `func F(key, def string) string { if v := os.Getenv(key); v != "" { return v }; if len(key) > 3 { return "x" }; return def }`, ""},
		{"sets it", `func F(key, def string) string { os.Setenv(key, def); return def }`, ""},
		{"unexported", `func f(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return def }`, ""},
	} {
		got := facts(t, "package p\nimport (\"cmp\"; \"os\"; \"strings\"; \"strconv\")\nvar _, _, _, _ = cmp.Or[int], os.Args, strings.Split, strconv.Itoa\n"+test.src)
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s: got %q, want %q", test.name, s, test.want)
		}
	}
}

func TestDefault(t *testing.T) {
	const env = `
func env(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return def }
`
	for _, test := range []struct{ name, src, want string }{
		{"constructor", `type Config struct { Origins []string; Port int }
func New() *Config { return &Config{Origins: []string{"*"}} }`, `Origins: p.Config.Origins is "[*]" by default (p/p.go:5)`},
		{"nested", `type CORS struct { Allowed []string }; type Config struct { CORS CORS }
func New() *Config { return &Config{CORS: CORS{Allowed: []string{"*"}}} }`, `Allowed: p.CORS.Allowed is "[*]" by default (p/p.go:5)`},
		{"nested without a name", `type Config struct { CORS struct { Allowed []string } }
func New() *Config { c := &Config{}; c.CORS.Allowed = []string{"*"}; return c }`, `Allowed: p.Config.CORS.Allowed is "[*]" by default (p/p.go:5)`},
		{"environment", `type Config struct { Origins string }
func New() *Config { return &Config{Origins: env("CORS_ORIGINS", "*")} }`, `Origins: CORS_ORIGINS is "*" by default (p/p.go:5)`},
		{"environment, split", `type Config struct { Origins []string }
func New() *Config { c := new(Config); c.Origins = strings.Split(env("CORS_ORIGINS", "*"), ","); return c }`, `Origins: CORS_ORIGINS is "[*]" by default (p/p.go:5)`},
		{"environment, step by step", `type Config struct { Origin string }
func New() *Config { o := os.Getenv("ORIGIN"); if o == "" { o = "*" }; return &Config{o} }`, `Origin: ORIGIN is "*" by default (p/p.go:5)`},
		{"overridden by the environment", `type Config struct { Origins []string }
func New() (*Config, error) {
c := &Config{Origins: []string{"*"}}
if v := os.Getenv("ORIGINS"); v != "" { c.Origins = strings.Split(v, ",") }
return c, nil }`, `Origins: ORIGINS is "[*]" by default (p/p.go:6)`},
		{"filled in", `type Config struct { Origins []string }
func (c *Config) SetDefaults() { if len(c.Origins) == 0 { c.Origins = []string{"*"} } }
func New() *Config { c := &Config{}; c.SetDefaults(); return c }`, `Origins: p.Config.Origins is "[*]" by default (p/p.go:5)`},
		{"filled in by a helper", `type Config struct { Origins []string }
func defaults(c *Config) { c.Origins = []string{"*"} }
func New() *Config { c := &Config{}; defaults(c); return c }`, `Origins: p.Config.Origins is "[*]" by default (p/p.go:5)`},
		{"error on the way", `type Config struct { Origin string }
func New() (*Config, error) { if _, err := os.Getwd(); err != nil { return &Config{}, err }; return &Config{Origin: "*"}, nil }`, `Origin: p.Config.Origin is "*" by default (p/p.go:5)`},
		{"the same twice", `type Config struct { Origin string }
func A() Config { return Config{"*"} }
func B() Config { return Config{Origin: "*"} }`, `Origin: p.Config.Origin is "*" by default (p/p.go:5)`},
		{"another in development", `type Config struct { Origin string }
func New(dev bool) Config { c := Config{Origin: "*"}; if dev { c.Origin = "http://localhost:3000" }; return c }`, `Origin: p.Config.Origin is "*" by default (p/p.go:5)`},
		{"by the value", `type Config struct { Frontend string }
func New() Config { return Config{Frontend: env("FRONTEND_URL", "*")} }`, `Frontend: FRONTEND_URL is "*" by default (p/p.go:5)`},
		{"allowlist", `type Config struct { Origin string }
func New() Config { return Config{Origin: "https://app.example"} }`, `Origin: p.Config.Origin is "https://app.example" by default (p/p.go:5)`},
		{"bool", `type CORS struct { AllowAll bool }
func New() CORS { return CORS{AllowAll: true} }`, `AllowAll: p.CORS.AllowAll is "true" by default (p/p.go:5)`},
		{"variable", `var Origins = []string{"*"}`, `Origins: p.Origins is "[*]" by default (p/p.go:4)`},
		{"variable set in init", `var Origin string
func init() { Origin = env("ORIGIN", "*") }`, `Origin: ORIGIN is "*" by default (p/p.go:5)`},
		{"flag", `var Origin = flag.String("origin", "*", "")`, `Origin: -origin is "*" by default (p/p.go:4)`},
		{"function", `func Origins() []string { return []string{"*"} }`, `Origins: p.Origins() is "[*]" in p/p.go:4`},
		{"function of the environment", `func Origins() []string { return strings.Split(env("ORIGINS", "*"), ",") }`, `Origins: ORIGINS is "[*]" by default (p/p.go:4)`},
		{"method", `type c struct { o string }; func (*c) Origins() string { return "*" }`, `Origins: p.c.Origins() is "*" in p/p.go:4`},
		{"method of a field", `type C struct { o string }; func New() *C { return &C{env("ORIGIN", "*")} }
func (c *C) Origins() string { return c.o }`, `Origins: ORIGIN is "*" by default (p/p.go:4)`},
		{"function with an error", `func Origins() (string, error) { if os.Getenv("X") == "y" { return "", os.ErrInvalid }; return "*", nil }`, `Origins: p.Origins() is "*" in p/p.go:4`},
		{"flag variable", `var Origin string
func init() { flag.StringVar(&Origin, "origin", "*", "") }`, `Origin: -origin is "*" by default (p/p.go:5)`},
		{"flag of a field", `type Config struct { Origin string }
func New() *Config { c := &Config{}; flag.StringVar(&c.Origin, "origin", "*", ""); flag.Parse(); return c }`, `Origin: -origin is "*" by default (p/p.go:5)`},
		{"once", `var once sync.Once; var Origin string
func Load() { once.Do(func() { Origin = env("ORIGIN", "*") }) }`, `Origin: ORIGIN is "*" by default (p/p.go:5)`},

		{"tag, and overwritten in production", "type Config struct { Origin, Env string `default:\"*\"` }\n" + `func (c *Config) Check() { if c.Env == "production" { c.Origin = "https://app.example" } }`, `Origin:  is "" `},
		{"tag, and the same", "type Config struct { Origin string `default:\"*\"` }\n" + `func New() *Config { return &Config{Origin: "*"} }`, `Origin: p.Config.Origin is "*" by default (p/p.go:5)`},
		{"tag", "type Config struct { Origin string `default:\"*\"` }", ``},
		{"different", `type Config struct { Origin string }
func A() Config { return Config{"*"} }
func B() Config { return Config{"https://app.example"} }`, ""},
		{"overwritten in production", `type Config struct { Origin string }
func New(env string) Config { c := Config{Origin: "*"}; if env == "production" { c.Origin = "https://app.example" }; return c }`, ""},
		{"overwritten by what is unknown", `type Config struct { Origin string }
func New() Config { c := Config{Origin: "*"}; c.Origin = os.Args[0]; return c }`, ""},
		{"in development only", `type Config struct { Origin string }
func New(dev bool) Config { c := Config{}; if dev { c.Origin = "*" }; return c }`, ""},
		{"for development only", `type Config struct { Origin string }
func NewDevelopment() Config { return Config{Origin: "*"} }`, ""},
		{"left out elsewhere", `type Config struct { Origin string; Port int }
func A() Config { return Config{Origin: "*"} }
func B() Config { return Config{Port: 1} }`, ""},
		{"left out elsewhere, nested", `type CORS struct { Origin string }; type Config struct { CORS CORS; Port int }
func A() Config { return Config{CORS: CORS{Origin: "*"}} }
func B() Config { return Config{Port: 1} }`, ""},
		{"an option", `type Config struct { Origin string }
func Public() func(*Config) { return func(c *Config) { c.Origin = "*" } }`, ""},
		{"a setter", `type Config struct { Origin string }
func (c *Config) Open() { c.Origin = "*" }
func (c *Config) Close() { c.Origin = "" }`, ""},
		{"a setter that nobody here calls", `type Config struct { Origin string }
func (c *Config) Open() { c.Origin = "*" }`, ""},
		{"under a condition", `type Config struct { Origin string; Public bool }
func New(public bool) *Config { c := &Config{}; if public { c.Origin = "*" }; return c }`, ""},
		{"of a parameter", `type Config struct { Origin string }
func New(origin string) *Config { return &Config{Origin: origin} }`, ""},
		{"nothing about origins", `type Config struct { Name string }
func New() *Config { return &Config{Name: "x"} }
func Name() string { return "x" }`, ""},
		{"unexported", `type config struct { Origin string }
func load() *config { return &config{Origin: "*"} }`, ""},
		{"address taken", `type Config struct { Origin string }
func New() *Config { c := &Config{Origin: "*"}; set(&c.Origin); return c }
func set(*string) {}`, ""},
		{"function with a condition", `func Origin() string { if len(os.Args) > 1 { return "https://app.example" }; return "*" }`, ""},
		{"variable, changed", `var Origin = "*"
func Restrict() { Origin = "https://app.example" }`, ""},
		{"variable, never set", `var Origin string`, ""},
	} {
		got := facts(t, "package p\nimport (\"flag\"; \"os\"; \"strings\"; \"sync\"); var _, _, _, _ = flag.String, os.Args, strings.Split, sync.OnceFunc"+
			strings.ReplaceAll(env, "\n", ";")+"\n\n"+test.src)
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, s, test.want)
		}
	}
}

// A fact of one package is used by the facts of the next, and by its views.
func TestAcross(t *testing.T) {
	p := newProgram()
	p.add(t, "env", `package env
import "os"
func Get(key, def string) string { if v := os.Getenv(key); v != "" { return v }; return def }
`)
	p.add(t, "config", `package config
import ("example.com/m/env"; "strings")
type Config struct { Origins []string }
func Load() *Config { return &Config{Origins: strings.Split(env.Get("CORS_ORIGINS", "*"), ",")} }
func Look(name, def string) string { return env.Get(name, def) }
`)
	want := []string{
		"Get: key 0, fallback 1",
		"Look: key 0, fallback 1",
		`Origins: CORS_ORIGINS is "[*]" by default (config/config.go:4)`,
	}
	if diff := cmp.Diff(want, p.said); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

func TestKeys(t *testing.T) {
	p := newProgram()
	p.add(t, "github.com/spf13/viper", `package viper
func SetDefault(key string, value any) {}
func BindEnv(key ...string) error { return nil }
func GetString(key string) string { return "" }
`)
	p.add(t, "config", `package config
import "github.com/spf13/viper"
func Load(public, dev bool) {
viper.SetDefault("cors.Origins", []string{"*"})
viper.SetDefault("web", map[string]any{"origin": "*", "name": "x"})
viper.SetDefault("other.name", "x")
viper.SetDefault("twice.origin", "a")
viper.SetDefault("twice.origin", "b")
if public { viper.SetDefault("public.origin", "*") }
if dev { viper.SetDefault("dev.origin", "*") }
}
`)
	p.add(t, "app", `package app
import "example.com/m/config"
var _ = config.Load
var X int
`)
	r := p.add(t, "api", `package api
import ("example.com/m/app"; "example.com/m/config")
var _, _ = app.X, config.Load
`+"")
	if k, ok := r.KeyDefault("cors.origins"); !ok || k.Place != "by default (config/config.go:4)" || k.Key != "cors.Origins" {
		t.Errorf("cors.origins: %v, %v", k, ok)
	}
	want := []string{
		"config: keys: cors.origins=[*] web.origin=*",
		"app: keys: cors.origins=[*] web.origin=*",
		"api: keys: cors.origins=[*] web.origin=*",
	}
	if diff := cmp.Diff(want, p.said); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

// What is analysed twice is written the same.
func TestGob(t *testing.T) {
	for _, fact := range []analysis.Fact{
		&Default{values.Known{Items: []string{"*"}, List: true, Key: "CORS", Place: "by default"}}, &Fallback{Key: -1, Fallback: 2},
		&Keys{[]KeyDefault{{"cors.origins", values.Known{Items: []string{"*"}}}}},
	} {
		var buf bytes.Buffer
		if err := gob.NewEncoder(&buf).Encode(fact); err != nil {
			t.Fatal(err)
		}
		got := reflect.New(reflect.TypeOf(fact).Elem()).Interface()
		if err := gob.NewDecoder(&buf).Decode(got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(any(fact), got); diff != "" {
			t.Errorf("%T (-want +got):\n%s", fact, diff)
		}
	}
}
