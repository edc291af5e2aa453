package corswildcard_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"

	"github.com/prodvet/prodvet/internal/fixture"
)

var update = flag.Bool("update", false, "write the fixtures of the tables")

// tableLibrary says how the rows of a library become functions.
type tableLibrary struct {
	name   string // in the table
	pkg    string // the fixture's directory and package name
	module string // by its version in go.mod rows of other versions find their module
	result string // type of the configurations
	// alone: each row is a package of its own, because the library keeps
	// policies in a package variable.
	alone bool
}

const handlerFunc = "func(http.Handler) http.Handler"

var tableLibraries = []tableLibrary{
	{name: "net/http by hand", pkg: "byhand", result: "mw"},
	{name: "rs/cors", pkg: "rs", module: "github.com/rs/cors", result: "mw"},
	{name: "go-chi/cors", pkg: "chi", module: "github.com/go-chi/cors", result: "mw"},
	{name: "gin-contrib/cors", pkg: "gincors", module: "github.com/gin-contrib/cors", result: "gin.HandlerFunc"},
	{name: "gorilla/handlers CORS", pkg: "gorilla", module: "github.com/gorilla/handlers", result: "mw"},
	{name: "kratos http.Filter(gorilla CORS)", pkg: "kratosfilter", module: "github.com/go-kratos/kratos/v2", result: "mw"},
	{name: "echo/v3 middleware.CORS", pkg: "echov3", module: "github.com/labstack/echo", result: "echo3.MiddlewareFunc"},
	{name: "echo/v4 middleware.CORS", pkg: "echov4", module: "github.com/labstack/echo/v4", result: "echo4.MiddlewareFunc"},
	{name: "echo/v5 middleware.CORS", pkg: "echov5", module: "github.com/labstack/echo/v5", result: "echo5.MiddlewareFunc"},
	{name: "fiber/v2 middleware/cors", pkg: "fiberv2", module: "github.com/gofiber/fiber/v2", result: "fiber2.Handler"},
	{name: "fiber/v3 middleware/cors", pkg: "fiberv3", module: "github.com/gofiber/fiber/v3", result: "fiber3.Handler"},
	{name: "jub0bs/cors", pkg: "jub", module: "github.com/jub0bs/cors", result: "(mw, error)"},
	{name: "hertz-contrib/cors", pkg: "hertz", module: "github.com/hertz-contrib/cors", result: "app.HandlerFunc"},
	{name: "iris/v12 middleware/cors", pkg: "iriscors", module: "github.com/kataras/iris/v12", result: "iris.Handler"},
	{name: "iris/v12 iris.Default", pkg: "irisdefault", module: "github.com/kataras/iris/v12", result: "*iris.Application"},
	{name: "beego/v2 filter/cors", pkg: "beego", module: "github.com/beego/beego/v2", result: "web.FilterFunc", alone: true},
	{name: "goframe ghttp CORS", pkg: "goframe", module: "github.com/gogf/gf/v2", result: "ghttp.HandlerFunc"},
	{name: "go-zero rest.WithCors*", pkg: "gozero", module: "github.com/zeromicro/go-zero", result: "rest.RunOption"},
}

