package goroutinerecover_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
)

var update = flag.Bool("update", false, "write the fixtures of the tables")

// A table is one file of rows and the package of functions that they become.
type table struct {
	csv    string
	pkg    string
	header []string
	// columns of the group ("" is none), the name, the truth and the code
	group, name, verdict, code int
	// around is what stands around a row's code.
	before, after string
}

var tables = []table{
	{
		csv: "recover_forms.csv", pkg: "forms", header: []string{"form", "result", "process_end", "code"},
		group: -1, name: 0, verdict: 1, code: 3,
		before: "go func() {\n", after: "\n}()",
	},
	{
		csv: "goroutine_runners.csv", pkg: "runners",
		header: []string{"package", "version", "runner", "func_arg", "process", "caller_saw", "client_saw", "verdict", "code"},
		group:  0, name: 2, verdict: 7, code: 8,
	},
}

// tableImports are the names by which rows call packages.
var tableImports = map[string]string{
	"ants": "github.com/panjf2000/ants/v2", "asynq": "github.com/hibiken/asynq", "beectx": "github.com/beego/beego/v2/server/web/context",
	"bytes": "bytes", "cache": "github.com/patrickmn/go-cache", "chimw": "github.com/go-chi/chi/v5/middleware",
	"conc": "github.com/sourcegraph/conc", "context": "context", "cron": "github.com/robfig/cron/v3",
	"deadline": "github.com/eapache/go-resiliency/deadline", "debug": "runtime/debug", "echo4mw": "github.com/labstack/echo/v4/middleware",
	"echo5": "github.com/labstack/echo/v5", "errgroup": "golang.org/x/sync/errgroup", "exec": "os/exec",
	"f2rec": "github.com/gofiber/fiber/v2/middleware/recover", "f2to": "github.com/gofiber/fiber/v2/middleware/timeout",
	"f3rec": "github.com/gofiber/fiber/v3/middleware/recover", "f3to": "github.com/gofiber/fiber/v3/middleware/timeout",
	"fasthttp": "github.com/valyala/fasthttp", "fiber2": "github.com/gofiber/fiber/v2", "fiber3": "github.com/gofiber/fiber/v3",
	"filepath": "path/filepath", "fmt": "fmt", "fx": "go.uber.org/fx", "gcron": "github.com/gogf/gf/v2/os/gcron",
	"gin": "github.com/gin-gonic/gin", "gocron": "github.com/go-co-op/gocron/v2",
	"gopool": "github.com/bytedance/gopkg/util/gopool", "grpc": "google.golang.org/grpc",
	"grpcrec": "github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery", "grpool": "github.com/gogf/gf/v2/os/grpool",
	"gtimer": "github.com/gogf/gf/v2/os/gtimer", "gutil": "github.com/gogf/gf/v2/util/gutil",
	"healthpb": "google.golang.org/grpc/health/grpc_health_v1", "hserver": "github.com/cloudwego/hertz/pkg/app/server", "http": "net/http",
	"httprouter": "github.com/julienschmidt/httprouter", "httptest": "net/http/httptest", "httputil": "net/http/httputil",
	"insecure": "google.golang.org/grpc/credentials/insecure", "io": "io", "iris": "github.com/kataras/iris/v12",
	"jetstream": "github.com/nats-io/nats.go/jetstream", "lo": "github.com/samber/lo", "log": "log", "lop": "github.com/samber/lo/parallel",
	"mr": "github.com/zeromicro/go-zero/core/mr", "nats": "github.com/nats-io/nats.go", "net": "net", "os": "os",
	"pond": "github.com/alitto/pond/v2", "pond1": "github.com/alitto/pond", "pool": "github.com/sourcegraph/conc/pool",
	"probe": "example.com/fixtures/goroutinerecover/table/probe", "prometheus": "github.com/prometheus/client_golang/prometheus",
	"reflect": "reflect", "rpc": "net/rpc", "run": "github.com/oklog/run", "runtime": "runtime", "sentry": "github.com/getsentry/sentry-go",
	"singleflight": "golang.org/x/sync/singleflight", "slog": "log/slog", "standard": "github.com/cloudwego/hertz/pkg/network/standard",
	"status": "google.golang.org/grpc/status", "stream": "github.com/sourcegraph/conc/stream", "strings": "strings",
	"suture": "github.com/thejerf/suture/v4", "sync": "sync", "template": "text/template",
	"threading": "github.com/zeromicro/go-zero/core/threading", "time": "time",
	"utilruntime": "k8s.io/apimachinery/pkg/util/runtime", "uuid": "github.com/google/uuid", "viper": "github.com/spf13/viper",
	"wait": "k8s.io/apimachinery/pkg/util/wait", "web": "github.com/beego/beego/v2/server/web",
	"wmmw": "github.com/ThreeDotsLabs/watermill/message/router/middleware", "workerpool": "github.com/gammazero/workerpool",
}

