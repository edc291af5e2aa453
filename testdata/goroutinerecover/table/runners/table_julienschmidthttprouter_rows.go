package runners

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/julienschmidt/httprouter"
)

// Row098: handler, PanicHandler nil; the process goes on.
func Row098(http.ResponseWriter, *http.Request) *probe.Server {
	r := httprouter.New()
	r.GET("/x", func(http.ResponseWriter, *http.Request, httprouter.Params) { boom() })
	r.GET("/ok", func(http.ResponseWriter, *http.Request, httprouter.Params) {})
	return probe.HTTP(r)
}
