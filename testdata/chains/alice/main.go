// Command alice has lists of middleware for its routes and for the whole mux.
package main

import (
	"log"
	"net/http"

	"github.com/gorilla/handlers"
	"github.com/justinas/alice"
)

type app struct{}

func (app) home(http.ResponseWriter, *http.Request) {}

func (app) create(http.ResponseWriter, *http.Request) {}

func (app) log(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.Method)
		next.ServeHTTP(w, r)
	})
}

func (app) auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, _, ok := r.BasicAuth(); !ok {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Frame-Options", "deny")
		next.ServeHTTP(w, r)
	})
}

func (a app) routes() http.Handler {
	mux := http.NewServeMux()
	dynamic := alice.New(a.log)
	mux.Handle("GET /{$}", dynamic.ThenFunc(a.home))
	protected := dynamic.Append(a.auth)
	mux.Handle("POST /snippets", protected.ThenFunc(a.create))
	standard := alice.New(handlers.RecoveryHandler(), headers)
	return standard.Then(mux)
}

func main() {
	log.Fatal(http.ListenAndServe(":8080", app{}.routes()))
}
