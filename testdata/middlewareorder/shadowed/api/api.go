// Package api registers routes for the packages that import it.
package api

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func list(http.ResponseWriter, *http.Request) {}

// Routes registers routes.
func Routes(r chi.Router) {
	r.Get("/users", list)
}

// Middleware registers middleware.
func Middleware(r chi.Router) {
	r.Use(middleware.RequestID, middleware.Logger, middleware.Recoverer)
}

// Wrong panics whoever calls it.
func Wrong(r chi.Router) {
	r.Get("/users", list)
	r.Use(middleware.Recoverer) // want `^r\.Use\(…\) comes after Get "/users" \(line 25\), so chi panics at start-up; register middleware before anything else on the router$`
}

// Router returns a router with a route.
func Router() *chi.Mux {
	r := chi.NewRouter()
	r.Get("/users", list)
	return r
}
