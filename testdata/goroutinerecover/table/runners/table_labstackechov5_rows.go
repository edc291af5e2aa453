package runners

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	echo5 "github.com/labstack/echo/v5"
)

// Row097: handler, no Recover; the process goes on.
func Row097(http.ResponseWriter, *http.Request) *probe.Server {
	e := echo5.New()
	e.GET("/x", func(*echo5.Context) error { boom(); return nil })
	e.GET("/ok", func(*echo5.Context) error { return nil })
	return probe.HTTP(e)
}
