package errenvelope_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

var update = flag.Bool("update", false, "write the fixtures of the table")

// A group is the rows that become one package of fixtures.
type group struct {
	pkg  string
	rows []row
}

// tablePackages are the packages of fixtures by what the packages of their rows
// begin with, the longest first.
var tablePackages = []struct{ prefix, pkg string }{
	{"github.com/go-chi/render", "chirender"},
	{"github.com/unrolled/render", "unrolled"},
	{"github.com/gorilla/handlers", "gorilla"},
	{"github.com/gin-gonic/gin", "gin"},
	{"github.com/labstack/echo/v4", "echov4"},
	{"github.com/labstack/echo/v5", "echov5"},
	{"github.com/gofiber/fiber/v2", "fiberv2"},
	{"github.com/gofiber/fiber/v3", "fiberv3"},
	{"github.com/valyala/fasthttp", "fasthttp"},
	{"github.com/danielgtaylor/huma/v2", "huma"},
	{"connectrpc.com/connect", "connect"},
	{"google.golang.org/grpc", "grpc"},
	{"github.com/grpc-ecosystem/grpc-gateway", "grpcgateway"},
	{"github.com/twitchtv/twirp", "twirp"},
	{"github.com/cloudwego/hertz", "hertz"},
	{"github.com/zeromicro/go-zero", "gozero"},
	{"github.com/go-kratos/kratos", "kratos"},
	{"github.com/beego/beego", "beego"},
	{"github.com/kataras/iris", "iris"},
	{"github.com/gogf/gf", "goframe"},
	{"", "nethttp"},
}

// tableImports are the names by which rows call packages.
var tableImports = map[string]string{
	"app":        "github.com/cloudwego/hertz/pkg/app",
	"beectx":     "github.com/beego/beego/v2/server/web/context",
	"codes":      "google.golang.org/grpc/codes",
	"connect":    "connectrpc.com/connect",
	"context":    "context",
	"echo4":      "github.com/labstack/echo/v4",
	"echo5":      "github.com/labstack/echo/v5",
	"emptypb":    "google.golang.org/protobuf/types/known/emptypb",
	"errors":     "errors",
	"fasthttp":   "github.com/valyala/fasthttp",
	"fiber2":     "github.com/gofiber/fiber/v2",
	"fiber3":     "github.com/gofiber/fiber/v3",
	"fmt":        "fmt",
	"fstest":     "testing/fstest",
	"ginrender":  "github.com/gin-gonic/gin/render",
	"ghttp":      "github.com/gogf/gf/v2/net/ghttp",
	"gin":        "github.com/gin-gonic/gin",
	"handlers":   "github.com/gorilla/handlers",
	"hrender":    "github.com/cloudwego/hertz/pkg/app/server/render",
	"http":       "net/http",
	"httpx":      "github.com/zeromicro/go-zero/rest/httpx",
	"httputil":   "net/http/httputil",
	"huma":       "github.com/danielgtaylor/huma/v2",
	"io":         "io",
	"iris":       "github.com/kataras/iris/v12",
	"json":       "encoding/json",
	"kerr":       "github.com/go-kratos/kratos/v2/errors",
	"khttp":      "github.com/go-kratos/kratos/v2/transport/http",
	"log":        "log",
	"render":     "github.com/go-chi/render",
	"runtime":    "github.com/grpc-ecosystem/grpc-gateway/v2/runtime",
	"status":     "google.golang.org/grpc/status",
	"strings":    "strings",
	"template":   "html/template",
	"time":       "time",
	"twirp":      "github.com/twitchtv/twirp",
	"urender":    "github.com/unrolled/render",
	"url":        "net/url",
	"web":        "github.com/beego/beego/v2/server/web",
	"wrapperspb": "google.golang.org/protobuf/types/known/wrapperspb",
	"xml":        "encoding/xml",
}

