// Package irisv12 holds handlers and middleware of iris/v12 v12.2.11 that answer with an error, each with
// what came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package irisv12

import (
	"bytes"
	"net"
	"net/http"

	iris "github.com/kataras/iris/v12"
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

func irisS(e *env, mw iris.Handler) *http.Server {
	a := iris.New()
	a.Use(mw)
	a.Get("/x", func(c iris.Context) {
		e.secret()
		_ = c.JSON(iris.Map{"secret": "data"})
	})
	if err := a.Build(); err != nil {
		panic(err)
	}
	return probe.HTTP(a)
}

// Row01: auth middleware: c.StatusCode(401); c.JSON, no return, c.Next(). The client saw 401
// [application/json; charset=utf-8] "{\"error\":\"unauthorized\"}\n{\"secret\":\"data\"}\n"; the rest ran.
func Row01(e *env) *http.Server {
	return irisS(e, func(c iris.Context) {
		c.StatusCode(401)
		_ = c.JSON(iris.Map{"error": "unauthorized"})
		c.Next()
	})
}

// Row02: auth middleware: c.StopWithJSON(401), no return, c.Next(): stopped. The client saw 401
// [application/json; charset=utf-8] "{\"error\":\"unauthorized\"}\n"; the rest did not run.
func Row02(e *env) *http.Server {
	return irisS(e, func(c iris.Context) {
		_ = c.StopWithJSON(401, iris.Map{"error": "unauthorized"})
		c.Next()
	})
}
