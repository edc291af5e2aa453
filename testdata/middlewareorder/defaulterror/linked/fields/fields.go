// Package fields holds a router where every package can find it.
package fields

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/middlewareorder/defaulterror/linked/api"
)

// App is a service.
type App struct {
	Router *chi.Mux
	plugin plugin
}

type plugin interface{ Register(r chi.Router) }

// New returns the service. No package sets what its router answers.
func New(p plugin) *App {
	a := &App{Router: chi.NewRouter(), plugin: p} // want `^chi.NewRouter\(\) \(chi\) answers unknown routes with "404 page not found" as text/plain and unknown methods with an empty 405, while errors of this service are JSON objects with error; set its NotFound and its MethodNotAllowed$`
	a.Router.Use(api.Recover)
	a.Router.Get("/users", api.Users)
	a.plugin.Register(a.Router)
	return a
}

// okSideServer has no handlers of the service.
func okSideServer() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.HandleFunc("/hook", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return http.ListenAndServe(":8081", r)
}
