// Package httpapi serves orders over HTTP.
package httpapi

import (
	"net/http"
	"slices"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/cors"

	"example.com/fixtures/services/chi/repaired/orders"
	"example.com/fixtures/services/chi/repaired/respond"
)

// API serves orders.
type API struct{ store *orders.Store }

// New returns the service's handler, which pages of the origins may call.
func New(store *orders.Store, origins []string) http.Handler {
	api := &API{store: store}
	r := chi.NewRouter()
	r.Use(middleware.RequestID)
	r.Use(middleware.Logger)
	r.Use(recoverer)
	r.Use(tenant)
	r.Use(cors.Handler(cors.Options{
		AllowOriginFunc:  func(_ *http.Request, origin string) bool { return slices.Contains(origins, origin) },
		AllowedMethods:   []string{http.MethodGet, http.MethodPost},
		AllowCredentials: true,
	}))
	r.NotFound(func(w http.ResponseWriter, _ *http.Request) {
		respond.Error(w, http.StatusNotFound, "no such page")
	})
	r.MethodNotAllowed(func(w http.ResponseWriter, _ *http.Request) {
		respond.Error(w, http.StatusMethodNotAllowed, "no such method")
	})
	r.Get("/health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	r.Route("/orders", func(r chi.Router) {
		r.Post("/", api.create)
		r.Get("/{id}", api.get)
	})
	return r
}
