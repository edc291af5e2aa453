// Package configured has a limit that its source does not show.
package configured

import (
	"io"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
)

var policies = map[string]func(http.Handler) http.Handler{}

func policy(next http.Handler) http.Handler { return policies["limit"](next) }

func audit(next http.Handler) http.Handler { return policies["audit"](next) }

func read(_ http.ResponseWriter, r *http.Request) { log.Print(io.ReadAll(r.Body)) }

func okConfigured() error {
	r := chi.NewRouter()
	r.Use(policy)
	r.Post("/a", read)
	return http.ListenAndServe(":80", r)
}

func badOther() error {
	r := chi.NewRouter() // want `r sets no limit to request bodies, so read reads as much as a client sends`
	r.Use(audit)
	r.Post("/a", read)
	return http.ListenAndServe(":80", r)
}
