package origins

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/prodvet/prodvet/internal/values"
)

// handler is a handler with a body, in which h(...).Set(...) or set(value) is where
// the header is written.
func handler(s string) string {
	return "func set(w http.ResponseWriter, v string)\nfunc handle(w http.ResponseWriter, r *http.Request) {\n" + s + "\n}"
}

var reachedTests = []struct{ name, src, want string }{
	{"at once", handler(`set(w, r.Header.Get("Origin"))`), "everyone https://evil.example"},
	{"through a variable", handler(`o := r.Header.Get("Origin"); set(w, o)`), "everyone https://evil.example"},
	{"not empty", handler(`if o := r.Header.Get("Origin"); o != "" { set(w, o) }`), "everyone https://evil.example"},
	{"star", handler(`set(w, "*")`), "everyone https://evil.example"},
	{"of a method", handler(`o := r.Header.Get("Origin"); if r.Method == "OPTIONS" { set(w, o) }`), "everyone https://evil.example"},
	{"of a path", handler(`if !strings.HasPrefix(r.URL.Path, "/api/") { return }; set(w, r.Header.Get("Origin"))`), "everyone https://evil.example"},
	{"suffix", handler(`o := r.Header.Get("Origin"); if strings.HasSuffix(o, "trusted.com") { set(w, o) }`), "loose https://eviltrusted.com"},
	{"flag set in a loop", handler(`o := r.Header.Get("Origin"); ok := false
for _, a := range []string{"https://a.com"} { if strings.HasPrefix(o, a) { ok = true; break } }
if !ok { http.Error(w, "no", 403); return }; set(w, o)`), "loose https://a.com.evil.example"},
	{"middleware", `func set(w http.ResponseWriter, v string)
func mw(next http.Handler, allowed []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o := r.Header.Get("Origin")
		for _, a := range allowed { if strings.Contains(o, a) { set(w, o) } }
		next.ServeHTTP(w, r) }) }`, "loose https://trusted.example.evil.example"},
	{"value of a helper", `func set(w http.ResponseWriter, v string)
func orStar(origin string) string { if origin == "" { return "*" }; return origin }
func handle(w http.ResponseWriter, r *http.Request) { set(w, orStar(r.Header.Get("Origin"))) }`, "everyone https://evil.example"},
	{"helper", `func set(w http.ResponseWriter, v string)
func allowed(r *http.Request) bool { return strings.Contains(r.Header.Get("Origin"), "trusted.com") }
func handle(w http.ResponseWriter, r *http.Request) { if allowed(r) { set(w, r.Header.Get("Origin")) } }`, "loose https://eviltrusted.com"},

	{"allowlist", handler(`o := r.Header.Get("Origin"); if o == "https://a.com" { set(w, o) }`), "tight"},
	{"allowlist in a loop", handler(`o := r.Header.Get("Origin"); for _, a := range strings.Split(os.Getenv("O"), ",") { if a == o { set(w, a); break } }`), "tight"},
	{"flag set in a loop, equal", handler(`o := r.Header.Get("Origin"); ok := false
for _, a := range []string{"https://a.com"} { if o == a { ok = true; break } }
if !ok { http.Error(w, "no", 403); return }; set(w, o)`), "tight"},
	{"replaced by the first", handler(`o := r.Header.Get("Origin"); if o != "https://a.com" { o = "https://b.com" }; set(w, o)`), "tight"},
	{"list of the server", `func set(w http.ResponseWriter, v string)
type server struct{ origins map[string]bool }
func (s *server) handle(w http.ResponseWriter, r *http.Request) { if o := r.Header.Get("Origin"); s.origins[o] { set(w, o) } }`, "tight"},
	{"never", handler(`return; set(w, "*")`), "tight"},
	{"development", handler(`if os.Getenv("ENV") == "dev" { set(w, r.Header.Get("Origin")) }`), "tight"},

	{"by a switch", handler(`if os.Getenv("CORS") == "1" { set(w, r.Header.Get("Origin")) }`), "unknown"},
	{"same host", handler(`o := r.Header.Get("Origin"); u, err := url.Parse(o); if err != nil || u.Host != r.Host { return }; set(w, o)`), "unknown"},
	{"one of the configuration", handler(`set(w, os.Getenv("ORIGIN"))`), "tight"},
	{"checked elsewhere", `func set(w http.ResponseWriter, v string)
func ok(r *http.Request) bool
func handle(w http.ResponseWriter, r *http.Request) { if ok(r) { set(w, r.Header.Get("Origin")) } }`, "unknown"},
	{"from the context", handler(`if r.Context().Value("ok") == true { set(w, r.Header.Get("Origin")) }`), "unknown"},
	{"select", handler(`select { case <-r.Context().Done(): return; default: }; set(w, r.Header.Get("Origin"))`), "unknown"},
	{"in a database", `func set(w http.ResponseWriter, v string)
type store interface{ Has(string) (bool, error) }
type server struct{ s store }
func (s *server) handle(w http.ResponseWriter, r *http.Request) { o := r.Header.Get("Origin"); if ok, err := s.s.Has(o); err != nil || !ok { return }; set(w, o) }`, "unknown"},
}

