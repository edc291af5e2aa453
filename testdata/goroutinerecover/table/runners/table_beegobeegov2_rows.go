package runners

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/beego/beego/v2/server/web"
	beectx "github.com/beego/beego/v2/server/web/context"
)

// Row113: handler, RecoverPanic default; the process goes on.
func Row113(http.ResponseWriter, *http.Request) *probe.Server {
	cr := web.NewControllerRegister()
	cr.Get("/x", func(*beectx.Context) { boom() })
	cr.Get("/ok", func(c *beectx.Context) { _ = c.Output.Body([]byte("ok")) })
	cr.Init()
	return probe.HTTP(cr)
}
