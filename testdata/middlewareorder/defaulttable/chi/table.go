// Package chi has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package chi

import (
	"net/http"
	"time"

	chi "github.com/go-chi/chi/v5"
	chimw "github.com/go-chi/chi/v5/middleware"
)

// Central: NotFound, MethodNotAllowed, own recovery, middleware.Timeout, BasicAuth.
func Central() error {
	r := chi.NewRouter()
	r.Use(recoverer)
	r.NotFound(notFound)
	r.MethodNotAllowed(notFound)
	r.Get("/err", get)
	r.With(chimw.Timeout(20*time.Millisecond)).Get("/slow", get)
	r.With(chimw.BasicAuth("r", nil)).Get("/auth", get)
	r.Route("/api", func(chi.Router) {})
	r.Handle("/static/*", http.StripPrefix("/static/", http.FileServer(http.Dir("/nonexistent"))))
	return http.ListenAndServe(":8080", r)
}

// Recoverer: NotFound, MethodNotAllowed, middleware.Recoverer.
func Recoverer() error {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer)
	r.NotFound(notFound)
	r.Get("/panic", get)
	return http.ListenAndServe(":8080", r)
}

// Default has what the table calls its defaults.
func Default() error {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer)
	r.Get("/x", get)
	return http.ListenAndServe(":8080", r)
}
