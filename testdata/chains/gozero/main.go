// Command gozero has routes as goctl generates them.
package main

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"
)

func login(http.ResponseWriter, *http.Request) {}

func orders() http.HandlerFunc { return func(http.ResponseWriter, *http.Request) {} }

func audit(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { next(w, r) }
}

func register(s *rest.Server) {
	s.AddRoutes(
		[]rest.Route{
			{Method: http.MethodPost, Path: "/login", Handler: login},
			{Method: http.MethodGet, Path: "/ping", Handler: login},
		},
		rest.WithPrefix("/v1"),
	)
	s.AddRoutes(
		rest.WithMiddlewares(
			[]rest.Middleware{audit},
			[]rest.Route{
				{Method: http.MethodGet, Path: "/orders", Handler: orders()},
			}...,
		),
		rest.WithJwt("secret"),
		rest.WithPrefix("/v1"),
	)
	s.AddRoute(rest.Route{Method: http.MethodDelete, Path: "/orders/:id", Handler: orders()})
}

func main() {
	s := rest.MustNewServer(rest.RestConf{}, rest.WithCors("https://example.com"), rest.WithNotFoundHandler(http.NotFoundHandler()))
	defer s.Stop()
	register(s)
	s.Use(audit)
	s.Start()
}