// groupImports are names that mean something else in a group.
var groupImports = map[string]map[string]string{
	"iter":                             {"iter": "iter"},
	"github.com/sourcegraph/conc/iter": {"iter": "github.com/sourcegraph/conc/iter"},
}

func dir(t *testing.T) string {
	t.Helper()
	return filepath.Join(fixture.Testdata(t), "goroutinerecover", "table")
}

// rows reads the table.
func (tb table) rows(t *testing.T) []row {
	t.Helper()
	var rows []row
	for _, rec := range fixture.ReadTable(t, filepath.Join(dir(t), tb.csv), tb.header...) {
		r := row{Group: tb.pkg, Name: rec[tb.name], Verdict: rec[tb.verdict], Code: rec[tb.code]}
		if tb.group >= 0 {
			r.Group = rec[tb.group]
		}
		rows = append(rows, r)
	}
	return rows
}

// lintComment is a directive for another linter, which ended a line of the code
// that is now one.
var lintComment = regexp.MustCompile(`//nolint\S* // the point`)

// server matches a row that is one expression, which gives the server that was
// asked.
var server = regexp.MustCompile(`^(ginS|chiS|echoS|fiber2S|fiber3S|hertzS|hooked|probe\.HTTP)\(`)

// function returns the source of the row's function: a handler, so that what it
// starts is started by a request.
func (tb table) function(name string, r row) string {
	result := ""
	code := lintComment.ReplaceAllString(r.Code, "")
	if server.MatchString(code) {
		result, code = "*probe.Server", "return "+code
	} else if strings.Contains(code, "; return probe.") {
		result = "*probe.Server"
	}
	return fmt.Sprintf("%sfunc %s(http.ResponseWriter, *http.Request) %s {\n%s%s%s\n}\n",
		fixture.Comment(fmt.Sprintf("%s: %s; %s.", name, r.Name, r.truth())), name, result, tb.before, code, tb.after)
}

// rowName names the function of the row with index i of its table.
func rowName(i int) string { return fmt.Sprintf("Row%03d", i+1) }

// file returns the name of the file that has the rows of a group.
func (tb table) file(group string) string {
	var b strings.Builder
	for _, r := range strings.TrimPrefix(group, "github.com/") {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else if r >= 'A' && r <= 'Z' {
			b.WriteRune(r - 'A' + 'a')
		}
	}
	return path.Join(tb.pkg, "table_"+b.String()+"_rows.go")
}

// fixtures returns the sources of the table's fixtures by file name.
func (tb table) fixtures(t *testing.T) map[string]string {
	t.Helper()
	bodies := make(map[string]*bytes.Buffer)
	for i, r := range tb.rows(t) {
		if bodies[r.Group] == nil {
			bodies[r.Group] = new(bytes.Buffer)
		}
		fmt.Fprintf(bodies[r.Group], "\n%s", tb.function(rowName(i), r))
	}
	files := make(map[string]string)
	for group, body := range bodies {
		known := maps.Clone(tableImports)
		maps.Copy(known, groupImports[group])
		src := fmt.Sprintf("package %s\n\nimport (\n%s)\n%s", tb.pkg, fixture.Imports(t, known, body.String()), body)
		out, err := format.Source([]byte(src))
		if err != nil {
			t.Fatalf("%s: %v\n%s", group, err, src)
		}
		files[filepath.Join(dir(t), filepath.FromSlash(tb.file(group)))] = string(out)
	}
	return files
}

// TestTableFixtures holds the fixtures of the tables against the tables. With
// -update it writes them.
func TestTableFixtures(t *testing.T) {
	files := make(map[string]string)
	for _, tb := range tables {
		maps.Copy(files, tb.fixtures(t))
	}
	maps.Copy(files, answerFixtures(t))
	fixture.Generated(t, files, *update, "go test ./analyzers/goroutinerecover -run TableFixtures -update", filepath.Join(dir(t), "*", "table_*_rows.go"))
}
