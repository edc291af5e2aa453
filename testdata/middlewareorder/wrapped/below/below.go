// Package below registers a handler that it wraps once more for itself.
package below

import (
	"log"
	"net/http"
)

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL)
		next.ServeHTTP(w, r)
	})
}

// Register mounts a handler that others can reach, and serves one around it.
func Register(mux *http.ServeMux) {
	users := http.NewServeMux()
	users.HandleFunc("GET /users/", func(http.ResponseWriter, *http.Request) {})
	h := logged(users)
	mux.Handle("/users/", h)
	go func() { _ = http.ListenAndServe("localhost:8081", logged(h)) }()
}
