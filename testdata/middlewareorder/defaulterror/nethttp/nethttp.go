// Package nethttp has routers of net/http with the handlers of a service that has
// an envelope.
package nethttp

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/middlewareorder/defaulterror/api"
)

func mux() error {
	m := http.NewServeMux() // want `^m \(net/http\) answers unknown routes with "404 page not found" as text/plain, while errors of this service are JSON objects with code and message; register a handler for "/" on m$`
	m.HandleFunc("GET /users", api.Users)
	m.HandleFunc("GET /{$}", api.Users)
	return http.ListenAndServe(":8080", m)
}

// inner answers for itself: the mux that it is mounted on does not.
func inner() error {
	m := http.NewServeMux() // want `register a handler for "/" on m$`
	m.HandleFunc("GET /users", api.Users)
	root := http.NewServeMux()
	root.Handle("/api/", http.StripPrefix("/api", m))
	root.Handle("/", http.FileServer(http.Dir("dist")))
	return http.ListenAndServe(":8080", root)
}

// mounted is a router of another framework, which answers for itself as well.
func mounted() error {
	r := chi.NewRouter() // want `set r.NotFound and r.MethodNotAllowed$`
	r.Use(api.Recover)
	r.Get("/api/users", api.Users)
	root := http.NewServeMux()
	root.Handle("/api/", r)
	return http.ListenAndServe(":8080", root)
}

func okCatchAll() error {
	m := http.NewServeMux()
	m.HandleFunc("GET /users", api.Users)
	m.HandleFunc("/", api.NotFound)
	return http.ListenAndServe(":8080", m)
}

func okCatchAllByWildcard() error {
	m := http.NewServeMux()
	m.HandleFunc("GET /users", api.Users)
	m.HandleFunc("/{rest...}", api.NotFound)
	return http.ListenAndServe(":8080", m)
}

func okMountsAll() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.NotFound(api.NotFound)
	r.MethodNotAllowed(api.NotFound)
	r.Get("/api/users", api.Users)
	root := http.NewServeMux()
	root.HandleFunc("GET /users", api.Users)
	root.Handle("/", r)
	return http.ListenAndServe(":8080", root)
}
