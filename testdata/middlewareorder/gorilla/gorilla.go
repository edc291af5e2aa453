// Package gorilla holds what the middleware of gorilla/mux means for routes and
// sub-routers.
package gorilla

import (
	"net/http"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

func list(http.ResponseWriter, *http.Request) {}

type ctxKey struct{}

func tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Tenant", r.Context().Value(ctxKey{}).(string))
		next.ServeHTTP(w, r)
	})
}

func panicsOutside() error {
	r := mux.NewRouter()
	r.Use(tenant) // want `^tenant runs outside of handlers\.RecoveryHandler\(\) \(line \d+\), so a panic in it \(r\.Context\(\)\.Value\(…\)\.\(string\)\) is not recovered; register handlers\.RecoveryHandler\(\) first$`
	r.Use(handlers.RecoveryHandler())
	r.HandleFunc("/users", list).Methods(http.MethodGet)
	return http.ListenAndServe(":8080", r)
}

func panicsOutsideOfSubrouter() error {
	r := mux.NewRouter().StrictSlash(true)
	api := r.PathPrefix("/api").Subrouter()
	api.Use(handlers.RecoveryHandler())
	api.HandleFunc("/users", list)
	r.Use(tenant) // want `^tenant runs outside of handlers\.RecoveryHandler\(\)`
	return http.ListenAndServe(":8080", r)
}

func wrapped() error {
	r := mux.NewRouter()
	r.Path("/users").Methods("GET").HandlerFunc(list)
	h := handlers.RecoveryHandler(handlers.PrintRecoveryStack(true))(r)
	return http.ListenAndServe(":8080", tenant(h)) // want `^tenant runs outside of handlers\.RecoveryHandler\(…\)`
}

// Use is looked up when a request is served.
func okLate() error {
	r := mux.NewRouter()
	api := r.PathPrefix("/api").Subrouter()
	api.HandleFunc("/users", list).Methods("GET")
	r.HandleFunc("/users", list)
	r.Use(handlers.RecoveryHandler())
	return http.ListenAndServe(":8080", r)
}

// The server of net/http recovers by itself.
func okNoRecovery() error {
	r := mux.NewRouter()
	r.HandleFunc("/users", list)
	return http.ListenAndServe(":8080", r)
}

func okInside() error {
	r := mux.NewRouter()
	r.Use(handlers.RecoveryHandler(), tenant)
	r.HandleFunc("/users", list)
	return http.ListenAndServe(":8080", r)
}

func okAround() error {
	r := mux.NewRouter()
	r.Use(tenant, handlers.RecoveryHandler())
	r.HandleFunc("/users", list)
	return http.ListenAndServe(":8080", handlers.RecoveryHandler()(r))
}

// The 404 handler is no middleware.
func okNotFound() error {
	r := mux.NewRouter()
	r.NotFoundHandler = tenant(http.HandlerFunc(list))
	r.Use(handlers.RecoveryHandler())
	r.HandleFunc("/users", list)
	return http.ListenAndServe(":8080", r)
}
