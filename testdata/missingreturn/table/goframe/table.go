// Package goframe holds handlers and middleware of goframe v2.10.2 that answer with an error, each with what
// came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package goframe

import (
	"bytes"
	"fmt"
	"net"
	"net/http"

	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/ghttp"
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

func gfS(e *env, name string, mw ghttp.HandlerFunc) *http.Server {
	s := g.Server(name)
	s.Use(mw)
	s.BindHandler("/x", func(r *ghttp.Request) {
		e.secret()
		r.Response.WriteJson(g.Map{"secret": "data"})
	})
	if err := s.Start(); err != nil {
		panic(err)
	}
	return probe.Started(fmt.Sprintf("127.0.0.1:%d", s.GetListenedPort()), func() { _ = s.Shutdown() })
}

// Row01: middleware: r.Response.WriteStatus(401), no return, r.Middleware.Next(). The client saw 401
// [application/json] "Unauthorized{\"secret\":\"data\"}"; the rest ran.
func Row01(e *env) *http.Server {
	return gfS(e, "h1", func(r *ghttp.Request) {
		r.Response.WriteStatus(401)
		r.Middleware.Next()
	})
}

// Row02: middleware: r.Response.WriteStatusExit(401), then r.Middleware.Next(): never reached. The client saw
// 401 [text/plain; charset=utf-8] "Unauthorized"; the rest did not run.
func Row02(e *env) *http.Server {
	return gfS(e, "h2", func(r *ghttp.Request) {
		r.Response.WriteStatusExit(401)
		r.Middleware.Next()
	})
}
