package runners

import (
	"io"
	"net/http"
	"text/template"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// Row011: function called by Execute: recovered into the error; the process goes on.
func Row011(http.ResponseWriter, *http.Request) {
	tp := template.Must(template.New("").Funcs(template.FuncMap{"f": func() string { panic(errBoom) }}).Parse("{{f}}"))
	probe.Event("Execute error: %v", tp.Execute(io.Discard, nil) != nil)
}
