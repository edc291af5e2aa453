// Package gorillamux holds handlers and middleware of gorilla/mux v1.8.1 that answer with an error, each with
// what came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package gorillamux

import (
	"bytes"
	"io"
	"net"
	"net/http"

	"github.com/gorilla/mux"
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

func (e *env) ok() http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		e.secret()
		_, _ = io.WriteString(w, "secret data")
	}
}

// Row01: auth middleware: http.Error(401), no return, next.ServeHTTP. The client saw 401 [text/plain;
// charset=utf-8] "unauthorized\nsecret data"; the rest ran.
func Row01(e *env) *http.Server {
	r := mux.NewRouter()
	r.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			authFail(w)
			next.ServeHTTP(w, r)
		})
	})
	r.Handle("/x", e.ok())
	return probe.HTTP(r)
}
