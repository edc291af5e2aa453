// Package plain has a service without an envelope: its errors are texts.
package plain

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/middlewareorder/defaulterror/api"
)

func okNoEnvelope() error {
	r := chi.NewRouter()
	r.Use(api.Recover)
	r.Get("/users", users)
	return http.ListenAndServe(":8080", r)
}

func users(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Query().Get("page") {
	case "":
		http.Error(w, "no page", http.StatusBadRequest)
	case "0":
		http.Error(w, "no users", http.StatusNotFound)
	default:
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}
