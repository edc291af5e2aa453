// Package server makes policies of origins that others give it.
package server

import (
	"net/http"

	"github.com/rs/cors"
)

// Config is given by other packages.
type Config struct {
	Origins []string
	Allow   string
	Checked []string
	Names   []string
}

// New lets the given origins in.
func New(h http.Handler, origins []string) http.Handler {
	return cors.New(cors.Options{AllowedOrigins: origins, AllowCredentials: true}).Handler(h)
}

// Open passes its origins on.
func Open(h http.Handler, origins ...string) http.Handler { return New(h, origins) }

// Configured takes them from a field.
func Configured(h http.Handler, cfg Config) http.Handler {
	return cors.New(cors.Options{AllowedOrigins: cfg.Origins}).Handler(h)
}

// Header sends a field as it is.
func Header(h http.Handler, cfg *Config) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", cfg.Allow)
		h.ServeHTTP(w, r)
	})
}

// Decided asks a function, not the list.
func Decided(h http.Handler, origins []string) http.Handler {
	return cors.New(cors.Options{
		AllowedOrigins:  origins,
		AllowOriginFunc: func(origin string) bool { return origin == "https://app.example" },
	}).Handler(h)
}

// Names has nothing to do with origins.
func Names(names []string) int { return len(names) }

// Router has the origins in a method.
type Router struct{ h http.Handler }

// Allow lets the given origins in.
func (rt *Router) Allow(origins []string) http.Handler { return New(rt.h, origins) }
