// Package api has the handlers and their routes.
package api

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/bodylimit/linkedlimit/limits"
)

type order struct{ ID string }

func create(_ http.ResponseWriter, r *http.Request) {
	log.Print(json.NewDecoder(r.Body).Decode(new(order)))
}

func update(_ http.ResponseWriter, r *http.Request) {
	log.Print(json.NewDecoder(r.Body).Decode(new(order)))
}

func badLoad(_ http.ResponseWriter, r *http.Request) {
	log.Print(io.ReadAll(r.Body)) // want `io.ReadAll reads a request body of any size on POST /load, where other handlers have a limit`
}

// Routes registers the routes.
func Routes(r chi.Router) {
	r.Group(func(r chi.Router) {
		r.Use(limits.Bodies(1 << 20))
		r.Post("/orders", create)
		r.Put("/orders/{id}", update)
	})
	r.Post("/load", badLoad)
}
