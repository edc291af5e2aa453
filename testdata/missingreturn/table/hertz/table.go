// Package hertz holds handlers and middleware of hertz v0.10.4 that answer with an error, each with what came
// of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run Fixtures
// -update.
package hertz

import (
	"bytes"
	"context"
	"net"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
	hserver "github.com/cloudwego/hertz/pkg/app/server"
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

func hertz(e *env, mw app.HandlerFunc) *http.Server {
	s := hserver.New()
	s.Use(mw)
	s.GET("/x", func(_ context.Context, c *app.RequestContext) {
		e.secret()
		c.JSON(200, map[string]string{"secret": "data"})
	})
	go func() { _ = s.Run() }()
	return probe.Started("", func() { _ = s.Close() })
}

// Row01: auth middleware: c.JSON(401) and RETURN, no Abort: the handler runs, the client sees 200. The client
// saw 200 [application/json; charset=utf-8] "{\"error\":\"unauthorized\"}{\"secret\":\"data\"}"; the rest
// ran.
func Row01(e *env) *http.Server {
	return hertz(e, func(_ context.Context, c *app.RequestContext) {
		c.JSON(401, map[string]string{"error": "unauthorized"})
	})
}

// Row02: auth middleware: c.AbortWithStatusJSON(401). The client saw 401 [application/json; charset=utf-8]
// "{\"error\":\"unauthorized\"}"; the rest did not run.
func Row02(e *env) *http.Server {
	return hertz(e, func(_ context.Context, c *app.RequestContext) {
		c.AbortWithStatusJSON(401, map[string]string{"error": "unauthorized"})
	})
}
