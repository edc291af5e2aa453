package frameworks

import (
	"bytes"
	"go/importer"
	"go/token"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestModuleVersionOfExportData reads export data as the go vet side does, and
// that of a build with -trimpath.
func TestModuleVersionOfExportData(t *testing.T) {
	const pkg, mod = "golang.org/x/mod/semver", "golang.org/x/mod"
	list := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("go", append([]string{"list"}, args...)...)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v\n%s", cmd, err, stderr.Bytes())
		}
		return strings.TrimSpace(string(out))
	}
	want := list("-m", "-f", "{{.Version}}", mod)
	for _, flags := range [][]string{nil, {"-trimpath"}} {
		files := make(map[string]string)
		out := list(append(flags, "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", pkg)...)
		for line := range strings.Lines(out) {
			path, file, _ := strings.Cut(strings.TrimSpace(line), "=")
			files[path] = file
		}
		fset := token.NewFileSet()
		imp := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
		p, err := imp.Import(pkg)
		if err != nil {
			t.Fatal(err)
		}
		if got := ModuleVersion(fset, p); got != want {
			t.Errorf("%q: the version of %s is %q, want %q", flags, pkg, got, want)
		}
		if std, err := imp.Import("strings"); err != nil || ModuleVersion(fset, std) != "" {
			t.Errorf("%q: the version of strings is %q (error: %v), want none", flags, ModuleVersion(fset, std), err)
		}
	}
}

func TestModuleVersion(t *testing.T) {
	for _, test := range []struct{ file, pkg, want string }{
		{"/home/u/go/pkg/mod/github.com/rs/cors@v1.11.1/cors.go", "github.com/rs/cors", "v1.11.1"},
		{"github.com/rs/cors@v1.11.1/cors.go", "github.com/rs/cors", "v1.11.1"}, // -trimpath
		{`C:\Users\u\go\pkg\mod\github.com\rs\cors@v1.11.1\cors.go`, "github.com/rs/cors", "v1.11.1"},
		{"/m/github.com/labstack/echo/v4@v4.10.2/middleware/cors.go", "github.com/labstack/echo/v4/middleware", "v4.10.2"},
		{"/m/github.com/labstack/echo@v3.3.10+incompatible/middleware/cors.go", "github.com/labstack/echo/middleware", "v3.3.10+incompatible"},
		{"/m/gopkg.in/yaml.v3@v3.0.1/yaml.go", "gopkg.in/yaml.v3", "v3.0.1"},
		{"/m/github.com/!burnt!sushi/toml@v1.5.0/decode.go", "github.com/BurntSushi/toml", "v1.5.0"},
		{"github.com/BurntSushi/toml@v1.5.0/decode.go", "github.com/BurntSushi/toml", "v1.5.0"},
		{"/m/example.com/cors@v1.0.0-!r!c1/cors.go", "example.com/cors", "v1.0.0-RC1"},
		{"/m/github.com/hertz-contrib/cors@v0.1.1-0.20241202023504-f0640e0b3d90/cors.go", "github.com/hertz-contrib/cors", "v0.1.1-0.20241202023504-f0640e0b3d90"},
		// The module cache may be anywhere, even below something like a version.
		{"/src/cache@v2/mod/github.com/rs/cors@v1.11.1/cors.go", "github.com/rs/cors", "v1.11.1"},

		{"", "github.com/rs/cors", ""},
		{"/src/cors/cors.go", "github.com/rs/cors", ""},                                               // replaced by a directory
		{"/m/github.com/fork/cors@v1.0.0/cors.go", "github.com/rs/cors", ""},                          // replaced by a module
		{"/src/service/vendor/github.com/rs/cors/cors.go", "github.com/rs/cors", ""},                  // vendored
		{"/m/example.com/service@v1.0.0/vendor/github.com/rs/cors/cors.go", "github.com/rs/cors", ""}, // vendored, below a version
		{"/m/github.com/rs/cors@v1.11.1/wrapper/gin/gin.go", "github.com/rs/cors", ""},                // another package of the module
		{"/m/github.com/rs/cors@main/cors.go", "github.com/rs/cors", ""},
		{"/usr/lib/go/src/net/http/server.go", "net/http", ""},
		{"external/com_github_rs_cors/cors.go", "github.com/rs/cors", ""},
	} {
		if got := moduleVersion(test.file, test.pkg); got != test.want {
			t.Errorf("%s: the version of %s is %q, want %q", test.file, test.pkg, got, test.want)
		}
	}
}
