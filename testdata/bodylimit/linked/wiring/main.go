// Command wiring serves the API.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/bodylimit/linked/api"
	"example.com/fixtures/bodylimit/linked/store"
)

func main() {
	a := &api.API{Importer: new(store.Importer), Checker: store.Another{}}
	if len(os.Args) > 1 {
		a.Checker = store.Other{}
	}
	r := chi.NewRouter() // want `r sets no limit to request bodies, so 2 handlers read as much as a client sends, \(\*api.API\).Create for one \(web.go:10\); write r.Use\(middleware.RequestSize\(1 << 20\)\)`
	r.Post("/orders", a.Create)
	r.Post("/import", a.Import)
	r.Post("/check", a.Check)
	log.Fatal(http.ListenAndServe(":80", r))
}

// A router for tests is nobody's server.
func nopeForTests(a *api.API) http.Handler {
	r := chi.NewRouter()
	r.Post("/orders", a.Create)
	return r
}
