// Package huma holds APIs of huma, whose middleware is for the operations that are
// registered after it.
package huma

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func list(context.Context, *struct{}) (*struct{}, error) { return nil, nil }

func recovers(ctx huma.Context, next func(huma.Context)) {
	defer func() {
		if recover() != nil {
			ctx.SetStatus(http.StatusInternalServerError)
		}
	}()
	next(ctx)
}

func late() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("shop", "1"))
	huma.Get(api, "/users", list)
	api.UseMiddleware(recovers) // want `^recovers is registered after Get "/users" \(line \d+\), so huma does not run it there and a panic in its handler is not recovered; register it first$`
	return http.ListenAndServe(":8080", mux)
}

func lateForOperation() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("shop", "1"))
	huma.Register(api, huma.Operation{Method: http.MethodGet, Path: "/users"}, list)
	api.UseMiddleware(recovers) // want `^recovers is registered after GET /users \(line \d+\)`
	return http.ListenAndServe(":8080", mux)
}

func tooLateForChi() error {
	r := chi.NewRouter()
	api := humachi.New(r, huma.DefaultConfig("shop", "1"))
	r.Use(middleware.Recoverer) // want `^r\.Use\(…\) comes after humachi\.New\(…\) \(line \d+\), so chi panics at start-up`
	huma.Get(api, "/users", list)
	return http.ListenAndServe(":8080", r)
}

func okFirst() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	api := humachi.New(r, huma.DefaultConfig("shop", "1"))
	huma.Get(api, "/users", list)
	api.UseMiddleware(recovers)
	return http.ListenAndServe(":8080", r)
}

func okGroup() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("shop", "1"))
	g := huma.NewGroup(api, "/v1")
	api.UseMiddleware(recovers)
	huma.Get(g, "/users", list)
	return http.ListenAndServe(":8080", mux)
}

// Without paths for its documentation huma registers nothing at once.
func okNoDocumentation() error {
	config := huma.DefaultConfig("shop", "1")
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "", "", ""
	r := chi.NewRouter()
	api := humachi.New(r, config)
	r.Use(middleware.Recoverer)
	huma.Get(api, "/users", list)
	return http.ListenAndServe(":8080", r)
}
