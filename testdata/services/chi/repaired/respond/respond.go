// Package respond writes the service's responses.
package respond

import (
	"encoding/json"
	"log"
	"net/http"
)

// Envelope is the one shape of an error response.
type Envelope struct {
	Success    bool     `json:"success"`
	StatusCode int      `json:"statusCode"`
	Message    string   `json:"message"`
	Errors     []string `json:"errors,omitempty"`
}

// Error answers with an error in the envelope.
func Error(w http.ResponseWriter, status int, message string) {
	JSON(w, status, Envelope{StatusCode: status, Message: message})
}

// JSON answers with v.
func JSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		log.Print(err)
	}
}
