package missingreturn_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

var update = flag.Bool("update", false, "write the fixtures of the table")

// A row is a handler or a middleware that was executed, and what came of it: a
// record of testdata/missingreturn/table/missing_return.csv.
type row struct {
	Framework, Version string
	Situation          string
	Client             string // what the client saw
	Ran                string // "YES" if what should not follow did: the protected handler, or the later code
	Log                string // what the server logged
	Code               string // an expression of the server, or statements that return it
}

// wrong reports whether a finding agrees with what came of the row: it is
// decided by what was seen, not by what was called.
func (r row) wrong() bool { return r.Ran == "YES" }

// differs are the rows that the rule does not decide as they were run, with the
// reason.
var differs = map[string]string{
	"gin auth middleware: c.AbortWithStatusJSON(401), no return, the middleware goes on itself": "what it goes on to may be what every request is counted by: nothing tells that it is for those that got in",
	"gin auth middleware: c.Next() before the check: too late":                                  "middleware that answers for what the handlers left does the same",
	"gin auth middleware: c.Error(err); return":                                                 "another middleware may answer for the error, and abort",
	"beego/v2 filter: c.Output.SetStatus(401) and returns: the handler RUNS":                    "a status that is set without a body may be meant for the handler's",
}

// TestTable holds the rule against the table of what was run.
func TestTable(t *testing.T) {
	found := make(map[string][]vetjson.Diagnostic) // by file and function
	for _, d := range fixture.Vet(t, fixture.Testdata(t), []string{"-missingreturn"}, "./missingreturn/table/...")["missingreturn"] {
		key := fixture.Enclosing(t, d)
		found[key] = append(found[key], d)
	}
	for _, g := range table(t) {
		for i, r := range g.rows {
			key := g.file(t) + " " + rowName(i)
			name := r.Framework + " " + r.Situation
			got := found[key]
			delete(found, key)
			ok := r.wrong() == (len(got) == 1) && len(got) <= 1
			reason, excused := differs[name]
			switch {
			case ok && excused:
				t.Errorf("%s is decided: take it out of differs", name)
			case ok:
				t.Logf("same %s: %v", name, got)
			case excused:
				t.Logf("DIFF %s: %s", name, reason)
			default:
				t.Errorf("DIFF %s\n\t%s\n\tthe client saw %s; the rest ran: %s; got %v", name, r.Code, r.Client, r.Ran, got)
			}
		}
	}
	for key, ds := range found {
		t.Errorf("%s: findings outside the rows: %v", key, ds)
	}
}

// TestTableFixtures holds the fixtures against the table. With -update it writes
// them.
func TestTableFixtures(t *testing.T) {
	files := make(map[string]string)
	for _, g := range table(t) {
		files[g.file(t)] = g.source(t)
	}
	fixture.Generated(t, files, *update, "go test ./analyzers/missingreturn -run Fixtures -update", filepath.Join(fixture.Testdata(t), "missingreturn", "table", "*", "table.go"))
}

// A group is the rows of one framework, which become one package of fixtures.
type group struct {
	pkg  string
	rows []row
}

func table(t *testing.T) []*group {
	t.Helper()
	var groups []*group
	byName := make(map[string]*group)
	file := filepath.Join(fixture.Testdata(t), "missingreturn", "table", "missing_return.csv")
	for _, rec := range fixture.ReadTable(t, file, "framework", "version", "situation", "client_saw", "protected_handler_or_later_code_ran", "server_log", "code") {
		r := row{rec[0], rec[1], rec[2], rec[3], rec[4], rec[5], rec[6]}
		pkg := regexp.MustCompile(`[^a-z0-9]`).ReplaceAllString(r.Framework, "")
		if byName[pkg] == nil {
			byName[pkg] = &group{pkg: pkg}
			groups = append(groups, byName[pkg])
		}
		byName[pkg].rows = append(byName[pkg].rows, r)
	}
	return groups
}

