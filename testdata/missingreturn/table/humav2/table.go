// Package humav2 holds handlers and middleware of huma/v2 v2.37.2 that answer with an error, each with what
// came of it. The rows of missing_return.csv become this file: go test ./analyzers/missingreturn -run
// Fixtures -update.
package humav2

import (
	"bytes"
	"context"
	"net"
	"net/http"

	huma "github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
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

// Row01: middleware: huma.WriteErr(401), no return, next(ctx). The client saw 401 [application/problem+json]
// "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"unauthorized\"}\n{\"secret\":\"\"}\n"; the rest
// ran.
func Row01(e *env) *http.Server {
	mx := http.NewServeMux()
	cfg := huma.DefaultConfig("t", "1")
	cfg.CreateHooks = nil
	api := humago.New(mx, cfg)
	api.UseMiddleware(func(c huma.Context, next func(huma.Context)) {
		_ = huma.WriteErr(api, c, 401, "unauthorized")
		next(c)
	})
	type out struct {
		Body struct {
			Secret string `json:"secret"`
		}
	}
	huma.Get(api, "/x", func(context.Context, *struct{}) (*out, error) {
		e.secret()
		return &out{}, nil
	})
	return probe.HTTP(mx)
}