// tableImports are the names by which configurations call packages.
var tableImports = map[string]string{
	"app":        "github.com/cloudwego/hertz/pkg/app",
	"beecors":    "github.com/beego/beego/v2/server/web/filter/cors",
	"chicors":    "github.com/go-chi/cors",
	"echo3":      "github.com/labstack/echo",
	"echo3mw":    "github.com/labstack/echo/middleware",
	"echo4":      "github.com/labstack/echo/v4",
	"echo4mw":    "github.com/labstack/echo/v4/middleware",
	"echo5":      "github.com/labstack/echo/v5",
	"echo5mw":    "github.com/labstack/echo/v5/middleware",
	"fiber2":     "github.com/gofiber/fiber/v2",
	"fiber2cors": "github.com/gofiber/fiber/v2/middleware/cors",
	"fiber3":     "github.com/gofiber/fiber/v3",
	"fiber3cors": "github.com/gofiber/fiber/v3/middleware/cors",
	"ghttp":      "github.com/gogf/gf/v2/net/ghttp",
	"gin":        "github.com/gin-gonic/gin",
	"gincors":    "github.com/gin-contrib/cors",
	"handlers":   "github.com/gorilla/handlers",
	"hertzcors":  "github.com/hertz-contrib/cors",
	"http":       "net/http",
	"iris":       "github.com/kataras/iris/v12",
	"iriscors":   "github.com/kataras/iris/v12/middleware/cors",
	"jub0bs":     "github.com/jub0bs/cors",
	"kratos":     "github.com/go-kratos/kratos/v2/transport/http",
	"regexp":     "regexp",
	"rest":       "github.com/zeromicro/go-zero/rest",
	"rscors":     "github.com/rs/cors",
	"strings":    "strings",
	"web":        "github.com/beego/beego/v2/server/web",
}

// tableDecls are what configurations use beside packages, in the order in which
// a fixture declares it.
var tableDecls = []struct{ name, decl string }{
	{"mw", "type mw = " + handlerFunc},
	{"s", "type s = []string"},
	{"unanchored", "var unanchored = regexp.MustCompile(`https://trusted\\.com`)"},
	{"anchored", "var anchored = regexp.MustCompile(`^https://trusted\\.com$`)"},
	{"bareDot", "var bareDot = regexp.MustCompile(`^https://trusted.com$`)"},
	{"yes", "func yes(string) bool { return true }"},
	{"no", "func no(string) bool { return false }"},
	{"jub", `func jub(c jub0bs.Config) (mw, error) {
	m, err := jub0bs.NewMiddleware(c)
	if err != nil {
		return nil, err
	}
	return m.Wrap, nil
}`},
}

// A group is the rows of one library at one version.
type group struct {
	library tableLibrary
	version string // "" in the current table
	module  string // the directory of the fixtures' module
	dir     string // of the fixtures, in the module
	rows    []row
}

// currentTable returns the rows of the versions that the fixtures' module has.
func currentTable(t *testing.T) []*group {
	t.Helper()
	const dir = "corswildcard/table"
	module := fixture.Testdata(t)
	return groups(t, readTable(t, filepath.Join(module, filepath.FromSlash(dir), "cors.csv")), func(lib tableLibrary, _ string) *group {
		return &group{library: lib, module: module, dir: path.Join(dir, lib.pkg)}
	})
}

