// Package httpapi serves orders over HTTP.
package httpapi

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/cors"

	"example.com/fixtures/services/chi/broken/orders"
	"example.com/fixtures/services/chi/broken/respond"
)

// API serves orders.
type API struct{ store *orders.Store }

// New returns the service's handler.
func New(store *orders.Store) http.Handler {
	api := &API{store: store}
	r := chi.NewRouter()
	r.Use(middleware.RequestID)
	r.Use(middleware.Logger)
	r.Use(tenant)
	r.Use(middleware.Recoverer)
	r.Use(cors.Handler(cors.Options{
		AllowedOrigins:   []string{"https://*", "http://*"},
		AllowedMethods:   []string{http.MethodGet, http.MethodPost},
		AllowCredentials: true,
	}))
	r.NotFound(func(w http.ResponseWriter, _ *http.Request) {
		respond.Error(w, http.StatusNotFound, "no such page")
	})
	r.Get("/health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	r.Route("/orders", func(r chi.Router) {
		r.Post("/", api.create)
		r.Get("/{id}", api.get)
	})
	return r
}
