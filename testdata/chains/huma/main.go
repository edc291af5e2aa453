// Command huma has an API on a router of chi.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func list(context.Context, *struct{}) (*struct{}, error) { return nil, nil }

func auth(ctx huma.Context, next func(huma.Context)) {
	if ctx.Header("Authorization") != "" {
		next(ctx)
	}
}

func main() {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Get("/healthz", func(http.ResponseWriter, *http.Request) {})
	api := humachi.New(r, huma.DefaultConfig("shop", "1"))
	huma.Get(api, "/public", list)
	api.UseMiddleware(auth)
	huma.Register(api, huma.Operation{OperationID: "list", Method: http.MethodGet, Path: "/orders"}, list)
	admin := huma.NewGroup(api, "/admin")
	huma.Post(admin, "/jobs", list)
	log.Fatal(http.ListenAndServe(":8080", r))
}
