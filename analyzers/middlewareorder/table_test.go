package middlewareorder_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

var update = flag.Bool("update", false, "write the fixtures of the table")

// A row is one situation that was executed, a record of
// testdata/middlewareorder/table/middleware_order.csv. Its middleware left their
// names in a trace; those of the fixtures, which have the same names, recover.
type row struct {
	Framework, Version, Situation string
	Code                          string // registers and serves
	Observed                      string // a line a request
}

// tableFramework says how the rows of a framework become functions.
type tableFramework struct {
	name string // in the table
	pkg  string // the fixture's directory and package name
	// recovery: a route that no recovery runs around is reported.
	recovery bool
}

var tableFrameworks = []tableFramework{
	{"net/http ServeMux", "nethttp", false},
	{"chi", "chi", true},
	{"gin", "gin", true},
	{"echo/v4", "echo4", true},
	{"echo/v5", "echo5", true},
	{"fiber/v2", "fiber2", true},
	{"fiber/v3", "fiber3", true},
	{"gorilla/mux", "gorilla", false},
	{"httprouter", "httprouter", false},
	{"hertz", "hertz", true},
	{"iris/v12", "iris", true},
	{"huma/v2", "huma", true},
	{"connect", "connect", false},
	{"go-zero rest", "gozero", false},
	{"kratos http", "kratos", false},
	{"beego/v2", "beego", false},
	{"goframe", "goframe", false},
	{"grpc", "grpc", true},
}

// tableImports are the names by which rows call packages.
var tableImports = map[string]string{
	"chi": "github.com/go-chi/chi/v5", "chicors": "github.com/go-chi/cors", "echo4": "github.com/labstack/echo/v4",
	"echo4mw": "github.com/labstack/echo/v4/middleware", "echo5": "github.com/labstack/echo/v5", "echo5mw": "github.com/labstack/echo/v5/middleware",
	"fiber2": "github.com/gofiber/fiber/v2", "fiber2cors": "github.com/gofiber/fiber/v2/middleware/cors",
	"fiber3": "github.com/gofiber/fiber/v3", "fiber3cors": "github.com/gofiber/fiber/v3/middleware/cors",
	"gin": "github.com/gin-gonic/gin", "gincors": "github.com/gin-contrib/cors", "handlers": "github.com/gorilla/handlers",
	"hserver": "github.com/cloudwego/hertz/pkg/app/server", "http": "net/http", "httprouter": "github.com/julienschmidt/httprouter",
	"beectx": "github.com/beego/beego/v2/server/web/context", "connect": "connectrpc.com/connect", "context": "context",
	"ghttp": "github.com/gogf/gf/v2/net/ghttp", "grpc": "google.golang.org/grpc", "huma": "github.com/danielgtaylor/huma/v2",
	"humachi": "github.com/danielgtaylor/huma/v2/adapters/humachi", "humago": "github.com/danielgtaylor/huma/v2/adapters/humago",
	"khttp": "github.com/go-kratos/kratos/v2/transport/http", "rest": "github.com/zeromicro/go-zero/rest", "web": "github.com/beego/beego/v2/server/web",
	"iris": "github.com/kataras/iris/v12", "mux": "github.com/gorilla/mux", "probe": "example.com/fixtures/middlewareorder/table/probe",
}

// differs are the rows that the rule does not decide as they were run, by
// package and function, with the reason.
var differs = map[string]string{
	"fiber2 Row03": "the handler hands on to the 404 handler itself; that recovery behind it ran does not make it recover the handler",
	"huma Row05":   "the routes of the documentation are huma's own",
	"fiber3 Row07": "which routes a group's path covers is not compared: the group's recovery is taken to cover what it should",
}

var (
	reRequest   = regexp.MustCompile(`(?m)^GET (\S+) => (\d+) ran:\[([^\]]*)\]`)
	rePreflight = regexp.MustCompile(`(?m)^PREFLIGHT (\S+) => .* ACAO:"([^"]*)"`)
	reRoute     = regexp.MustCompile(`(?i)\.Get\("(/[^"]*)"`)
	reMarker    = regexp.MustCompile(`\b(m|gm|em4|em5|fm2|fm3|hm|im|hum)\("`)
)

