// Package answer writes the shop's responses.
package answer

import (
	"encoding/json"
	"net/http"
)

// Envelope is the body of every error response.
//
//prodvet:envelope
type Envelope struct {
	Error string `json:"error"`
	Code  string `json:"code"`
}

// Error answers with the error envelope.
func Error(w http.ResponseWriter, status int, code, message string) {
	JSON(w, status, Envelope{Error: message, Code: code})
}

// JSON answers with body.
func JSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
