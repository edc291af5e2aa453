package vetunit

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/prodvet/prodvet/internal/fixture"
)

func TestMentions(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		want      bool
	}{
		{"writes an error", "package p\nimport \"net/http\"\nfunc Fail(w http.ResponseWriter) {\n\thttp.Error(w, \"no\", 500)\n}\n", true},
		{"wraps a handler and recovers", "package p\nimport \"net/http\"\nfunc Wrap(next http.Handler) http.Handler {\n\tdefer func() { recover() }()\n\treturn next\n}\n", true},
		{"recovers when deferred", "package p\n\nfunc Recover() {\n\tif v := recover(); v != nil {\n\t}\n}\n", true},
		{"recovers when deferred, one line", "package p\n\nfunc Recover() { recover() }\n", true},
		{"method recovers when deferred", "package p\n\nfunc (h *Hub) Recover() {\n\trecover()\n}\n", true},
		{"runs its argument", "package p\n\nfunc Go(f func()) {\n\tgo f()\n}\n", true},
		{"runs its argument, generic", "package p\n\nfunc Go[T any](f func(T), v T) {\n\tgo f(v)\n}\n", true},
		{"runs its argument, parameters on lines", "package p\n\nfunc Go(\n\tname string,\n\tf func(),\n) {\n\tgo f()\n}\n", true},
		{"runs its argument, of a named type", "package p\n\ntype Task func()\n\nfunc Go(t Task) {\n\tgo t()\n}\n", true},
		{"runs its argument through a helper", "package p\n\nfunc Go(f func()) {\n\tstart(f)\n}\n\nfunc start(f func()) {\n\tgo f()\n}\n", true},
		{"runs its argument, method on one line", "package p\n\nfunc (p *Pool) Go(f func()) { go f() }\n", true},
		{"middleware that recovers", "package p\n\nimport \"net/http\"\n\nfunc Recover(next http.Handler) http.Handler {\n\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n\t\tdefer func() { recover() }()\n\t\tnext.ServeHTTP(w, r)\n\t})\n}\n", true},
		{"imports a framework", "package p\n\nimport \"github.com/gin-gonic/gin\"\n\nvar _ = gin.H{}\n", true},

		{"nothing", "package p\n\nfunc Add(a, b int) int { return a + b }\n", false},
		{"protects itself only", "package p\n\nfunc Parse(s string) {\n\tdefer func() {\n\t\trecover()\n\t}()\n}\n", false},
		{"unexported recovery", "package p\n\nfunc handle() {\n\trecover()\n}\n", false},
		{"goroutines of its own", "package p\n\nfunc Start(n int) {\n\tgo loop(n)\n}\n", false},
		{"takes a function, and starts another", "package p\n\nfunc Each(f func()) {\n\tf()\n}\n\nfunc Start() {\n\tgo loop()\n}\n", false},
		{"serves, and answers errors itself", "package p\n\nimport \"net/http\"\n\nfunc (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {\n\thttp.Error(w, \"no\", 500)\n}\n", false},
		{"tests a handler", "package p\n\nimport \"net/http\"\n\nfunc Assert(t T, h http.HandlerFunc) {\n\tdefer func() { recover() }()\n}\n", false},
		{"a logger that ends the process", "package p\n\nimport \"os\"\n\nfunc Fatal(s string) { log(s, 3) }\n\nfunc log(s string, level int) {\n\tos.Exit(1)\n}\n", true},
		{"ends the process", "package p\n\nimport \"os\"\n\nfunc Xexit(code int) {\n\tos.Exit(code)\n}\n", false},
		{"speaks of a writer only", "package p\n\nimport \"net/http\"\n\nfunc Wrap(w http.ResponseWriter) http.ResponseWriter { return w }\n", false},
	} {
		if got := mentions([][]byte{[]byte(tt.src)}); got != tt.want {
			t.Errorf("%s: mentions = %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestLooksUp(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		want      bool
	}{
		{"looks up, with a fallback", "package p\n\nimport \"os\"\n\nfunc Get(key, fallback string) string {\n\tif v := os.Getenv(key); v != \"\" {\n\t\treturn v\n\t}\n\treturn fallback\n}\n", true},
		{"looks up, with a fallback of any type", "package p\n\nimport \"os\"\n\nfunc Get[T any](key string, fallback T) T {\n\t_, ok := os.LookupEnv(key)\n\treturn fallback\n}\n", true},
		{"asks the environment", "package p\n\nimport \"os\"\n\nfunc Home(user, name string) (string, error) {\n\treturn os.Getenv(\"HOME\"), nil\n}\n\nfunc Debug() bool {\n\treturn os.Getenv(\"DEBUG\") == \"1\"\n}\n", false},
	} {
		if got := looksUp([][]byte{[]byte(tt.src)}); got != tt.want {
			t.Errorf("%s: looksUp = %v, want %v", tt.name, got, tt.want)
		}
	}
	if !isInternal("example.com/m/internal") || !isInternal("example.com/m/internal/env") || isInternal("example.com/internals/env") {
		t.Error("isInternal")
	}
}

func TestCanMatter(t *testing.T) {
	thirdparty := filepath.Join(fixture.Testdata(t), "thirdparty")
	for _, tt := range []struct {
		cfg  unitchecker.Config
		want bool
	}{
		{unitchecker.Config{ImportPath: "example.com/thirdparty/respond", ModulePath: "example.com/thirdparty", ModuleVersion: "v0.0.0", GoFiles: []string{filepath.Join(thirdparty, "respond", "respond.go")}}, true},
		{unitchecker.Config{ImportPath: "example.com/thirdparty/safe", ModulePath: "example.com/thirdparty", ModuleVersion: "v0.0.0", GoFiles: []string{filepath.Join(thirdparty, "safe", "safe.go")}}, true},
		{unitchecker.Config{ImportPath: "example.com/thirdparty/env", ModulePath: "example.com/thirdparty", ModuleVersion: "v0.0.0", GoFiles: []string{filepath.Join(thirdparty, "env", "env.go")}}, true},
		// Of these two not even the files are looked at: there are none.
		{unitchecker.Config{ImportPath: "net/http", GoFiles: []string{"gone.go"}}, false},
		{unitchecker.Config{ImportPath: "github.com/gin-gonic/gin", ModulePath: "github.com/gin-gonic/gin", ModuleVersion: "v1.12.0", GoFiles: []string{"gone.go"}}, false},
	} {
		got, err := canMatter(&tt.cfg)
		if err != nil || got != tt.want {
			t.Errorf("%s: matters = %v, %v; want %v", tt.cfg.ImportPath, got, err, tt.want)
		}
	}
}

func TestInMainModule(t *testing.T) {
	for _, tt := range []struct {
		path, module, version string
		main, standard        bool
	}{
		{"example.com/m/a", "example.com/m", "", true, false},
		{"m", "m", "", true, false},
		{"command-line-arguments", "", "", true, false},
		{"example.com/dep", "example.com/dep", "v1.2.3", false, false},
		{"fmt", "", "", false, true},
		{"vendor/golang.org/x/net/http2/hpack", "", "", false, true},
	} {
		cfg := &unitchecker.Config{ImportPath: tt.path, ModulePath: tt.module, ModuleVersion: tt.version}
		if inMainModule(cfg) != tt.main || isStandard(cfg) != tt.standard {
			t.Errorf("%s: main %v, standard %v", tt.path, inMainModule(cfg), isStandard(cfg))
		}
	}
}

// FuzzScan proves that no source makes the gate panic, parsed or not.
func FuzzScan(f *testing.F) {
	for _, name := range []string{"gate.go", "unit.go", "facts.go"} {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if mentions([][]byte{src}) && !mentions([][]byte{src, []byte("package p\n")}) {
			t.Error("a further file makes the package matter less")
		}
	})
}
