// Package fiberv2 holds handlers and middleware of fiber/v2 v2.52.15 that answer with an error, each with
// what came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package fiberv2

import (
	"bytes"
	"errors"
	"net"
	"net/http"

	fiber2 "github.com/gofiber/fiber/v2"
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

func serve2(e *env, mw fiber2.Handler) *http.Server {
	a := fiber2.New()
	a.Use(mw)
	a.Get("/x", func(c *fiber2.Ctx) error {
		e.secret()
		return c.JSON(fiber2.Map{"secret": "data"})
	})
	ln := probe.Listen()
	go func() { _ = a.Listener(ln) }()
	return probe.Started(ln.Addr().String(), func() { _ = ln.Close() })
}

// Row01: auth middleware: c.Status(401).JSON, no return, return c.Next(): the body is REPLACED by the secret,
// the status stays 401. The client saw 401 [application/json] "{\"secret\":\"data\"}"; the rest ran.
func Row01(e *env) *http.Server {
	return serve2(e, func(c *fiber2.Ctx) error {
		_ = c.Status(401).JSON(fiber2.Map{"error": "unauthorized"})
		return c.Next()
	})
}

// Row02: auth middleware: c.SendStatus(401), no return, c.Next(), the handler sets Status(200). The client
// saw 200 [application/json] "{\"secret\":\"data\"}"; the rest ran.
func Row02(e *env) *http.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	a.Use(func(c *fiber2.Ctx) error {
		_ = c.SendStatus(401)
		return c.Next()
	})
	a.Get("/x", func(c *fiber2.Ctx) error {
		e.secret()
		return c.Status(200).JSON(fiber2.Map{"secret": "data"})
	})
	ln := probe.Listen()
	go func() { _ = a.Listener(ln) }()
	return probe.Started(ln.Addr().String(), func() { _ = ln.Close() })
}

// Row03: auth middleware: fiber.NewError(401) built but not returned. The client saw 200 [application/json]
// "{\"secret\":\"data\"}"; the rest ran.
func Row03(e *env) *http.Server {
	return serve2(e, func(c *fiber2.Ctx) error {
		_ = fiber2.NewError(401)
		return c.Next()
	})
}

// Row04: auth middleware: return nil without Next: 200, empty. The client saw 200 ""; the rest did not run.
func Row04(e *env) *http.Server {
	return serve2(e, func(*fiber2.Ctx) error { return nil })
}

// Row05: handler: c.Status(400).JSON not returned, then c.JSON: 400 with the success body. The client saw 400
// [application/json] "{\"a\":1}"; the rest ran.
func Row05(e *env) *http.Server {
	return serve2(e, func(c *fiber2.Ctx) error {
		_ = c.Status(400).JSON(fiber2.Map{"error": "x"})
		e.secret()
		return c.JSON(fiber2.Map{"a": 1})
	})
}

// Row06: handler: c.Status(400).JSON not returned, then an error returned: the error replaces everything. The
// client saw 500 [text/plain; charset=utf-8] "late"; the rest did not run.
func Row06(e *env) *http.Server {
	return serve2(e, func(c *fiber2.Ctx) error {
		_ = c.Status(400).JSON(fiber2.Map{"error": "x"})
		return errors.New("late")
	})
}