// want returns the kinds of finding that agree with what was observed, none if
// silence does.
func (r row) want(fw tableFramework) []string {
	if strings.HasPrefix(r.Observed, "REGISTRATION PANICS") {
		if strings.Contains(r.Observed, "middlewares must be defined before routes") {
			return []string{"shadowed"}
		}
		return r.bare(fw)
	}
	if strings.Contains(r.Code, ".RouteNotFound(") && strings.Contains(r.Observed, defaultNotFound) {
		return append(r.bare(fw), "shadowed") // the service's own is set and does not answer
	}
	if r.losesPreflight() {
		return append(r.bare(fw), "unprotected-route")
	}
	for _, m := range reRequest.FindAllStringSubmatch(r.Observed, -1) {
		path, status, ran := m[1], m[2], m[3]
		registered := slices.ContainsFunc(reRoute.FindAllStringSubmatch(r.Code, -1), func(route []string) bool { return route[1] == path })
		switch {
		case status == "404" && registered:
			return append(r.bare(fw), "shadowed") // it is there and does not run
		case status == "200" && ran == "" && fw.recovery:
			return []string{"unprotected-route", "no-recovery"}
		}
	}
	return r.bare(fw)
}

// defaultNotFound is what echo answers by itself.
const defaultNotFound = `"{\"message\":\"Not Found\"}"`

// losesPreflight reports whether CORS middleware is registered that does not do
// all of its work: a preflight request for a route got no CORS headers, or one for
// a route that ran without any middleware did.
func (r row) losesPreflight() bool {
	for _, m := range rePreflight.FindAllStringSubmatch(r.Observed, -1) {
		if m[2] == "" || strings.Contains(r.Observed, "\nGET "+m[1]+" => 200 ran:[]") {
			return true
		}
	}
	return false
}

// bare returns the kind of finding about a row without any recovery.
func (r row) bare(fw tableFramework) []string {
	if fw.recovery && !reMarker.MatchString(r.Code) && reRoute.MatchString(r.Code) {
		return []string{"no-recovery"}
	}
	return nil
}

// rowName names the function of the row with index i of its framework.
func rowName(i int) string { return fmt.Sprintf("Row%02d", i+1) }

func tableDir(t *testing.T) string {
	t.Helper()
	return filepath.Join(fixture.Testdata(t), "middlewareorder", "table")
}

// readTable returns the rows by framework.
func readTable(t *testing.T) map[string][]row {
	t.Helper()
	rows := make(map[string][]row)
	for _, rec := range fixture.ReadTable(t, filepath.Join(tableDir(t), "middleware_order.csv"), "framework", "version", "situation", "code", "observed") {
		r := row{rec[0], rec[1], rec[2], rec[3], rec[4]}
		rows[r.Framework] = append(rows[r.Framework], r)
	}
	return rows
}

// TestTable holds the rule against the table of what was run.
func TestTable(t *testing.T) {
	rows := readTable(t)
	found := make(map[string][]vetjson.Diagnostic) // by package and function
	for _, d := range fixture.Vet(t, fixture.Testdata(t), []string{"-middlewareorder"}, "./middlewareorder/table/...")["middlewareorder"] {
		file, fn, _ := strings.Cut(fixture.Enclosing(t, d), " ")
		fn = filepath.Base(filepath.Dir(file)) + " " + fn
		found[fn] = append(found[fn], d)
	}
	for _, fw := range tableFrameworks {
		for i, r := range rows[fw.name] {
			fn := fw.pkg + " " + rowName(i)
			got, want := found[fn], r.want(fw)
			delete(found, fn)
			if has := slices.ContainsFunc(got, func(d vetjson.Diagnostic) bool { return d.Category == "unprotected-route" }); r.losesPreflight() && !has {
				t.Errorf("DIFF %s: %s: no finding about CORS", fn, r.Situation)
			}
			ok := len(got) == 0 && want == nil || len(got) > 0 && !slices.ContainsFunc(got, func(d vetjson.Diagnostic) bool { return !slices.Contains(want, d.Category) })
			reason, excused := differs[fn]
			switch {
			case ok && excused:
				t.Errorf("%s: %s is decided: take it out of differs", fn, r.Situation)
			case !ok && excused:
				t.Logf("DIFF %s: %s: %s", fn, r.Situation, reason)
			case !ok:
				t.Errorf("DIFF %s: %s\n\tobserved: %s\n\twant %q, got %v", fn, r.Situation, r.Observed, want, got)
			}
		}
		delete(rows, fw.name)
	}
	for fn, ds := range found {
		t.Errorf("%s: findings outside the rows: %v", fn, ds)
	}
	if left := slices.Sorted(maps.Keys(rows)); len(left) > 0 {
		t.Errorf("frameworks of the table that are not looked at: %q", left)
	}
}

