package middlewareorder_test

import (
	"bytes"
	"fmt"
	"go/format"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// A defaultRow is one answer that was seen: a record of one of the tables in
// testdata/middlewareorder/defaulttable.
type defaultRow struct {
	source, setup, trigger string
	envelope               bool // the client saw the envelope of the service
}

// A defaultServer is a router as the tables have it, which becomes a function of
// the fixtures, with the words by which a finding names what rows are about.
type defaultServer struct {
	pkg  string // of the fixtures: its service.go has the handlers
	name string // of the function
	code string // its statements
	rows []defaultMatch
}

// defaultMatch says which rows a server stands for: those of a framework with
// this setup, "" for none, by their triggers.
type defaultMatch struct {
	source, setup string
	occasions     map[string]string // by trigger
}

// The occasions that findings name, by the triggers of the table of central
// handlers.
var centralOccasions = map[string]string{
	"404": "unknown routes", "404 below a group with middleware": "unknown routes", "405": "unknown methods",
	"panic, the framework's recovery middleware": "panics", "body too large (the framework's limit)": "too large bodies",
	"timeout (the framework's middleware)": "slow requests",
}

// otherAnswers are triggers that are none of the rule's, with the reason.
var otherAnswers = map[string]string{
	"handler returns/records a plain error":      "what handlers do is errenvelope's",
	"handler returns the framework's HTTP error": "what handlers do is errenvelope's",
	"binding failure":                            "what handlers do is errenvelope's",
	"malformed request":                          "the server answers before there is a router: nobody can set it",
	"trailing slash":                             "a redirect, or an unknown route",
	"404 of a static directory":                  "files are for browsers",
	"basic auth middleware":                      "browsers show a dialog and no body",
}

var defaultServers = []defaultServer{
	{"nethttp", "Central", `m := http.NewServeMux(); m.HandleFunc("GET /err", get); return http.ListenAndServe(":8080", recoverer(m))`, []defaultMatch{
		{"net/http", "ServeMux in a hand-written recovery; http.TimeoutHandler and MaxBytesHandler", centralOccasions},
	}},
	{"nethttp", "Default", `m := http.NewServeMux(); m.HandleFunc("GET /x", get); return http.ListenAndServe(":8080", m)`, []defaultMatch{
		{"net/http", "", map[string]string{"404 (ServeMux)": "unknown routes", "405 (ServeMux method pattern)": "unknown methods"}},
	}},
	{"chi", "Central", `r := chi.NewRouter(); r.Use(recoverer); r.NotFound(notFound); r.MethodNotAllowed(notFound); r.Get("/err", get)
		r.With(chimw.Timeout(20*time.Millisecond)).Get("/slow", get); r.With(chimw.BasicAuth("r", nil)).Get("/auth", get)
		r.Route("/api", func(chi.Router) {}); r.Handle("/static/*", http.StripPrefix("/static/", http.FileServer(http.Dir("/nonexistent"))))
		return http.ListenAndServe(":8080", r)`, []defaultMatch{
		{"chi", "NotFound, MethodNotAllowed, own recovery, middleware.Timeout, BasicAuth", centralOccasions},
	}},
	{"chi", "Recoverer", `r := chi.NewRouter(); r.Use(chimw.Recoverer); r.NotFound(notFound); r.Get("/panic", get); return http.ListenAndServe(":8080", r)`, []defaultMatch{
		{"chi", "NotFound, MethodNotAllowed, middleware.Recoverer", centralOccasions},
	}},
	{"chi", "Default", `r := chi.NewRouter(); r.Use(chimw.Recoverer); r.Get("/x", get); return http.ListenAndServe(":8080", r)`, []defaultMatch{
		{"chi", "", map[string]string{"404": "unknown routes", "405 (has Allow, no body)": "unknown methods", "unknown method": "unknown methods", "middleware.Recoverer": "panics"}},
	}},
	{"gorilla", "Central", `r := mux.NewRouter(); r.NotFoundHandler = http.HandlerFunc(notFound); r.MethodNotAllowedHandler = http.HandlerFunc(notFound)
		r.HandleFunc("/err", get).Methods("GET"); r.PathPrefix("/api").Subrouter().Use(handlers.RecoveryHandler())
		return http.ListenAndServe(":8080", handlers.RecoveryHandler()(r))`, []defaultMatch{
		{"gorilla/mux", "NotFoundHandler, MethodNotAllowedHandler, handlers.RecoveryHandler", centralOccasions},
	}},
	{"gorilla", "Default", `r := mux.NewRouter(); r.Use(handlers.RecoveryHandler()); r.HandleFunc("/x", get).Methods("GET"); return http.ListenAndServe(":8080", r)`, []defaultMatch{
		{"gorilla", "", map[string]string{"404": "unknown routes", "405 (no body, no Allow)": "unknown methods", "handlers.RecoveryHandler": "panics"}},
	}},
	{"httprouter", "Central", `r := httprouter.New(); r.NotFound, r.MethodNotAllowed = http.HandlerFunc(notFound), http.HandlerFunc(notFound)
		r.PanicHandler = func(w http.ResponseWriter, q *http.Request, _ any) { notFound(w, q) }
		r.HandlerFunc("GET", "/err", get); r.ServeFiles("/static/*filepath", http.Dir("/nonexistent")); return http.ListenAndServe(":8080", r)`, []defaultMatch{
		{"httprouter", "NotFound, MethodNotAllowed, PanicHandler", centralOccasions},
	}},
	{"httprouter", "Default", `r := httprouter.New(); r.HandlerFunc("GET", "/x", get); return http.ListenAndServe(":8080", r)`, []defaultMatch{
		{"httprouter", "", map[string]string{"404": "unknown routes", "405": "unknown methods"}},
	}},
	{"gin", "Central", `r := gin.New(); r.HandleMethodNotAllowed = true; r.NoRoute(notFound); r.NoMethod(notFound)
		r.Use(gin.CustomRecovery(func(c *gin.Context, _ any) { notFound(c) })); r.GET("/err", get)
		r.GET("/auth", gin.BasicAuth(gin.Accounts{"u": "p"}), get); 
		r.Group("/api", get); r.Static("/static", "/nonexistent"); return r.Run()`, []defaultMatch{
		{"gin", "NoRoute, NoMethod+HandleMethodNotAllowed, CustomRecovery, an errors middleware (c.Errors after Next, writes when not yet Written)", centralOccasions},
	}},
	{"gin", "Default", `r := gin.Default(); r.GET("/x", get); return r.Run()`, []defaultMatch{
		{"gin", "", map[string]string{"404": "unknown routes", "method mismatch (HandleMethodNotAllowed false, the default)": "unknown routes", "panic, Recovery()": "panics"}},
	}},
	{"gin", "Methods", `r := gin.Default(); r.HandleMethodNotAllowed = true; r.GET("/x", get); return r.Run()`, []defaultMatch{
		{"gin", "", map[string]string{"405 (HandleMethodNotAllowed true)": "unknown methods"}},
	}},
	{"echo4", "Central", `e := echo4.New(); e.HTTPErrorHandler = central; e.Use(echo4mw.Recover(), echo4mw.BodyLimit("1K")); e.GET("/err", get)
		e.GET("/slow", get, echo4mw.TimeoutWithConfig(echo4mw.TimeoutConfig{Timeout: 20 * time.Millisecond}))
		e.Group("/api", func(n echo4.HandlerFunc) echo4.HandlerFunc { return n }); e.Static("/static", "nonexistent"); return e.Start(":8080")`, []defaultMatch{
		{"echo/v4", "HTTPErrorHandler, Recover, BodyLimit, Timeout, BasicAuth", centralOccasions},
	}},
	{"echo4", "Default", `e := echo4.New(); e.Use(echo4mw.Recover(), echo4mw.BodyLimit("1K")); e.GET("/x", get); return e.Start(":8080")`, []defaultMatch{
		{"echo/v4", "", map[string]string{"404": "unknown routes", "405": "unknown methods", "404 HEAD": "unknown routes", "Recover": "panics"}},
	}},
	{"echo5", "Central", `e := echo5.New(); e.HTTPErrorHandler = central; e.Use(echo5mw.Recover(), echo5mw.BodyLimit(1000)); e.GET("/err", get)
		e.GET("/slow", get, echo5mw.ContextTimeout(20*time.Millisecond)); return e.Start(":8080")`, []defaultMatch{
		{"echo/v5", "HTTPErrorHandler, Recover, BodyLimit, ContextTimeout, BasicAuth", centralOccasions},
	}},
	{"echo5", "Default", `e := echo5.New(); e.Use(echo5mw.Recover(), echo5mw.BodyLimit(1000)); e.GET("/x", get); return e.Start(":8080")`, []defaultMatch{
		{"echo/v5", "", map[string]string{"404": "unknown routes", "405": "unknown methods", "Recover": "panics"}},
	}},
	{"fiber2", "Central", `a := fiber2.New(fiber2.Config{DisableStartupMessage: true, BodyLimit: 1000, ErrorHandler: central}); a.Use(f2rec.New()); a.Get("/err", get)
		a.Get("/slow", f2to.NewWithContext(get, 20*time.Millisecond)); a.Group("/api", func(c *fiber2.Ctx) error { return c.Next() }); return a.Listen(":8080")`, []defaultMatch{
		{"fiber/v2", "Config.ErrorHandler, recover, BodyLimit, timeout, basicauth", centralOccasions},
		{"fiber/v2", "", map[string]string{"body over BodyLimit with a custom ErrorHandler: it is used": "too large bodies"}},
	}},
	{"fiber2", "Default", `a := fiber2.New(); a.Use(f2rec.New()); a.Get("/x", get); return a.Listen(":8080")`, []defaultMatch{
		{"fiber/v2", "", map[string]string{"404 (echoes the path)": "unknown routes", "405": "unknown methods", "body over BodyLimit": "too large bodies", "recover": "panics"}},
	}},
	{"fiber3", "Central", `a := fiber3.New(fiber3.Config{BodyLimit: 1000, ErrorHandler: central}); a.Use(f3rec.New()); a.Get("/err", get)
		a.Get("/slow", f3to.New(get, f3to.Config{Timeout: 20 * time.Millisecond})); a.Group("/api", func(c fiber3.Ctx) error { return c.Next() }); return a.Listen(":8080")`, []defaultMatch{
		{"fiber/v3", "Config.ErrorHandler, recover, BodyLimit, timeout, basicauth", centralOccasions},
	}},
	{"fiber3", "Default", `a := fiber3.New(); a.Use(f3rec.New()); a.Get("/x", get); return a.Listen(":8080")`, []defaultMatch{
		{"fiber/v3", "", map[string]string{"404": "unknown routes", "405": "unknown methods", "body over BodyLimit": "too large bodies", "recover": "panics"}},
	}},
	{"hertz", "Default", `h := hserver.Default(); h.GET("/x", get); h.Spin(); return nil`, []defaultMatch{
		{"hertz", "", map[string]string{"404": "unknown routes", "method mismatch (HandleMethodNotAllowed false, the default)": "unknown routes", "panic (server.Default)": "panics"}},
	}},
	{"hertz", "Methods", `h := hserver.Default(hserver.WithHandleMethodNotAllowed(true)); h.GET("/x", get); h.Spin(); return nil`, []defaultMatch{
		{"hertz", "", map[string]string{"405 (WithHandleMethodNotAllowed(true))": "unknown methods"}},
	}},
	{"iris", "Default", `a := iris.Default(); a.Get("/x", get); return a.Listen(":8080")`, []defaultMatch{
		{"iris/v12", "", map[string]string{"404": "unknown routes", "method mismatch (FireMethodNotAllowed false, the default)": "unknown routes", "panic (iris.Default)": "panics"}},
	}},
	{"iris", "Methods", `a := iris.Default(); a.Configure(iris.WithFireMethodNotAllowed); a.Get("/x", get); return a.Listen(":8080")`, []defaultMatch{
		{"iris/v12", "", map[string]string{"405 (FireMethodNotAllowed)": "unknown methods"}},
	}},
	{"huma", "Central", `r := chi.NewRouter(); r.Use(chimw.Recoverer); r.NotFound(notFound); r.MethodNotAllowed(notFound)
		api := humachi.New(r, huma.DefaultConfig("t", "1")); huma.Get(api, "/err", get); return http.ListenAndServe(":8080", r)`, []defaultMatch{
		{"huma/v2", "huma.NewError replaced AFTER Register, chi NotFound/MethodNotAllowed, chi Recoverer", centralOccasions},
	}},
	{"gozero", "Central", `s := rest.MustNewServer(conf, rest.WithNotFoundHandler(http.HandlerFunc(get)), rest.WithNotAllowedHandler(http.HandlerFunc(get)))
		s.AddRoutes([]rest.Route{{Method: "GET", Path: "/err", Handler: get}}); s.Start(); return nil`, []defaultMatch{
		{"go-zero", "httpx.SetErrorHandler, WithNotFoundHandler, WithNotAllowedHandler, Recover/Timeout/MaxBytes middlewares", centralOccasions},
	}},
	{"gozero", "Default", `s := rest.MustNewServer(conf); s.AddRoutes([]rest.Route{{Method: "GET", Path: "/x", Handler: get}}); s.Start(); return nil`, []defaultMatch{
		{"go-zero", "", map[string]string{"404": "unknown routes", "405": "unknown methods", "panic (Recover on)": "panics"}},
	}},
}

// defaultDiffers are the rows that the rule does not decide as they were run, by
// package, function and trigger, with the reason.
var defaultDiffers = map[string]string{
	"nethttp Central 405":                                       "ServeMux has no setting for it; a handler for the rest takes both away, which is what the finding asks for",
	"nethttp Default 405 (ServeMux method pattern)":             "ServeMux has no setting for it; a handler for the rest takes both away, which is what the finding asks for",
	"gozero Central panic, the framework's recovery middleware": "go-zero has no setting for it",
	"gozero Default panic (Recover on)":                         "go-zero has no setting for it",
	"gozero Central body too large (the framework's limit)":     "go-zero has no setting for it",
	"nethttp Central timeout (the framework's middleware)":      timeouts,
	"chi Central timeout (the framework's middleware)":          timeouts,
	"gin Central timeout (the framework's middleware)":          timeouts,
	"echo4 Central timeout (the framework's middleware)":        timeouts,
	"fiber3 Central timeout (the framework's middleware)":       timeouts,
}

const timeouts = "not implemented: it takes the options of the middleware, and whether something outside of it sets a content type"

// notDefaultTable are sources of which no row is looked at, with the reason.
var notDefaultTable = map[string]string{
	"kratos http": "its options are held in a slice, which is not followed, and its handlers are generated",
	"goframe":     "in which form its handlers answer errors is not known: the status is a field",
	"beego/v2":    "functions of the package set its pages, for all servers",
	"connect":     "the mux answers, and its errors are the protocol's", "grpc": "answers in its protocol", "grpc ServeHTTP": "answers in its protocol",
	"grpc-gateway": "answers in its protocol",
}

// defaultTables returns the rows of both tables.
func defaultTables(t *testing.T) (rows []defaultRow) {
	t.Helper()
	for _, r := range fixture.ReadTable(t, filepath.Join(defaultDir(t), "central_handler_coverage.csv"), "framework", "version", "setup", "trigger", "verdict", "client_saw") {
		rows = append(rows, defaultRow{r[0], r[2], r[3], r[4] == "ENVELOPE"})
	}
	for _, r := range fixture.ReadTable(t, filepath.Join(defaultDir(t), "default_error_bodies.csv"), "source", "version", "who", "trigger", "status", "content_type", "kind") {
		// No default has the keys of the fixtures' envelope; that of the one row with
		// a handler of the service's has its status.
		rows = append(rows, defaultRow{r[0], "", r[3], r[4] == "499"})
	}
	return rows
}

func defaultDir(t *testing.T) string {
	t.Helper()
	return filepath.Join(fixture.Testdata(t), "middlewareorder", "defaulttable")
}

// TestDefaultTable holds the rule against the tables of what was answered.
func TestDefaultTable(t *testing.T) {
	rows := defaultTables(t)
	found := make(map[string][]vetjson.Diagnostic) // by package and function
	for _, d := range fixture.Vet(t, fixture.Testdata(t), []string{"-middlewareorder"}, "./middlewareorder/defaulttable/...")["middlewareorder"] {
		if d.Category != "default-error" {
			continue
		}
		file, fn, _ := strings.Cut(fixture.Enclosing(t, d), " ")
		fn = filepath.Base(filepath.Dir(file)) + " " + fn
		found[fn] = append(found[fn], d)
	}
	decided, agree := make(map[defaultRow]bool), 0
	for _, s := range defaultServers {
		fn := s.pkg + " " + s.name
		if len(found[fn]) > 2 {
			t.Errorf("%s: %d findings about one router: %v", fn, len(found[fn]), found[fn])
		}
		for _, m := range s.rows {
			for _, r := range rows {
				occasion, ok := m.occasions[r.trigger]
				if r.source != m.source || r.setup != m.setup || !ok {
					continue
				}
				decided[r] = true
				got := slices.ContainsFunc(found[fn], func(d vetjson.Diagnostic) bool {
					told, _, _ := strings.Cut(d.Message, ", while ")
					return strings.Contains(told, occasion)
				})
				name := fn + " " + r.trigger
				reason, excused := defaultDiffers[name]
				switch agrees := got != r.envelope; {
				case agrees && excused:
					t.Errorf("%s is decided: take it out of defaultDiffers", name)
				case !agrees && excused:
					t.Logf("DIFF %s: %s", name, reason)
				case !agrees:
					t.Errorf("DIFF %s: envelope %v, found %v", name, r.envelope, found[fn])
				default:
					agree++
				}
			}
		}
	}
	t.Logf("%d rows agree", agree)
	for _, r := range rows {
		switch {
		case decided[r], r.setup == "" || otherAnswers[r.trigger] != "" || notDefaultTable[r.source] != "":
		default:
			t.Errorf("no server stands for %s: %s: %s", r.source, r.setup, r.trigger)
		}
	}
}

// TestDefaultTableFixtures holds the fixtures against the servers of the tables.
// With -update it writes them.
func TestDefaultTableFixtures(t *testing.T) {
	files := make(map[string]string)
	for _, s := range defaultServers {
		name := filepath.Join(defaultDir(t), s.pkg, "table.go")
		if files[name] == "" {
			files[name] = defaultSource(t, s.pkg)
		}
	}
	fixture.Generated(t, files, *update, "go test ./analyzers/middlewareorder -run DefaultTableFixtures -update", filepath.Join(defaultDir(t), "*", "table.go"))
}

// defaultImports are the names by which the servers call packages.
var defaultImports = map[string]string{
	"huma": "github.com/danielgtaylor/huma/v2", "humachi": "github.com/danielgtaylor/huma/v2/adapters/humachi",
	"rest": "github.com/zeromicro/go-zero/rest",
	"chi":  "github.com/go-chi/chi/v5", "chimw": "github.com/go-chi/chi/v5/middleware", "echo4": "github.com/labstack/echo/v4",
	"echo4mw": "github.com/labstack/echo/v4/middleware", "echo5": "github.com/labstack/echo/v5", "echo5mw": "github.com/labstack/echo/v5/middleware",
	"f2rec": "github.com/gofiber/fiber/v2/middleware/recover", "f2to": "github.com/gofiber/fiber/v2/middleware/timeout",
	"f3rec": "github.com/gofiber/fiber/v3/middleware/recover", "f3to": "github.com/gofiber/fiber/v3/middleware/timeout",
	"fiber2": "github.com/gofiber/fiber/v2", "fiber3": "github.com/gofiber/fiber/v3", "gin": "github.com/gin-gonic/gin",
	"handlers": "github.com/gorilla/handlers", "hserver": "github.com/cloudwego/hertz/pkg/app/server",
	"http": "net/http", "httprouter": "github.com/julienschmidt/httprouter", "iris": "github.com/kataras/iris/v12", "mux": "github.com/gorilla/mux", "time": "time",
}

// defaultSource returns the fixtures of a package: a function a server.
func defaultSource(t *testing.T, pkg string) string {
	t.Helper()
	var body bytes.Buffer
	for _, s := range defaultServers {
		if s.pkg != pkg {
			continue
		}
		what := s.name + " has what the table calls its defaults."
		if setup := s.rows[0].setup; setup != "" {
			what = s.name + ": " + setup + "."
		}
		fmt.Fprintf(&body, "\n%sfunc %s() error {\n%s\n}\n", fixture.Comment(what), s.name, s.code)
	}
	head := fmt.Sprintf("Package %s has the routers of the tables of what is answered by default, with the handlers of a service that has an envelope. "+
		"The servers of defaulttable_test.go become this file: go test ./analyzers/middlewareorder -run DefaultTableFixtures -update.", pkg)
	src := fmt.Sprintf("%spackage %s\n\nimport (\n%s)\n%s", fixture.Comment(head), pkg, fixture.Imports(t, defaultImports, body.String()), body.String())
	out, err := format.Source([]byte(src))
	if err != nil {
		t.Fatalf("%s: %v\n%s", pkg, err, src)
	}
	return string(out)
}
