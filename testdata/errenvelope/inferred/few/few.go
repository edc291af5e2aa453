// Package few has too few errors for a convention of its own, and imports one
// that has one.
package few

import (
	"net/http"

	"example.com/fixtures/errenvelope/inferred/api"
)

func badText(w http.ResponseWriter, r *http.Request) {
	if r.Method == "" {
		http.Error(w, "x", 400) // want `^http.Error sends text/plain; other errors of this service are JSON objects with code and message$`
		return
	}
	api.OkCalls(w, r)
}
