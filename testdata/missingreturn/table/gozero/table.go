// Package gozero holds handlers and middleware of go-zero v1.10.3 that answer with an error, each with what
// came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package gozero

import (
	"bytes"
	"errors"
	"net"
	"net/http"

	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/httpx"
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

// Row01: handler: httpx.Error, no return, httpx.OkJson. The client saw 400 [text/plain; charset=utf-8]
// "bad\n{\"secret\":\"data\"}"; the rest ran.
func Row01(e *env) *http.Server {
	s := rest.MustNewServer(rest.RestConf{Host: "127.0.0.1", Port: 1, Timeout: 3000, MaxConns: 1000, MaxBytes: 1 << 20})
	s.AddRoute(rest.Route{Method: "GET", Path: "/x", Handler: func(w http.ResponseWriter, _ *http.Request) {
		httpx.Error(w, errors.New("bad"))
		e.secret()
		httpx.OkJson(w, map[string]string{"secret": "data"})
	}})
	sl, err := rest.NewServerless(s)
	if err != nil {
		panic(err)
	}
	return probe.HTTP(http.HandlerFunc(sl.Serve))
}