// site finds the call of set in a package.
func site(f *ast.File) *ast.CallExpr {
	var call *ast.CallExpr
	ast.Inspect(f, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			if id, ok := c.Fun.(*ast.Ident); ok && id.Name == "set" {
				call = c
			}
		}
		return true
	})
	return call
}

// readsOrigin reports whether e is a call of Header.Get.
func readsOrigin(e *Evaluator) func(ast.Expr) bool {
	return func(x ast.Expr) bool {
		call, ok := x.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return false
		}
		fn, ok := typeutil.Callee(e.info, call).(*types.Func)
		return ok && name(fn) == "net/http.Header.Get" && types.ExprString(call.Args[0]) == `"Origin"`
	}
}

func TestReached(t *testing.T) {
	for _, test := range reachedTests {
		t.Run(test.name, func(t *testing.T) {
			e, f := load(t, test.src, true)
			call := site(f)
			v := e.Reached(e.view.At(call), call.Args[1], readsOrigin(e)).Judge(false)
			if got := describe(v); got != test.want {
				t.Errorf("got %s (%+v), want %s", got, v, test.want)
			}
		})
	}
}

func TestCond(t *testing.T) {
	for _, test := range []struct{ name, cond, want string }{
		{"suffix", `strings.HasSuffix(o, "trusted.com")`, "loose https://eviltrusted.com"},
		{"suffix of the host", `strings.HasSuffix(u.Hostname(), "trusted.com")`, "loose https://eviltrusted.com"},
		{"not empty", `o != ""`, "everyone https://evil.example"},
		{"equal", `o == "https://trusted.com"`, "tight"},
		{"host", `u.Hostname() == "trusted.com"`, "tight"},
		{"found in a loop", `found`, "unknown"},
		{"both", `o != "" && allowed[o]`, "tight"},
		{"own host", `u.Host == r.Host`, "unknown"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e, f := load(t, handler(`o := r.Header.Get("Origin"); u, _ := url.Parse(o); allowed := map[string]bool{"https://a.com": true}
found := false; for a := range allowed { if a == o { found = true } }; _, _, _ = u, found, allowed
if `+test.cond+` { set(w, o) }; _ = strings.ToLower(o)`), true)
			cur := e.view.At(site(f))
			v := e.Cond(e.view.Conditions(cur), readsOrigin(e)).Judge(false)
			if got := describe(v); got != test.want {
				t.Errorf("got %s (%+v), want %s", got, v, test.want)
			}
		})
	}
}

func TestCondCases(t *testing.T) {
	e, f := load(t, handler(`switch o := r.Header.Get("Origin"); o { case "https://a.com", "null": set(w, o) }`), true)
	conds := e.view.Conditions(e.view.At(site(f)))
	if got := describe(e.Cond(conds, readsOrigin(e)).Judge(false)); got != "loose null" {
		t.Errorf("got %s for %v", got, conds)
	}
	if got := describe(e.Cond([]values.Condition{{}}, readsOrigin(e)).Judge(false)); !strings.HasPrefix(got, "unknown") && got != "tight" {
		t.Errorf("got %s for a condition that is none", got)
	}
}

// A header may be written without a call.
func TestReachedAssignment(t *testing.T) {
	e, f := load(t, handler(`if o := r.Header.Get("Origin"); strings.HasPrefix(o, "https://trusted.com") { w.Header()["Access-Control-Allow-Origin"] = []string{o} }`), true)
	var at *ast.AssignStmt
	ast.Inspect(f, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok {
			at = a
		}
		return true
	})
	value := at.Rhs[0].(*ast.CompositeLit).Elts[0]
	if got := describe(e.Reached(e.view.At(at), value, readsOrigin(e)).Judge(false)); got != "loose https://trusted.com.evil.example" {
		t.Errorf("got %s", got)
	}
}
