package goroutinerecover_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/types"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// An answer is what a client saw of a panic: a record of recovery.csv, by its
// columns.
type answer struct {
	framework, setup, code, panic string
	saw                           string // status, content type and body; or "no response: EOF"
	leaks                         bool   // the panic's text was in it
}

// truths returns the kinds of findings that a row can tell of, and whether
// there must be one. It reads what came of running the row and nothing else.
//
// A panic with a text tells whether the text got out and whether anything was
// answered; http.ErrAbortHandler, whether the response was cut off. Panics after
// half of the response, outside the recovery, of a broken connection and of the
// framework's own error type tell of none.
func (a answer) truths() map[string]bool {
	switch {
	case strings.Contains(a.panic, "secret-dsn"):
		return map[string]bool{
			"panic-text":      a.leaks,
			"silent-recovery": emptyOK.MatchString(a.saw),
		}
	case a.panic == "panic(http.ErrAbortHandler)":
		return map[string]bool{"swallowed-abort": !strings.Contains(a.saw, "EOF")}
	}
	return nil
}

// emptyOK is an empty response with status 200.
var emptyOK = regexp.MustCompile(`^200 (\[[^]]*\] )?""$`)

func TestTruths(t *testing.T) {
	for _, test := range []struct {
		answer
		want map[string]bool
	}{
		{answer{panic: `panic("secret-dsn")`, saw: `500 ""`}, map[string]bool{"panic-text": false, "silent-recovery": false}},
		{answer{panic: `panic("secret-dsn")`, saw: `200 ""`}, map[string]bool{"panic-text": false, "silent-recovery": true}},
		{answer{panic: `panic("secret-dsn")`, saw: `200 [text/plain] "half"`}, map[string]bool{"panic-text": false, "silent-recovery": false}},
		{answer{panic: `panic(errors.New("secret-dsn"))`, saw: `500 "secret-dsn"`, leaks: true}, map[string]bool{"panic-text": true, "silent-recovery": false}},
		{answer{panic: "panic(http.ErrAbortHandler)", saw: "no response: EOF"}, map[string]bool{"swallowed-abort": false}},
		{answer{panic: "panic(http.ErrAbortHandler)", saw: `500 ""`}, map[string]bool{"swallowed-abort": true}},
		{answer{panic: "404 path (no route)", saw: `200 ""`}, nil},
	} {
		if got := test.truths(); !maps.Equal(got, test.want) {
			t.Errorf("%v: %v", test.answer, got)
		}
	}
}

// elsewhere are the frameworks whose recovery the rule does not look into, as
// its page says.
var elsewhere = []string{"echo/v4", "echo/v5", "negroni", "connect", "huma/v2", "fasthttp", "hertz", "go-zero", "kratos http", "beego/v2", "iris/v12", "goframe"}

// noFixture are setups with libraries that the fixtures do not have.
var noFixture = []string{"gin-contrib/timeout around a panicking handler, Recovery outermost"}

// answerExceptions are the rows whose truth the rule does not tell, with the
// reason, by row and kind.
var answerExceptions = map[string]string{
	"Row036 swallowed-abort": library,
	"Row063 swallowed-abort": library,
	"Row069 swallowed-abort": library,
	"Row077 swallowed-abort": library, // gin does not call the function for it
	"Row121 swallowed-abort": library,
	"Row133 swallowed-abort": library,
}

// Nothing that the user wrote says what the library's recovery does, and there
// is nothing to write instead but another recovery.
const library = "it is the library's recovery that swallows it"

// answers returns the rows of the table with a fixture, by the name of their
// function.
func answers(t *testing.T) map[string]answer {
	t.Helper()
	records := fixture.ReadTable(t, filepath.Join(dir(t), "recovery.csv"),
		"framework", "version", "setup", "code", "panic", "client_saw", "panic_text_leaks", "process", "outer_middleware_log")
	rows := make(map[string]answer)
	for i, rec := range records {
		a := answer{framework: rec[0], setup: rec[2], code: rec[3], panic: rec[4], saw: rec[5], leaks: rec[6] != "no"}
		if a.truths() != nil && !slices.Contains(elsewhere, a.framework) && !slices.Contains(noFixture, a.setup) {
			rows[rowName(i)] = a
		}
	}
	return rows
}

// answerImports are the names by which the rows and setups call packages.
var answerImports = map[string]string{
	"chi": "github.com/go-chi/chi/v5", "chimw": "github.com/go-chi/chi/v5/middleware", "handlers": "github.com/gorilla/handlers",
	"mux": "github.com/gorilla/mux", "fiber2rec": "github.com/gofiber/fiber/v2/middleware/recover", "fiber3rec": "github.com/gofiber/fiber/v3/middleware/recover",
}

// setups are what the rows call to set up a server, written out as a service
// does: statements with which the call becomes value. $0 is its first argument,
// $* are the arguments after it, or all.
var setups = map[string]struct {
	app        int // arguments that are no middleware
	statements string
	use        string // for all middleware, or for each, as $*
	value      string
}{
	"chiS":   {0, "r := chi.NewRouter()", "r.Use($*)", "probe.HTTP(r)"},
	"gorS":   {1, "r := mux.NewRouter()", "r.Use($*)", "probe.HTTP($0(r))"},
	"hrS":    {1, "r := httprouter.New(); r.PanicHandler = $0", "", "r"},
	"serve":  {1, "r := $0", "r.Use($*)", "probe.HTTP(r)"},
	"serve2": {0, "a := fiber2.New(fiber2.Config{DisableStartupMessage: true})", "a.Use($*)", `probe.Started("", func() { _ = a.Listen(":0") })`},
	"serve3": {0, "a := fiber3.New()", "a.Use($*)", `probe.Started("", func() { _ = a.Listen(":0") })`},
}

