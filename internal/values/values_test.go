package values

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
)

var (
	fset = token.NewFileSet()
	std  = importer.ForCompiler(fset, "source", nil) // what it has imported it keeps
)

// load type-checks a package of one file and returns its view in production.
func load(t *testing.T, src string) (*View, *ast.File) {
	t.Helper()
	f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}
	conf := types.Config{Importer: std}
	pkg, err := conf.Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info}
	pass.ResultOf = map[*analysis.Analyzer]any{inspect.Analyzer: inspector.New(pass.Files)}
	res, err := run(pass)
	if err != nil {
		t.Fatal(err)
	}
	return res.(*Result).Production(nil, nil), f
}

// marks returns the arguments of the calls of a function named mark.
func marks(f *ast.File) []*ast.CallExpr {
	var calls []*ast.CallExpr
	ast.Inspect(f, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "mark" {
				calls = append(calls, call)
			}
		}
		return true
	})
	return calls
}

func TestWords(t *testing.T) {
	for name, want := range map[string]string{
		"isDev":         "is dev",
		"APIKeyForDev":  "api key for dev",
		"is_dev-mode":   "is dev mode",
		"DEBUG":         "debug",
		"cfg.IsE2E":     "cfg is e2e",
		"latestDevice":  "latest device",
		"":              "",
		"entwicklungÄÖ": "entwicklung äö",
	} {
		if got := strings.Join(Words(name), " "); got != want {
			t.Errorf("Words(%q) = %q, want %q", name, got, want)
		}
	}
}

// What a condition tells is seen by the code in its two branches.
func TestDevelopment(t *testing.T) {
	for _, test := range []struct {
		cond          string
		ifTrue, ifNot bool
	}{
		{`isDev`, true, false},
		{`!isDev`, false, true},
		{`production`, false, true},
		{`notProduction`, true, false},
		{`isDev && other`, true, false},
		{`isDev || other`, false, false},
		{`!isDev || other`, false, true},
		{`!(isDev && other)`, false, true},
		{`env == "dev"`, true, false},
		{`env != "dev"`, false, true},
		{`"production" == env`, false, true},
		{`env != "production"`, true, false},
		{`env == "staging"`, false, false},
		{`env == ""`, false, false},
		{`env == "dev" || env == "test"`, true, false},
		{`env == "dev" || env == "staging"`, false, false},
		{`strings.HasPrefix(env, "dev")`, true, false},
		{`os.Getenv("DEBUG") == "1"`, true, false},
		{`os.Getenv("DEBUG") == ""`, false, true},
		{`os.Getenv("DEBUG") != ""`, true, false},
		{`os.Getenv("PROD") == "true"`, false, true},
		{`latest`, false, false},
		{`relaxed`, true, false},
	} {
		v, f := load(t, `package p
import ("os"; "strings")
var _, _ = os.Getenv, strings.HasPrefix
func mark() {}
func f(env string, isDev, production, notProduction, other, latest bool) {
	relaxed := env == "dev"
	_ = relaxed
	if `+test.cond+` { mark() } else { mark() }
}`)
		calls := marks(f)
		gotTrue, gotNot := v.InDevelopment(v.At(calls[0])), v.InDevelopment(v.At(calls[1]))
		if gotTrue != test.ifTrue || gotNot != test.ifNot {
			t.Errorf("%s: in development %t, else %t; want %t, %t", test.cond, gotTrue, gotNot, test.ifTrue, test.ifNot)
		}
	}
}