// TestTableFixtures holds the fixtures against the table. With -update it
// writes them.
func TestTableFixtures(t *testing.T) {
	rows := readTable(t)
	files := make(map[string]string)
	for _, fw := range tableFrameworks {
		files[filepath.Join(tableDir(t), fw.pkg, "table.go")] = fw.source(t, rows[fw.name])
	}
	fixture.Generated(t, files, *update, "go test ./analyzers/middlewareorder -run TableFixtures -update", filepath.Join(tableDir(t), "*", "table.go"))
}

// source returns the fixtures of a framework: a function a row.
func (fw tableFramework) source(t *testing.T, rows []row) string {
	t.Helper()
	var body bytes.Buffer
	for i, r := range rows {
		what := fmt.Sprintf("%s: %s. Observed: %s", rowName(i), r.Situation, strings.ReplaceAll(r.Observed, "\n", "; "))
		fmt.Fprintf(&body, "\n%sfunc %s() error {\n%s\n}\n", fixture.Comment(what), rowName(i), statements(r.Code))
	}
	head := fmt.Sprintf("Package %s holds routers of %s %s, each with what came of asking them. The rows of middleware_order.csv become this file: "+
		"go test ./analyzers/middlewareorder -run TableFixtures -update.", fw.pkg, fw.name, rows[0].Version)
	src := fmt.Sprintf("%spackage %s\n\nimport (\n%s)\n%s", fixture.Comment(head), fw.pkg, fixture.Imports(t, tableImports, body.String()), body.String())
	out, err := format.Source([]byte(src))
	if err != nil {
		t.Fatalf("%s: %v\n%s", fw.name, err, src)
	}
	return string(out)
}

// harness are functions of the table's harness that make and serve a router, and
// what stands for them in a fixture.
var harness = strings.NewReplacer(
	"new2()", "fiber2.New()",
	"hertz(func(h *hserver.Hertz) {", "h := hserver.New();",
	"irisS(func(a *iris.Application) {", "a := iris.New();",
	"beego(func(cr *web.ControllerRegister) {", "cr := web.NewControllerRegister();",
	"gfS(func(s *ghttp.Server) {", "s := ghttp.GetServer();",
	"humaConf()", `huma.DefaultConfig("t", "1")`,
)

// statements returns the statements of a row's code.
func statements(code string) string {
	s := harness.Replace(code)
	switch {
	case strings.HasPrefix(code, "hertz("):
		return strings.TrimSuffix(s, "})") + "; h.Spin(); return nil"
	case strings.HasPrefix(code, "irisS("):
		return strings.TrimSuffix(s, "})") + `; return a.Listen(":8080")`
	case strings.HasPrefix(code, "beego("):
		return strings.TrimSuffix(s, "})") + "; return probe.HTTP(cr)"
	case strings.HasPrefix(code, "gfS("):
		return strings.TrimSuffix(s, "})") + "; s.Run(); return nil"
	case strings.HasPrefix(code, "zero("):
		body, options, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(s, "zero(func(s *rest.Server) {"), ")"), "}, rest.WithNot")
		if options != "" {
			options = ", rest.WithNot" + options
		}
		return "s := rest.MustNewServer(rest.RestConf{}" + options + "); " + strings.TrimSuffix(body, "}") + "; s.Start(); return nil"
	case strings.HasPrefix(code, "[]grpc."):
		return "return serve(grpc.NewServer(" + code + "...))"
	}
	return s
}
