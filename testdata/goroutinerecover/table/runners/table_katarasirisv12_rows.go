package runners

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	iris "github.com/kataras/iris/v12"
)

// Row112: handler, iris.New(); the process goes on.
func Row112(http.ResponseWriter, *http.Request) *probe.Server {
	a := iris.New()
	a.Logger().SetLevel("disable")
	a.Get("/x", func(iris.Context) { boom() })
	a.Get("/ok", func(iris.Context) {})
	if err := a.Build(); err != nil {
		panic(err)
	}
	return probe.HTTP(a)
}
