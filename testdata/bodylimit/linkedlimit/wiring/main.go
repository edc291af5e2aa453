// Command wiring serves the API.
package main

import (
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/bodylimit/linkedlimit/api"
)

func main() {
	r := chi.NewRouter()
	api.Routes(r)
	log.Fatal(http.ListenAndServe(":80", r))
}
