// Package app holds a router of which another package sets what it answers.
package app

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/middlewareorder/defaulterror/linked/api"
)

// App is a service.
type App struct{ Router *chi.Mux }

// New returns the service.
func New() *App {
	a := &App{Router: chi.NewRouter()}
	a.Router.Use(api.Recover)
	a.Router.Get("/users", api.Users)
	return a
}

// Run serves it.
func (a *App) Run() error { return http.ListenAndServe(":8080", a.Router) }
