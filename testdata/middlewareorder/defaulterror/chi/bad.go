// Package chi has routers of chi with the handlers of a service that has an
// envelope.
package chi

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.com/fixtures/middlewareorder/defaulterror/api"
)

func both() error {
	r := chi.NewRouter() // want `^r \(chi\) answers unknown routes with "404 page not found" as text/plain and unknown methods with an empty 405, while errors of this service are JSON objects with code and message; set r.NotFound and r.MethodNotAllowed$`
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	r.Get("/users/{id}", api.User)
	return http.ListenAndServe(":8080", r)
}

func onlyMethods() error {
	r := chi.NewRouter() // want `^r \(chi\) answers unknown methods with an empty 405, while errors of this service are JSON objects with code and message; set r.MethodNotAllowed$`
	r.Use(api.Recover)
	r.NotFound(api.NotFound)
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func panics() error {
	r := chi.NewRouter() // want `^r \(chi\) answers unknown routes with "404 page not found" as text/plain, unknown methods with an empty 405 and panics with an empty 500, while errors of this service are JSON objects with code and message; set r.NotFound and r.MethodNotAllowed, and use a recovery that answers itself$`
	r.Use(middleware.Logger, middleware.Recoverer)
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func onlyPanics() error {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer) // want `^middleware.Recoverer \(chi\) answers panics with an empty 500, while errors of this service are JSON objects with code and message; use a recovery that answers itself$`
	r.NotFound(api.NotFound)
	r.MethodNotAllowed(api.NotFound)
	r.Get("/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func groups() error {
	r := chi.NewRouter() // want `set r.NotFound and r.MethodNotAllowed$`
	r.Use(api.Recover)
	r.Route("/api", func(r chi.Router) {
		r.With(middleware.NoCache).Get("/users", api.Users)
		r.Mount("/users", users())
	})
	return http.ListenAndServe(":8080", middleware.Logger(r))
}

func users() http.Handler {
	r := chi.NewRouter() // mounted: the router above answers for it
	r.Get("/{id}", api.User)
	return r
}

type server struct {
	router *chi.Mux
	http   http.Server
}

func newServer() *server {
	s := &server{router: chi.NewRouter()} // want `^chi.NewRouter\(\) \(chi\) answers unknown routes .*; set its NotFound and its MethodNotAllowed$`
	s.router.Use(api.Recover)
	s.http.Handler = s.router
	return s
}

func (s *server) routes() { s.router.Get("/users", api.Users) }

func (s *server) run() error {
	s.routes()
	return s.http.ListenAndServe()
}

func static() error {
	r := chi.NewRouter() // want `set r.NotFound and r.MethodNotAllowed$`
	r.Use(api.Recover)
	r.Get("/users", api.Users)
	r.Handle("/static/*", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	return http.ListenAndServe(":8080", r)
}
