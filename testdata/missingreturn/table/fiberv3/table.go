// Package fiberv3 holds handlers and middleware of fiber/v3 v3.1.0 that answer with an error, each with what
// came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package fiberv3

import (
	"bytes"
	"net"
	"net/http"

	fiber3 "github.com/gofiber/fiber/v3"
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

// Row01: auth middleware: c.Status(401).JSON, no return, return c.Next(). The client saw 401
// [application/json; charset=utf-8] "{\"secret\":\"data\"}"; the rest ran.
func Row01(e *env) *http.Server {
	a := fiber3.New()
	a.Use(func(c fiber3.Ctx) error {
		_ = c.Status(401).JSON(fiber3.Map{"error": "unauthorized"})
		return c.Next()
	})
	a.Get("/x", func(c fiber3.Ctx) error {
		e.secret()
		return c.JSON(fiber3.Map{"secret": "data"})
	})
	ln := probe.Listen()
	go func() { _ = a.Listener(ln, fiber3.ListenConfig{DisableStartupMessage: true}) }()
	return probe.Started(ln.Addr().String(), func() { _ = ln.Close() })
}