// tableDecls are what rows use beside packages, in the order in which a fixture
// declares it.
var tableDecls = []struct{ name, decl string }{
	{"o", "func o(m string) obj { return obj{M: m} }"},
	{"obj", "type obj struct {\nXMLName xml.Name `json:\"-\" yaml:\"-\" toml:\"-\" bson:\"-\" xml:\"obj\"`\nM string `json:\"m\" yaml:\"m\" toml:\"m\" bson:\"m\" xml:\"m\"`\n}"},
	{"renderErr", "type renderErr struct{ M string }\n\nfunc (renderErr) Render(_ http.ResponseWriter, r *http.Request) error {\nrender.Status(r, 418)\nreturn nil\n}"},
	{"tp", "var tp = template.Must(template.New(\"\").Parse(\"<p>{{.}}</p>\"))"},
	{"fsys", "var fsys = fstest.MapFS{}"},
	{"discard", "var discard = log.New(io.Discard, \"\", 0)"},
	{"ur", "var ur = urender.New()"},
	{"ut", "var ut = urender.New(urender.Options{Directory: \"templates\"})"},
	{"bad", "func bad(c *gin.Context) {\nc.Request.Body = io.NopCloser(strings.NewReader(\"{\"))\nc.Request.Header.Set(\"Content-Type\", \"application/json\")\n}"},
	{"q", "var q struct {\nN int `form:\"callback\" header:\"Accept\" uri:\"a\" binding:\"required\"`\n}"},
	{"api", "var api huma.API"},
	{"mux", "var mux = runtime.NewServeMux()"},
}

// table returns the rows of the table by their packages of fixtures.
func table(t *testing.T) []*group {
	t.Helper()
	var groups []*group
	byName := make(map[string]*group)
	for _, r := range readTable(t, filepath.Join(fixture.Testdata(t), "errenvelope", "table", "error_writers.csv")) {
		var pkg string
		for _, p := range tablePackages {
			if strings.HasPrefix(r.Package, p.prefix) {
				pkg = p.pkg
				break
			}
		}
		g := byName[pkg]
		if g == nil {
			g = &group{pkg: pkg}
			byName[pkg] = g
			groups = append(groups, g)
		}
		g.rows = append(g.rows, r)
	}
	return groups
}

// source returns the source of the group's fixture.
func (g *group) source(t *testing.T) string {
	t.Helper()
	var body bytes.Buffer
	fn := func(name string, r row) {
		fmt.Fprintf(&body, "\n%sfunc %s(%s) %s {\n%s\n}\n", fixture.Comment(name+": "+r.Name+" sends "+r.truth()+"."), name, r.Params, r.Results, r.Code)
	}
	for i, r := range g.rows {
		fn(rowName(i), r)
		if r.setsStatus() {
			fn(rowName(i)+"After", r.after())
		}
	}
	var decls bytes.Buffer
	for _, d := range tableDecls {
		if uses(decls.String()+body.String(), d.name) {
			fmt.Fprintf(&decls, "\n%s\n", d.decl)
		}
	}
	imports := fixture.Imports(t, tableImports, decls.String()+body.String())
	head := fmt.Sprintf("Package %s holds what writes responses with %s %s, each with what the client saw. The rows of error_writers.csv become this file: "+
		"go test ./analyzers/errenvelope -run Fixtures -update.", g.pkg, g.rows[0].Package, g.rows[0].Version)
	src := fmt.Sprintf("%spackage %s\n\nimport (\n%s)\n%s%s", fixture.Comment(head), g.pkg, imports, decls.String(), body.String())
	out, err := format.Source([]byte(src))
	if err != nil {
		t.Fatalf("%s: %v\n%s", g.pkg, err, src)
	}
	return string(out)
}

// uses reports whether source mentions a name that is no method's or field's.
func uses(src, name string) bool {
	return regexp.MustCompile(`(^|[^.\w"])` + name + `\b`).MatchString(src)
}

// TestFixtures holds the fixtures of the table against the table. With -update
// it writes them.
func TestFixtures(t *testing.T) {
	files := make(map[string]string)
	for _, g := range table(t) {
		files[g.file(t)] = g.source(t)
	}
	fixture.Generated(t, files, *update, "go test ./analyzers/errenvelope -run Fixtures -update", filepath.Join(fixture.Testdata(t), "errenvelope", "table", "*", "table.go"))
}
