// Package api is the shop's HTTP interface.
package api

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/cors"

	"example.com/shop/answer"
)

// Router routes the shop's requests.
func (s *Shop) Router() http.Handler {
	r := chi.NewRouter()
	r.Use(tenant) // want middlewareorder "tenant runs outside of middleware.Recoverer"
	r.Use(middleware.Recoverer)
	r.Use(authenticate)
	r.Use(cors.Handler(cors.Options{
		AllowOriginFunc:  func(*http.Request, string) bool { return true }, // want corswildcard "AllowOriginFunc lets every site in"
		AllowCredentials: true,
	}))
	r.Get("/orders", s.list)
	r.Get("/orders/{id}", s.get)
	r.Post("/orders/confirm", s.confirm)
	r.Delete("/orders/{id}", s.cancel)
	return r
}

func authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			answer.Error(w, http.StatusUnauthorized, "unauthenticated", "log in first")
			return
		}
		next.ServeHTTP(w, r)
	})
}

type tenantKey struct{}

func tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Tenant", r.Context().Value(tenantKey{}).(string))
		next.ServeHTTP(w, r)
	})
}
