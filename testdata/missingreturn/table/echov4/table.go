// Package echov4 holds handlers and middleware of echo/v4 v4.16.0 that answer with an error, each with what
// came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package echov4

import (
	"bytes"
	"net"
	"net/http"

	echo4 "github.com/labstack/echo/v4"
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

func serve(e *env, mw func(next echo4.HandlerFunc, c echo4.Context) error) *http.Server {
	a := echo4.New()
	a.Use(func(next echo4.HandlerFunc) echo4.HandlerFunc {
		return func(c echo4.Context) error { return mw(next, c) }
	})
	a.GET("/x", func(c echo4.Context) error {
		e.secret()
		return c.JSON(200, map[string]string{"secret": "data"})
	})
	return probe.HTTP(a)
}

// Row01: auth middleware: c.JSON(401), no return, return next(c). The client saw 401 [application/json]
// "{\"error\":\"unauthorized\"}\n{\"secret\":\"data\"}\n"; the rest ran.
func Row01(e *env) *http.Server {
	return serve(e, func(next echo4.HandlerFunc, c echo4.Context) error {
		_ = c.JSON(401, map[string]string{"error": "unauthorized"})
		return next(c)
	})
}

// Row02: auth middleware: echo.NewHTTPError(401) built but not returned. The client saw 200
// [application/json] "{\"secret\":\"data\"}\n"; the rest ran.
func Row02(e *env) *http.Server {
	return serve(e, func(next echo4.HandlerFunc, c echo4.Context) error {
		_ = echo4.NewHTTPError(401)
		return next(c)
	})
}

// Row03: auth middleware: c.Error(err), no return, return next(c). The client saw 401 [application/json]
// "{\"message\":\"Unauthorized\"}\n{\"secret\":\"data\"}\n"; the rest ran.
func Row03(e *env) *http.Server {
	return serve(e, func(next echo4.HandlerFunc, c echo4.Context) error {
		c.Error(echo4.ErrUnauthorized)
		return next(c)
	})
}

// Row04: auth middleware: c.NoContent(401), no return, return next(c). The client saw 401 [text/plain;
// charset=utf-8] "{\"secret\":\"data\"}\n"; the rest ran.
func Row04(e *env) *http.Server {
	return serve(e, func(next echo4.HandlerFunc, c echo4.Context) error {
		_ = c.NoContent(401)
		return next(c)
	})
}

// Row05: auth middleware: return nil without next: 200, empty. The client saw 200 ""; the rest did not run.
func Row05(e *env) *http.Server {
	return serve(e, func(echo4.HandlerFunc, echo4.Context) error { return nil })
}

// Row06: auth middleware: c.Response().WriteHeader(401); return nil. The client saw 401 ""; the rest did not
// run.
func Row06(e *env) *http.Server {
	return serve(e, func(_ echo4.HandlerFunc, c echo4.Context) error {
		c.Response().WriteHeader(401)
		return nil
	})
}

// Row07: handler: c.JSON(200) not returned, then an error returned: the error is dropped silently. The client
// saw 200 [application/json] "{\"a\":1}\n"; the rest did not run.
func Row07(e *env) *http.Server {
	a := echo4.New()
	a.GET("/x", func(c echo4.Context) error {
		_ = c.JSON(200, map[string]int{"a": 1})
		return echo4.NewHTTPError(500, "late")
	})
	_ = e
	return probe.HTTP(a)
}