func (g *group) file(t *testing.T) string {
	return filepath.Join(fixture.Testdata(t), "missingreturn", "table", g.pkg, "table.go")
}

// rowName returns the name of the function of the row with index i of a group.
func rowName(i int) string { return fmt.Sprintf("Row%02d", i+1) }

// tableImports are the names by which rows call packages.
var tableImports = map[string]string{
	"app":        "github.com/cloudwego/hertz/pkg/app",
	"beectx":     "github.com/beego/beego/v2/server/web/context",
	"bytes":      "bytes",
	"chi":        "github.com/go-chi/chi/v5",
	"context":    "context",
	"echo4":      "github.com/labstack/echo/v4",
	"echo5":      "github.com/labstack/echo/v5",
	"errors":     "errors",
	"fiber2":     "github.com/gofiber/fiber/v2",
	"fiber3":     "github.com/gofiber/fiber/v3",
	"fmt":        "fmt",
	"g":          "github.com/gogf/gf/v2/frame/g",
	"ghttp":      "github.com/gogf/gf/v2/net/ghttp",
	"gin":        "github.com/gin-gonic/gin",
	"hserver":    "github.com/cloudwego/hertz/pkg/app/server",
	"http":       "net/http",
	"httprouter": "github.com/julienschmidt/httprouter",
	"httpx":      "github.com/zeromicro/go-zero/rest/httpx",
	"huma":       "github.com/danielgtaylor/huma/v2",
	"humago":     "github.com/danielgtaylor/huma/v2/adapters/humago",
	"io":         "io",
	"iris":       "github.com/kataras/iris/v12",
	"json":       "encoding/json",
	"mux":        "github.com/gorilla/mux",
	"net":        "net",
	"render":     "github.com/go-chi/render",
	"rest":       "github.com/zeromicro/go-zero/rest",
	"slog":       "log/slog",
	"web":        "github.com/beego/beego/v2/server/web",
}

