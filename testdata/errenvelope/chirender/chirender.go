// Package chirender is a chi service that uses go-chi/render.
package chirender

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/render"
)

type envelope struct {
	Success    bool   `json:"success"`
	StatusCode int    `json:"statusCode"`
	Message    string `json:"message"`
}

func fail(w http.ResponseWriter, r *http.Request, code int, message string) {
	render.Status(r, code)
	render.JSON(w, r, envelope{StatusCode: code, Message: message})
}

func routes() http.Handler {
	r := chi.NewRouter()
	r.Get("/", func(w http.ResponseWriter, r *http.Request) {
		fail(w, r, 400, "no")
	})
	r.NotFound(func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, http.StatusNotFound)
		render.PlainText(w, r, "nothing here") // want `^render.PlainText sends text/plain; errors of this service are JSON objects with success, statusCode and message; call fail$`
	})
	r.MethodNotAllowed(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(405) // want `^w.WriteHeader sends status 405 without a body`
	})
	return r
}

func badShape(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusNotFound)
	render.JSON(w, r, render.M{"error": "x"}) // want `^render.JSON sends an object with the key error`
}

func badRespond(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusNotFound)
	render.Respond(w, r, map[string]string{"error": "x"}) // want `^render.Respond sends an object with the key error`
}

func nopeStatusOfNothing(w http.ResponseWriter, r *http.Request) {
	render.JSON(w, r, render.M{"error": "sent with 200"})
}

func nopeHTML(w http.ResponseWriter, r *http.Request) {
	render.Status(r, http.StatusNotFound)
	render.HTML(w, r, "<p>")
}

func nopeNoContent(w http.ResponseWriter, r *http.Request) { render.NoContent(w, r) }