// panics are the statements that give a setup its handlers.
var panics = map[string]string{
	"chiS":   "stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })",
	"gorS":   "stdPanics(func(p string, h http.HandlerFunc) { r.HandleFunc(p, h) })",
	"hrS":    `stdPanics(func(p string, h http.HandlerFunc) { r.HandlerFunc("GET", p, h) })`,
	"serve":  "ginPanics(r)",
	"serve2": "fiber2Panics(a)",
	"serve3": "fiber3Panics(a)",
}

// body returns the statements of a row's function.
func (a answer) body(t *testing.T) string {
	t.Helper()
	if strings.Contains(a.code, "return ") && !strings.Contains(a.code, "S(") {
		return a.code
	}
	expr, err := parser.ParseExpr(a.code)
	if err != nil {
		t.Fatalf("%s: %v", a.code, err)
	}
	before, code := "", a.code
	ast.Inspect(expr, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := types.ExprString(call.Fun)
		s, ok := setups[name]
		if !ok {
			return true
		}
		var args []string
		for _, arg := range call.Args {
			args = append(args, a.code[arg.Pos()-1:arg.End()-1])
		}
		before = s.statements
		if mws := args[s.app:]; len(mws) > 0 {
			before += "\n" + strings.ReplaceAll(s.use, "$*", strings.Join(mws, ", "))
		}
		value := s.value
		if s.app > 0 {
			before = strings.ReplaceAll(before, "$0", args[0])
			value = strings.ReplaceAll(strings.ReplaceAll(value, "$0", args[0]), "nil(r)", "r")
		}
		before += "\n" + panics[name] + "\n"
		code = a.code[:call.Pos()-1] + value + a.code[call.End()-1:]
		return false
	})
	return before + "return " + code
}

// answerFixtures returns the sources of the table's fixtures by file name.
func answerFixtures(t *testing.T) map[string]string {
	t.Helper()
	rows := answers(t)
	bodies := make(map[string]*bytes.Buffer)
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		a := rows[name]
		if bodies[a.framework] == nil {
			bodies[a.framework] = new(bytes.Buffer)
		}
		fmt.Fprintf(bodies[a.framework], "\n%sfunc %s() *probe.Server {\n%s\n}\n",
			fixture.Comment(fmt.Sprintf("%s: %s; %s: %s.", name, a.setup, a.panic, strings.TrimSpace(a.saw))), name, a.body(t))
	}
	files := make(map[string]string)
	for framework, body := range bodies {
		known := maps.Clone(tableImports)
		maps.Copy(known, answerImports)
		src := fmt.Sprintf("package answers\n\nimport (\n%s)\n%s", fixture.Imports(t, known, body.String()), body)
		out, err := format.Source([]byte(src))
		if err != nil {
			t.Fatalf("%s: %v\n%s", framework, err, src)
		}
		files[filepath.Join(dir(t), filepath.FromSlash(table{pkg: "answers"}.file(framework)))] = string(out)
	}
	return files
}

// TestAnswers holds the kinds about middleware that recovers against the table
// of what clients saw of a panic, row by row.
func TestAnswers(t *testing.T) {
	found := make(map[string][]vetjson.Diagnostic) // by function
	all := fixture.Vet(t, fixture.Testdata(t), []string{"-goroutinerecover", "-errleak"}, "./goroutinerecover/table/answers")
	for _, d := range all["errleak"] { // what is sent with the status of a server error
		d.Category = "panic-text"
		all["goroutinerecover"] = append(all["goroutinerecover"], d)
	}
	for _, d := range all["goroutinerecover"] {
		_, fn, _ := strings.Cut(fixture.Enclosing(t, d), " ")
		found[fn] = append(found[fn], d)
	}
	uses := declared(t, filepath.Join(dir(t), "answers"))
	rows := answers(t)
	asked, agree := 0, 0
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		a := rows[name]
		all := found[name]
		for helper := range uses[name] {
			all = append(all, found[helper]...)
		}
		truths := a.truths()
		for _, kind := range slices.Sorted(maps.Keys(truths)) {
			asked++
			got := slices.DeleteFunc(slices.Clone(all), func(d vetjson.Diagnostic) bool { return d.Category != kind })
			ok := truths[kind] == (len(got) == 1) && len(got) <= 1
			key := name + " " + kind
			reason, excused := answerExceptions[key]
			if ok {
				agree++
			}
			if !ok || testing.Verbose() {
				t.Logf("%s %t: %s, %s: %s, the client saw %s\n\tgot %s\n\t%s", key, ok, a.framework, a.setup, a.panic, a.saw, describe(got), reason)
			}
			switch {
			case ok && excused:
				t.Errorf("%s is as it was run: take it out of answerExceptions", key)
			case !ok && !excused:
				t.Errorf("%s is not as it was run, see above", key)
			}
		}
	}
	for fn, ds := range found {
		for _, d := range ds {
			if !slices.Contains([]string{"panic-text", "silent-recovery", "swallowed-abort"}, d.Category) {
				t.Errorf("%s: %s", fn, d.Message)
			}
		}
	}
	t.Logf("%d of %d answers agree, in %d rows", agree, asked, len(rows))
}
