// Package nethttp holds handlers and middleware of net/http go1.26.8 that answer with an error, each with
// what came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package nethttp

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
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

func (e *env) okJSON() http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		e.secret()
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(200)
		_ = json.NewEncoder(w).Encode(map[string]string{"secret": "data"})
	}
}

// Row01: auth middleware: http.Error(401), no return, next.ServeHTTP. The client saw 401 [text/plain;
// charset=utf-8] "unauthorized\nsecret data"; the rest ran.
func Row01(e *env) *http.Server {
	next := e.ok()
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		authFail(w)
		next.ServeHTTP(w, r)
	}))
}

// Row02: auth middleware: w.WriteHeader(401), no return, next writes JSON with 200. The client saw 401
// [text/plain; charset=utf-8] "{\"secret\":\"data\"}\n"; the rest ran.
func Row02(e *env) *http.Server {
	next := e.okJSON()
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(401)
		next.ServeHTTP(w, r)
	}))
}

// Row03: auth middleware: http.Error(401) and return. The client saw 401 [text/plain; charset=utf-8]
// "unauthorized\n"; the rest did not run.
func Row03(e *env) *http.Server {
	_ = e.ok()
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { authFail(w) }))
}

// Row04: handler: http.Error(400), no return, then JSON 200. The client saw 400 [text/plain; charset=utf-8]
// "bad\n{\"a\":1}\n"; the rest ran.
func Row04(e *env) *http.Server {
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "bad", 400)
		e.secret()
		w.WriteHeader(200)
		_ = json.NewEncoder(w).Encode(map[string]int{"a": 1})
	}))
}

// Row05: handler: JSON error envelope, no return, then JSON 200: two JSON documents. The client saw 400
// [application/json] "{\"error\":\"x\"}\n{\"a\":1}\n"; the rest ran.
func Row05(e *env) *http.Server {
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(400)
		_ = json.NewEncoder(w).Encode(map[string]string{"error": "x"})
		e.secret()
		_ = json.NewEncoder(w).Encode(map[string]int{"a": 1})
	}))
}

// Row06: handler: http.NotFound, no return, http.Redirect. The client saw 404 [text/plain; charset=utf-8]
// "404 page not found\n"; the rest ran.
func Row06(e *env) *http.Server {
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.NotFound(w, r)
		e.secret()
		http.Redirect(w, r, "/y", http.StatusFound)
	}))
}

// Row07: handler: http.Redirect to the login page, no return, then the secret. The client saw 302 [text/html;
// charset=utf-8] "<a href=\"/login\">Found</a>.\n\nsecret data"; the rest ran.
func Row07(e *env) *http.Server {
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/login", http.StatusFound)
		e.secret()
		_, _ = io.WriteString(w, "secret data")
	}))
}

// Row08: handler: body first, then WriteHeader(500): the status is lost. The client saw 200 [text/plain;
// charset=utf-8] "partial"; the rest did not run.
func Row08(e *env) *http.Server {
	return probe.HTTP(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "partial")
		w.WriteHeader(500)
		_ = e
	}))
}
