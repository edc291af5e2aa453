// Package api has the handlers.
package api

import (
	"net/http"

	"example.com/fixtures/bodylimit/linked/web"
)

// Importer is what the API imports with.
type Importer interface{ Import(*http.Request) error }

// Checker is one of several.
type Checker interface{ Check(*http.Request) error }

// API serves orders.
type API struct {
	Importer Importer
	Checker  Checker
}

// Create reads through another package.
func (a *API) Create(w http.ResponseWriter, r *http.Request) {
	var v struct{ ID string }
	if err := web.Decode(r, &v); err != nil {
		web.Respond(w, err)
	}
}

// Import reads through an interface with one type behind it.
func (a *API) Import(w http.ResponseWriter, r *http.Request) {
	web.Respond(w, a.Importer.Import(r))
}

// Check reads, but the link step does not say which of two types it asks.
func (a *API) Check(w http.ResponseWriter, r *http.Request) {
	web.Respond(w, a.Checker.Check(r))
}
