package errenvelope_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/prodvet/prodvet/internal/fixture"
	"github.com/prodvet/prodvet/internal/vetjson"
)

// The reasons for which a row is decided otherwise than it was run.
const (
	unmarked   = "a handler of huma has no type of huma in its signature"
	handler    = "returns a handler, or is one: the framework's own answer"
	chosen     = "looks for a file, and answers that there is none if there is none"
	negotiated = "the client's Accept header chooses the format"
	page       = "the template that the row was run with does not exist; with one it sends HTML"
	renders    = "the value's own Render method chooses the status"
)

// differs are the rows that the rule decides otherwise than they were run, with
// the reason.
var differs = map[string]string{
	"nethttp NotFoundHandler":    handler,
	"nethttp StripPrefix":        handler,
	"nethttp FileServer":         handler,
	"nethttp FileServerFS":       handler,
	"nethttp TimeoutHandler":     handler,
	"nethttp Handler":            handler,
	"nethttp ServeHTTP":          handler,
	"nethttp ServeFile":          chosen,
	"nethttp ServeFileFS":        chosen,
	"nethttp ServeContent":       chosen,
	"nethttp Flush":              "the status comes too late: the response has begun",
	"nethttp xml Encode":         "XML that is sent as text/plain is meant as XML",
	"gorilla ContentTypeHandler": handler,
	"gorilla ServeHTTP":          handler,
	"chirender Render":           renders,
	"chirender RenderList":       renders,
	"gin Negotiate":              negotiated,
	"gin File":                   chosen,
	"gin FileFromFS":             chosen,
	"gin FileAttachment":         chosen,
	"echov4 Render":              page,
	"echov4 File":                chosen,
	"echov5 Render":              page,
	"echov5 File":                chosen,
	"fiberv2 Format":             negotiated,
	"fiberv2 Render":             page,
	"fiberv2 SendFile":           chosen,
	"fiberv3 CBOR":               "no encoder of CBOR is configured",
	"fiberv3 AutoFormat":         negotiated,
	"fiberv3 SendFile":           chosen,
	"huma plain error returned":  unmarked,
	"beego WriteString":          "of SetStatus and WriteHeader, beego's WriteString sends what the latter set",
}

// central are the rows that answer as the framework's central error handler
// does, in whose place an application can set its own: without the option
// strict they are left alone.
var central = []string{
	"echov4 Error", "gozero Error", "gozero ErrorCtx", "huma WriteErr", "grpcgateway HTTPError", "grpcgateway DefaultRoutingErrorHandler",
	"iris StatusCode", "iris StopWithStatus", "iris NotFound",
	"echov4 Bind", "echov4 NewHTTPError", "echov4 &HTTPError{}", "echov4 ErrUnauthorized (package error variables)", "echov4 plain error returned",
	"echov5 Bind", "echov5 NewHTTPError", "echov5 ErrUnauthorized (package error variables)", "echov5 plain error returned",
	"fiberv2 NewError", "fiberv2 ErrUnauthorized (package error variables)", "fiberv2 plain error returned", "fiberv2 BodyParser",
	"fiberv3 NewError", "fiberv3 NewErrorf", "fiberv3 ErrUnauthorized (package error variables)", "fiberv3 plain error returned",
	"huma NewError", "huma Error400BadRequest (… Error4xx/Error5xx family)", "huma Error404NotFound", "huma Error500InternalServerError",
	"huma plain error returned", "huma ErrorWithHeaders",
	"connect NewError", "connect plain error returned", "grpc Error", "grpc Errorf", "grpc New(...).Err()",
	"kratos New", "kratos Newf", "kratos Errorf", "kratos NotFound (… BadRequest, Unauthorized, InternalServer family)", "kratos plain error returned",
}

// TestTable holds the rule against the table of what was run: each row is a
// function of testdata/errenvelope/table, and the one finding in it, or none,
// must be what the client saw. With -v it prints every row; those that differ
// begin with DIFF.
func TestTable(t *testing.T) {
	groups := table(t)
	for _, test := range []struct {
		name  string
		flags []string
		want  func(row) []string
	}{
		{"strict", []string{"-errenvelope.strict"}, row.want},
		{"loose", nil, row.loose},
	} {
		t.Run(test.name, func(t *testing.T) {
			flags := append([]string{"-errenvelope", required}, test.flags...)
			found := make(map[string][]vetjson.Diagnostic) // by file and function
			for _, d := range fixture.Vet(t, fixture.Testdata(t), flags, "./errenvelope/table/...")["errenvelope"] {
				key := fixture.Enclosing(t, d)
				found[key] = append(found[key], d)
			}
			elsewhere := maps.Clone(found)
			for _, g := range groups {
				t.Run(g.pkg, func(t *testing.T) {
					for i, r := range g.rows {
						key := g.file(t) + " " + rowName(i)
						name := r.Name
						if r.Package == "encoding/xml" {
							name = "xml " + name
						}
						want := test.want(r)
						if len(test.flags) == 0 && slices.Contains(central, g.pkg+" "+name) {
							want = []string{silence}
						}
						g.compare(t, r, name, want, found[key])
						delete(elsewhere, key)
						if r.setsStatus() {
							r = r.after()
							g.compare(t, r, name+" after", test.want(r), found[key+"After"])
							delete(elsewhere, key+"After")
						}
					}
				})
			}
			for _, ds := range elsewhere {
				for _, d := range ds {
					t.Errorf("%s: a finding outside the rows: %s: %s", d.Posn, d.Category, d.Message)
				}
			}
		})
	}
}

// compare reports a row that the rule decides otherwise.
func (g *group) compare(t *testing.T, r row, name string, want []string, found []vetjson.Diagnostic) {
	t.Helper()
	var got []string
	for _, d := range found {
		got = append(got, d.Category)
	}
	if len(got) == 0 {
		got = []string{silence}
	}
	ok := len(got) == 1 && slices.Contains(want, got[0])
	mark := "same"
	if !ok {
		mark = "DIFF"
	}
	if !ok || testing.Verbose() {
		t.Logf("%s %s: %s\n\ttruth %s\n\twant  %q\n\tgot   %q", mark, name, strings.Join(strings.Fields(r.Code), " "), r.truth(), want, got)
	}
	switch _, excused := differs[g.pkg+" "+name]; {
	case ok && excused && !slices.Contains(want, silence):
		t.Errorf("%s %s is decided: take it out of differs", g.pkg, name)
	case !ok && !excused:
		t.Errorf("%s %s differs, see above", g.pkg, name)
	}
}

// readTable reads rows from a CSV file.
func readTable(t *testing.T, name string) []row {
	t.Helper()
	records := fixture.ReadTable(t, name, "package", "version", "receiver", "name", "status_arg", "status_known_by", "body_arg", "kind", "observed_status",
		"observed_content_type", "observed_body", "code_after_it_runs", "next_handler_runs_by_itself", "called_twice_418_then_200", "params", "results", "code")
	var rows []row
	for _, rec := range records {
		rows = append(rows, row{Package: rec[0], Version: rec[1], Receiver: rec[2], Name: rec[3], KnownBy: rec[5], Kind: rec[7],
			Status: rec[8], ContentType: rec[9], Body: rec[10], Params: rec[14], Results: rec[15], Code: rec[16]})
	}
	return rows
}

// rowName returns the name of the function of the row with index i.
func rowName(i int) string { return fmt.Sprintf("Row%02d", i+1) }

// file returns the name of the group's fixture.
func (g *group) file(t *testing.T) string {
	return filepath.Join(fixture.Testdata(t), "errenvelope", "table", g.pkg, "table.go")
}