// tableDecls are what rows, and later ones of these, use beside packages, each
// with a text that its users have.
var tableDecls = []struct{ text, decl string }{
	{"probe", "var probe struct {\nHTTP func(http.Handler) *http.Server\nListen func() net.Listener\nStarted func(string, func()) *http.Server\n}"},
	{"*env", "type env struct {\nran bool\nlog bytes.Buffer\n}\n\n// secret is what the protected handler does: its side effect must not happen.\nfunc (e *env) secret() { e.ran = true }"},
	{"authFail(", "func authFail(w http.ResponseWriter) { http.Error(w, \"unauthorized\", http.StatusUnauthorized) }"},
	{"e.ok()", "func (e *env) ok() http.HandlerFunc {\nreturn func(w http.ResponseWriter, _ *http.Request) {\ne.secret()\n_, _ = io.WriteString(w, \"secret data\")\n}\n}"},
	{"e.okJSON()", "func (e *env) okJSON() http.HandlerFunc {\nreturn func(w http.ResponseWriter, _ *http.Request) {\ne.secret()\nw.Header().Set(\"Content-Type\", \"application/json\")\nw.WriteHeader(200)\n_ = json.NewEncoder(w).Encode(map[string]string{\"secret\": \"data\"})\n}\n}"},
	{"serve(e, func(c *gin.Context)", "func serve(e *env, mw gin.HandlerFunc) *http.Server {\nr := gin.New()\nr.Use(mw)\nr.GET(\"/x\", func(c *gin.Context) {\ne.secret()\nc.JSON(200, gin.H{\"secret\": \"data\"})\n})\nreturn probe.HTTP(r)\n}"},
	{"serve(e, func(next echo4", "func serve(e *env, mw func(next echo4.HandlerFunc, c echo4.Context) error) *http.Server {\na := echo4.New()\na.Use(func(next echo4.HandlerFunc) echo4.HandlerFunc {\nreturn func(c echo4.Context) error { return mw(next, c) }\n})\na.GET(\"/x\", func(c echo4.Context) error {\ne.secret()\nreturn c.JSON(200, map[string]string{\"secret\": \"data\"})\n})\nreturn probe.HTTP(a)\n}"},
	{"serve2(", "func serve2(e *env, mw fiber2.Handler) *http.Server {\na := fiber2.New()\na.Use(mw)\na.Get(\"/x\", func(c *fiber2.Ctx) error {\ne.secret()\nreturn c.JSON(fiber2.Map{\"secret\": \"data\"})\n})\nln := probe.Listen()\ngo func() { _ = a.Listener(ln) }()\nreturn probe.Started(ln.Addr().String(), func() { _ = ln.Close() })\n}"},
	{"hertz(e", "func hertz(e *env, mw app.HandlerFunc) *http.Server {\ns := hserver.New()\ns.Use(mw)\ns.GET(\"/x\", func(_ context.Context, c *app.RequestContext) {\ne.secret()\nc.JSON(200, map[string]string{\"secret\": \"data\"})\n})\ngo func() { _ = s.Run() }()\nreturn probe.Started(\"\", func() { _ = s.Close() })\n}"},
	{"irisS(", "func irisS(e *env, mw iris.Handler) *http.Server {\na := iris.New()\na.Use(mw)\na.Get(\"/x\", func(c iris.Context) {\ne.secret()\n_ = c.JSON(iris.Map{\"secret\": \"data\"})\n})\nif err := a.Build(); err != nil {\npanic(err)\n}\nreturn probe.HTTP(a)\n}"},
	{"gfS(", "func gfS(e *env, name string, mw ghttp.HandlerFunc) *http.Server {\ns := g.Server(name)\ns.Use(mw)\ns.BindHandler(\"/x\", func(r *ghttp.Request) {\ne.secret()\nr.Response.WriteJson(g.Map{\"secret\": \"data\"})\n})\nif err := s.Start(); err != nil {\npanic(err)\n}\nreturn probe.Started(fmt.Sprintf(\"127.0.0.1:%d\", s.GetListenedPort()), func() { _ = s.Shutdown() })\n}"},
}

// reNote matches the comment at the end of a row's code.
var reNote = regexp.MustCompile(` //.* \}\)$`)

// source returns the source of the group's fixture.
func (g *group) source(t *testing.T) string {
	t.Helper()
	var body bytes.Buffer
	for i, r := range g.rows {
		code := reNote.ReplaceAllString(r.Code, " })")
		if !strings.Contains(code, "; return probe.") {
			code = "return " + code
		}
		came := "; the rest did not run."
		if r.wrong() {
			came = "; the rest ran."
		}
		fmt.Fprintf(&body, "\n%sfunc %s(e *env) *http.Server {\n%s\n}\n", fixture.Comment(rowName(i)+": "+r.Situation+". The client saw "+r.Client+came), rowName(i), strings.ReplaceAll(code, "; ", "\n"))
	}
	decls := ""
	for _, d := range slices.Backward(tableDecls) {
		if strings.Contains(decls+body.String(), d.text) {
			decls = "\n" + d.decl + "\n" + decls
		}
	}
	head := fmt.Sprintf("Package %s holds handlers and middleware of %s %s that answer with an error, each with what came of it. The rows of missing_return.csv become this file: "+
		"go test ./analyzers/missingreturn -run Fixtures -update.", g.pkg, g.rows[0].Framework, g.rows[0].Version)
	src := fmt.Sprintf("%spackage %s\n\nimport (\n%s)\n%s%s", fixture.Comment(head), g.pkg, fixture.Imports(t, tableImports, decls+body.String()), decls, body.String())
	out, err := format.Source([]byte(src))
	if err != nil {
		t.Fatalf("%s: %v\n%s", g.pkg, err, src)
	}
	return string(out)
}
