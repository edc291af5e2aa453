// Package helpers uses helpers of a package that cannot know its envelope: they
// are reported where they are called, once.
package helpers

import (
	"net/http"

	"example.com/fixtures/errenvelope/apierr"
	"example.com/fixtures/errenvelope/helpers/legacy"
)

func okEnvelope(w http.ResponseWriter, r *http.Request) { apierr.Write(w, 400, "x") }

func badLegacy(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength == 0 {
		legacy.Text(w, 400, "x") // want `^legacy.Text sends a text with status 400; errors of this service are JSON objects with success, statusCode and message; call apierr.Write$`
		return
	}
	legacy.Text(w, 404, "x")
	legacy.Both(w, 200, "x")
	legacy.Both(w, 404, "x") // want `^legacy.Both sends a text with status 404`
}

type server struct{ err error }

func (s *server) enabled(w http.ResponseWriter) bool {
	if s.err != nil {
		legacy.Handle(w, s.err)
		return false
	}
	return true
}

func (s *server) nopeHandlesItself(w http.ResponseWriter, r *http.Request) {
	if !s.enabled(w) {
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
