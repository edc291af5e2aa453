// Package echov5 holds handlers and middleware of echo/v5 v5.3.1 that answer with an error, each with what
// came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package echov5

import (
	"bytes"
	"log/slog"
	"net"
	"net/http"

	echo5 "github.com/labstack/echo/v5"
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

// Row01: auth middleware: c.JSON(401), no return, return next(c). The client saw 401 [application/json]
// "{\"error\":\"unauthorized\"}\n{\"secret\":\"data\"}\n"; the rest ran.
func Row01(e *env) *http.Server {
	a := echo5.New()
	a.Logger = slog.New(slog.NewTextHandler(&e.log, nil))
	a.Use(func(next echo5.HandlerFunc) echo5.HandlerFunc {
		return func(c *echo5.Context) error {
			_ = c.JSON(401, map[string]string{"error": "unauthorized"})
			return next(c)
		}
	})
	a.GET("/x", func(c *echo5.Context) error {
		e.secret()
		return c.JSON(200, map[string]string{"secret": "data"})
	})
	return probe.HTTP(a)
}
