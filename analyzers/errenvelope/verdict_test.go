package errenvelope_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A row is a function that writes a response and what the client saw of it: a
// record of testdata/errenvelope/table/error_writers.csv.
type row struct {
	Package, Version, Receiver, Name string
	KnownBy                          string // where the status comes from
	Kind                             string // of the body, by its content type
	Status, ContentType, Body        string // as the client saw them
	Params, Results, Code            string // of a function in which the row was run
}

// silence is the verdict on what is no error, or not one that the envelope is
// meant for.
const silence = ""

// want returns the kinds of finding that agree with what the client saw, for a
// service with an envelope that no row has; the most telling one first. It
// reads nothing but the columns of the truth.
func (r row) want() []string {
	if status, err := strconv.Atoi(r.Status); err == nil && (status < 400 || status > 599) {
		return []string{silence}
	}
	if r.returned() {
		return append(r.kinds(), "returned-raw")
	}
	return r.kinds()
}

// returned reports whether the row is a value that the framework makes a
// response of, not a call that answers.
func (r row) returned() bool {
	return strings.Contains(r.Results, "error") && r.Receiver == "" || strings.HasPrefix(r.KnownBy, "returns *HTTPError") || strings.HasPrefix(r.KnownBy, "returns an error:")
}

// kinds returns the kinds of finding about the body.
func (r row) kinds() []string {
	switch r.Kind {
	case "json":
		return []string{"wrong-shape"}
	case "empty":
		return []string{"empty-body"}
	case "text":
		if json.Valid([]byte(r.Body)) && strings.HasPrefix(r.Body, "{") {
			return []string{"wrong-shape", "content-type"}
		}
		return []string{"text-body"}
	case "grpc status":
		return []string{"returned-raw"}
	}
	return []string{"other-body"}
}

// loose returns the same for a rule that is not strict: other formats than JSON
// and text are deliberate.
func (r row) loose() []string {
	want := r.want()
	if want[0] == "other-body" {
		return []string{silence}
	}
	return want
}

// setsStatus reports whether the row was run without the call by which its
// status becomes an error's.
func (r row) setsStatus() bool {
	return r.Status == "200" && strings.HasPrefix(r.KnownBy, "an earlier WriteHeader") || r.Status == "200" && strings.HasPrefix(r.KnownBy, "an earlier ResponseWriter.WriteHeader")
}

// after returns the row with that call.
func (r row) after() row {
	set := "w.WriteHeader(418)\n"
	switch {
	case strings.HasPrefix(r.Package, "github.com/labstack/echo"):
		set = "c.Response().WriteHeader(418)\n"
	case strings.HasPrefix(r.Package, "github.com/beego"):
		set = "c.ResponseWriter.WriteHeader(418)\n"
	}
	r.Code, r.Status = set+r.Code, "418"
	return r
}

// truth says in words what the client saw.
func (r row) truth() string {
	body := "without a body"
	if r.Body != "" {
		body = "with " + strconv.Quote(r.Body) + " as " + r.ContentType
	}
	return r.Status + " " + body
}

func TestWant(t *testing.T) {
	for _, test := range []struct {
		row  row
		want []string
	}{
		{row{Status: "418", Kind: "text", Body: "one"}, []string{"text-body"}},
		{row{Status: "418", Kind: "text", Body: `{"m":"one"}`}, []string{"wrong-shape", "content-type"}},
		{row{Status: "418", Kind: "json", Body: `{"m":"one"}`}, []string{"wrong-shape"}},
		{row{Status: "400", Kind: "empty"}, []string{"empty-body"}},
		{row{Status: "418", Kind: "html"}, []string{"other-body"}},
		{row{Status: "418", Kind: "xml"}, []string{"other-body"}},
		{row{Status: "200", Kind: "text", Body: "one"}, []string{silence}},
		{row{Status: "302", Kind: "empty"}, []string{silence}},
		{row{Status: "NotFound", Kind: "grpc status"}, []string{"returned-raw"}},
	} {
		if diff := cmp.Diff(test.want, test.row.want()); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.row, diff)
		}
	}
}