// versionsTable returns the rows of older versions. They are in the module
// below testdata/versions that requires the row's version.
func versionsTable(t *testing.T) []*group {
	t.Helper()
	dir := filepath.Join(fixture.Testdata(t), "versions")
	mods, err := filepath.Glob(filepath.Join(dir, "*", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	modules := make(map[string]string) // directory by module@version
	for _, mod := range mods {
		data, err := os.ReadFile(mod)
		if err != nil {
			t.Fatal(err)
		}
		file, err := modfile.Parse(mod, data, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range file.Require {
			modules[r.Mod.String()] = filepath.Dir(mod)
		}
	}
	return groups(t, readTable(t, filepath.Join(dir, "cors.csv")), func(lib tableLibrary, version string) *group {
		module := modules[lib.module+"@"+version]
		if module == "" {
			t.Fatalf("no module in %s requires %s %s", dir, lib.module, version)
		}
		return &group{library: lib, version: version, module: module, dir: lib.pkg}
	})
}

// groups groups rows by library and version, in the order of the table.
func groups(t *testing.T, rows []row, start func(lib tableLibrary, version string) *group) []*group {
	t.Helper()
	var gs []*group
	byKey := make(map[[2]string]*group)
	for _, r := range rows {
		key := [2]string{r.Library, r.Version}
		g := byKey[key]
		if g == nil {
			i := slices.IndexFunc(tableLibraries, func(l tableLibrary) bool { return l.name == r.Library })
			if i < 0 {
				t.Fatalf("the table's library %q is not in tableLibraries", r.Library)
			}
			g = start(tableLibraries[i], r.Version)
			byKey[key] = g
			gs = append(gs, g)
		}
		g.rows = append(g.rows, r)
	}
	return gs
}

// file returns the fixture of the row with index i, relative to the module.
func (g *group) file(i int) string {
	if g.library.alone {
		return filepath.FromSlash(path.Join(g.dir, strings.ToLower(rowName(i)), "table.go"))
	}
	return filepath.FromSlash(path.Join(g.dir, "table.go"))
}

// fixtures returns the sources of the group's fixtures by file name.
func (g *group) fixtures(t *testing.T) map[string]string {
	t.Helper()
	files := make(map[string]string)
	if !g.library.alone {
		files[filepath.Join(g.module, g.file(0))] = g.source(t, g.library.pkg, g.rows, 0)
		return files
	}
	for i := range g.rows {
		files[filepath.Join(g.module, g.file(i))] = g.source(t, strings.ToLower(rowName(i)), g.rows[i:i+1], i)
	}
	return files
}

// source returns the source of a package with the rows, the first of which has
// the given index in its group.
func (g *group) source(t *testing.T, pkg string, rows []row, first int) string {
	t.Helper()
	var body bytes.Buffer
	for i, r := range rows {
		fmt.Fprintf(&body, "\n%sfunc %s() %s {\n%s\n}\n", fixture.Comment(rowName(first+i)+": "+r.truth()+"."), rowName(first+i), g.library.result, configBody(r.Config))
	}
	used := identifiers(t, body.String())
	var decls bytes.Buffer
	for _, d := range tableDecls {
		if used[d.name] {
			fmt.Fprintf(&decls, "\n%s\n", d.decl)
			maps.Copy(used, identifiers(t, d.decl))
		}
	}
	if used["jub"] { // after mw
		used["mw"] = true
	}
	head := fmt.Sprintf("Package %s holds configurations of %s %s, each with what came of running it. The rows of cors.csv become this file: "+
		"go test ./analyzers/corswildcard -run Fixtures -update.", pkg, g.library.name, rows[0].Version)
	src := fmt.Sprintf("%spackage %s\n\nimport (\n%s)\n%s%s", fixture.Comment(head), pkg, fixture.Imports(t, tableImports, decls.String()+body.String()), decls.String(), body.String())
	out, err := format.Source([]byte(src))
	if err != nil {
		t.Fatalf("%s: %v\n%s", g.library.name, err, src)
	}
	return string(out)
}

// identifiers returns the names in declarations.
func identifiers(t *testing.T, decls string) map[string]bool {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+decls, 0)
	if err != nil {
		t.Fatalf("%v\n%s", err, decls)
	}
	names := make(map[string]bool)
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			ast.Inspect(n.X, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					names[id.Name] = true
				}
				return true
			})
		case *ast.Ident:
			names[n.Name] = true
		}
		return true
	})
	return names
}

// TestFixtures holds the fixtures of the tables against the tables. With
// -update it writes them.
func TestFixtures(t *testing.T) {
	files := make(map[string]string)
	for _, g := range append(currentTable(t), versionsTable(t)...) {
		maps.Copy(files, g.fixtures(t))
	}
	var patterns []string
	for _, pattern := range []string{"corswildcard/table/*/table.go", "corswildcard/table/*/*/table.go", "versions/*/*/table.go", "versions/*/*/*/table.go"} {
		patterns = append(patterns, filepath.Join(fixture.Testdata(t), filepath.FromSlash(pattern)))
	}
	fixture.Generated(t, files, *update, "go test ./analyzers/corswildcard -run Fixtures -update", patterns...)
}
