// Package beegov2 holds handlers and middleware of beego/v2 v2.3.10 that answer with an error, each with what
// came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package beegov2

import (
	"bytes"
	"net"
	"net/http"

	"github.com/beego/beego/v2/server/web"
	beectx "github.com/beego/beego/v2/server/web/context"
)

var probe struct {
	HTTP    func(http.Handler) *http.Server
	Listen  func() net.Listener
	Started func(string, func()) *http.Server
}

type env struct {
	ran bool
	log bytes.Buffer
}

// secret is what the protected handler does: its side effect must not happen.
func (e *env) secret() { e.ran = true }

// Row01: filter: writes 401 and returns: the handler does not run. The client saw 401 [text/plain;
// charset=utf-8] "unauthorized"; the rest did not run.
func Row01(e *env) *http.Server {
	cr := web.NewControllerRegister()
	_ = cr.InsertFilter("/x", web.BeforeExec, func(c *beectx.Context) {
		c.ResponseWriter.WriteHeader(401)
		_, _ = c.ResponseWriter.Write([]byte("unauthorized"))
	})
	cr.Get("/x", func(c *beectx.Context) {
		e.secret()
		_ = c.Output.Body([]byte("secret data"))
	})
	cr.Init()
	return probe.HTTP(cr)
}

// Row02: filter: c.Output.SetStatus(401) and returns: the handler RUNS. The client saw 401 [text/plain;
// charset=utf-8] "secret data"; the rest ran.
func Row02(e *env) *http.Server {
	cr := web.NewControllerRegister()
	_ = cr.InsertFilter("/x", web.BeforeExec, func(c *beectx.Context) { c.Output.SetStatus(401) })
	cr.Get("/x", func(c *beectx.Context) {
		e.secret()
		_ = c.Output.Body([]byte("secret data"))
	})
	cr.Init()
	return probe.HTTP(cr)
}
