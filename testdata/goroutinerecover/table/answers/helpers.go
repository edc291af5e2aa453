// Package answers has the servers whose handlers panicked, each with what the
// client saw of it. The files other than this one are generated:
// go test ./analyzers/goroutinerecover -run TableFixtures -update.
package answers

import (
	"errors"
	"fmt"
	"net/http"
	"syscall"

	"github.com/gin-gonic/gin"
	fiber2 "github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// kinds are the panics of the handlers.
var kinds = []struct {
	path string
	v    func() any
}{
	{"/str", func() any { return "secret-dsn" }},
	{"/err", func() any { return errors.New("secret-dsn") }},
	{"/abort", func() any { return http.ErrAbortHandler }},
	{"/reset", func() any { return fmt.Errorf("db: %w", syscall.ECONNRESET) }},
}

func stdPanics(handle func(path string, h http.HandlerFunc)) {
	for _, k := range kinds {
		handle(k.path, func(http.ResponseWriter, *http.Request) { panic(k.v()) })
	}
	handle("/ok", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok")) })
}

func stdMux() *http.ServeMux {
	mx := http.NewServeMux()
	stdPanics(func(p string, h http.HandlerFunc) { mx.HandleFunc("GET "+p, h) })
	return mx
}

func ginPanics(r *gin.Engine) {
	for _, k := range kinds {
		r.GET(k.path, func(*gin.Context) { panic(k.v()) })
	}
}

func fiber2Panics(a *fiber2.App) {
	for _, k := range kinds {
		a.Get(k.path, func(*fiber2.Ctx) error { panic(k.v()) })
	}
}

func fiber3Panics(a *fiber3.App) {
	for _, k := range kinds {
		a.Get(k.path, func(fiber3.Ctx) error { panic(k.v()) })
	}
}

// latePanic is a middleware that panics on /late.
func latePanic(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/late" {
			panic("panic in the outer middleware")
		}
		h.ServeHTTP(w, r)
	})
}

type statusW struct {
	http.ResponseWriter
	status int
}

func (s *statusW) WriteHeader(c int) { s.status = c; s.ResponseWriter.WriteHeader(c) }

// logger is a plain logging middleware: it logs after next returned.
func logger(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sw := &statusW{ResponseWriter: w, status: 200}
		h.ServeHTTP(sw, r)
		probe.Event("logger: status %d", sw.status)
	})
}

// deferLogger logs in a deferred call.
func deferLogger(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sw := &statusW{ResponseWriter: w, status: 200}
		defer func() { probe.Event("deferred logger: status %d", sw.status) }()
		h.ServeHTTP(sw, r)
	})
}

// recoverMW is a hand-written recovery.
func recoverMW(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, `{"error":"internal"}`, 500)
			}
		}()
		h.ServeHTTP(w, r)
	})
}

func late(c *gin.Context) {
	if c.Request.URL.Path == "/late" {
		panic("panic in the outer middleware")
	}
	c.Next()
}

func lg(c *gin.Context) { c.Next(); probe.Event("logger: status %d", c.Writer.Status()) }

func dlg(c *gin.Context) {
	defer func() { probe.Event("deferred logger: status %d", c.Writer.Status()) }()
	c.Next()
}

func log2(c *fiber2.Ctx) error {
	err := c.Next()
	probe.Event("logger: status %d err %v", c.Response().StatusCode(), err)
	return err
}
