// Package chi holds handlers and middleware of chi v5.5.0 that answer with an error, each with what came of
// it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run Fixtures
// -update.
package chi

import (
	"bytes"
	"encoding/json"
	"net"
	"net/http"

	chi "github.com/go-chi/chi/v5"
	"github.com/go-chi/render"
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

func authFail(w http.ResponseWriter) { http.Error(w, "unauthorized", http.StatusUnauthorized) }

func (e *env) okJSON() http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		e.secret()
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(200)
		_ = json.NewEncoder(w).Encode(map[string]string{"secret": "data"})
	}
}

// Row01: auth middleware: http.Error(401), no return, next.ServeHTTP. The client saw 401 [text/plain;
// charset=utf-8] "unauthorized\n{\"secret\":\"data\"}\n"; the rest ran.
func Row01(e *env) *http.Server {
	r := chi.NewRouter()
	r.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			authFail(w)
			next.ServeHTTP(w, r)
		})
	})
	r.Get("/x", e.okJSON())
	return probe.HTTP(r)
}

// Row02: handler: render.Status(401)+render.JSON, no return, render.JSON again: last render.Status is
// ignored. The client saw 401 [application/json] "{\"error\":\"x\"}\n{\"secret\":\"data\"}\n"; the rest ran.
func Row02(e *env) *http.Server {
	r := chi.NewRouter()
	r.Get("/x", func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, 401)
		render.JSON(w, r, map[string]string{"error": "x"})
		e.secret()
		render.Status(r, 200)
		render.JSON(w, r, map[string]string{"secret": "data"})
	})
	return probe.HTTP(r)
}
