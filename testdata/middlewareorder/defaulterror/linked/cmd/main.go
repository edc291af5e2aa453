// Command cmd serves the service: with a router of its own, and the one that
// package fields makes.
package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/middlewareorder/defaulterror/linked/api"
	"example.com/fixtures/middlewareorder/defaulterror/linked/fields"
)

type hooks struct{}

// Register is called through an interface.
func (hooks) Register(r chi.Router) { r.Post("/hook", api.Users) }

func main() {
	go func() { _ = http.ListenAndServe(":8081", fields.New(hooks{}).Router) }()
	r := chi.NewRouter() // want `^r \(chi\) answers unknown methods with an empty 405, while errors of this service are JSON objects with error; set r.MethodNotAllowed$`
	r.Use(api.Recover)
	r.NotFound(api.NotFound)
	r.Get("/users", api.Users)
	_ = http.ListenAndServe(":8080", r)
}
