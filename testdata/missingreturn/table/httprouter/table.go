// Package httprouter holds handlers and middleware of httprouter v1.3.0 that answer with an error, each with
// what came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package httprouter

import (
	"bytes"
	"io"
	"net"
	"net/http"

	"github.com/julienschmidt/httprouter"
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

// Row01: wrapper: http.Error(401), no return, next(w, r, ps). The client saw 401 [text/plain; charset=utf-8]
// "unauthorized\nsecret data"; the rest ran.
func Row01(e *env) *http.Server {
	r := httprouter.New()
	next := func(w http.ResponseWriter, q *http.Request, _ httprouter.Params) { e.ok()(w, q) }
	r.GET("/x", func(w http.ResponseWriter, q *http.Request, ps httprouter.Params) {
		authFail(w)
		next(w, q, ps)
	})
	return probe.HTTP(r)
}
