// Package text answers in its own way, whatever the package does that it
// imports.
package text

import (
	"net/http"

	"example.com/fixtures/errenvelope/inferred/api"
)

func okText(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case "A":
		http.Error(w, "x", 400)
	case "B":
		http.Error(w, "x", 401)
	case "C":
		http.Error(w, "x", 404)
	default:
		api.OkCalls(w, r)
	}
}
