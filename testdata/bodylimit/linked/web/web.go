// Package web helps handlers.
package web

import (
	"encoding/json"
	"net/http"
)

// Decode decodes the body of a request.
func Decode(r *http.Request, v any) error { return json.NewDecoder(r.Body).Decode(v) }

// Respond answers.
func Respond(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }
