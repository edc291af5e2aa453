// Package huma has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package huma

import (
	"net/http"

	huma "github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	chi "github.com/go-chi/chi/v5"
	chimw "github.com/go-chi/chi/v5/middleware"
)

// Central: huma.NewError replaced AFTER Register, chi NotFound/MethodNotAllowed, chi Recoverer.
func Central() error {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer)
	r.NotFound(notFound)
	r.MethodNotAllowed(notFound)
	api := humachi.New(r, huma.DefaultConfig("t", "1"))
	huma.Get(api, "/err", get)
	return http.ListenAndServe(":8080", r)
}