func TestSources(t *testing.T) {
	v, f := load(t, `package p
import "os"
func mark(...any) {}
const dev = "dev"
var once = "once"
var Config = "exported"
type conf struct { name string; set string; deep struct{ x string } }
func newConf() *conf { return &conf{name: "n", set: "s"} }
func (c *conf) change() { c.set = os.Args[0] }
func id(s string) string { return s }
func f(env string, cond bool, c *conf) {
	a := "a"
	mark(a)
	if cond { a = "b" }
	mark(a)
	a = "c"
	mark(a)
	if env == dev { a = "d" }
	mark(a)
	if env == "prod" { a = "e" }
	mark(a)
	for range 3 { mark(a); a = "f" }
	mark(once, Config, c.name, c.set)
	var zero string
	mark(zero)
	p := &conf{name: "x"}
	p.name = "y"
	mark(p.name, p.set)
	q := conf{name: "q"}
	use(&q)
	mark(q.name)
	mark(id("arg"))
	if cond { a = "g"; return }
	mark(a)
	n, _ := named(cond)
	mark(n.name)
	var r conf
	fill(&r)
	mark(r.name, r.set)
	mark(variadic("v", "w"), "x"+id("y"))
	one(a, "1")
}
func named(cond bool) (c conf, err error) { if cond { return conf{}, os.ErrClosed }; c.name = "z"; return }
func fill(c *conf) { c.name = "filled"; if c.set == "" { c.set = "empty" } }
func variadic(first string, more ...string) string { return more[0] }
func one(x, y string) { mark(y) }
func use(*conf) {}`)
	var got []string
	for _, call := range marks(f) {
		for _, arg := range call.Args {
			var vals []string
			for _, val := range v.Sources(arg) {
				switch {
				case val.Zero():
					vals = append(vals, "zero")
				case v.ConstantOf(val, nil) != nil:
					vals = append(vals, v.ConstantOf(val, nil).ExactString())
				default:
					vals = append(vals, types.ExprString(val.Expr))
				}
			}
			got = append(got, types.ExprString(arg)+": "+strings.Join(vals, " "))
		}
	}
	want := []string{
		`a: "a"`,
		`a: "a" "b"`,
		`a: "c"`,
		`a: "c"`,
		`a: "e"`,
		`a: "e" "f"`,
		`once: "once"`, `Config: "exported"`, `c.name: "n" "x" "y" "q" "z" "filled" zero`, `c.set: "s" os.Args[0] "empty" zero zero zero`,
		`zero: zero`,
		`p.name: "y"`, `p.set: zero`,
		`q.name: "q"`, // use does not set it
		`id("arg"): "arg"`,
		`a: "e" "f"`,
		`n.name: "z"`,
		`r.name: "filled"`, `r.set: "empty"`,
		`variadic("v", "w"): "w"`, `"x" + id("y"): "xy"`,
		`y: "1"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

func TestByDefault(t *testing.T) {
	v, f := load(t, `package p
import ("cmp"; "flag"; "os")
func mark(...any) {}
var name = flag.String("name", "flag", "")
func env(key, fallback string) string { if v, ok := os.LookupEnv(key); ok { return v }; return fallback }
func f() {
	a := os.Getenv("A")
	if a == "" { a = "a" }
	mark(a)
	mark(env("B", "b"))
	mark(*name)
	mark(cmp.Or(os.Getenv("C"), "c"))
	b := "b"
	if len(os.Getenv("D")) > 0 { b = "d" }
	mark(b)
}`)
	for i, want := range []string{`"a"`, `"b"`, `"flag"`, `"c"`, `"b"`} {
		arg := marks(f)[i].Args[0]
		if c := v.ByDefault().Constant(arg); c == nil || c.ExactString() != want {
			t.Errorf("%s is %v by default, want %s", types.ExprString(arg), c, want)
		}
		if c := v.Constant(arg); c != nil {
			t.Errorf("%s is always %v, want nothing", types.ExprString(arg), c)
		}
	}
}

// Functions that call each other in many ways must not take exponential time.
func TestManyCalls(t *testing.T) {
	var src strings.Builder
	src.WriteString("package p\nimport (\"os\"; \"strings\")\nfunc mark(...any) {}\n")
	for i := range 12 {
		fmt.Fprintf(&src, "func f%d(k, d string, l []string) []string { if v := os.Getenv(k); v != \"\" { return f%d(v, d, f%d(d, k, l)) }\n", i, (i+1)%12, (i+5)%12)
		fmt.Fprintf(&src, "for _, x := range f%d(d, k, l) { for _, y := range f%d(x, d, l) { l = append(l, strings.TrimSpace(x+y)) } }; return f%d(d, k, l) }\n", (i+2)%12, (i+3)%12, (i+7)%12)
	}
	src.WriteString("func g() { mark(f0(\"A\", \"*\", []string{\"*\", \"a\", \"b\"})) }")
	v, f := load(t, src.String())
	arg := marks(f)[0].Args[0]
	start := time.Now()
	for _, v := range []*View{v, v.ByDefault(), v.Configured(inEnvironment())} {
		for _, val := range v.Sources(arg) {
			v.List(val)
		}
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("took %v", d)
	}
}

// A long chain of conditions must not take exponential time.
func TestLongFunction(t *testing.T) {
	var src strings.Builder
	src.WriteString("package p\nfunc mark(...any) {}\nfunc f(x, y string) {\n")
	for range 60 {
		src.WriteString("if x == \"a\" { x = y }\nif y == x { y = x }\n")
	}
	src.WriteString("mark(x)\n}")
	v, f := load(t, src.String())
	arg := marks(f)[0].Args[0]
	if c := v.ByDefault().Constant(arg); c != nil {
		t.Errorf("got %v", c)
	}
}
