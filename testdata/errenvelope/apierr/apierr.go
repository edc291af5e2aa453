// Package apierr is an in-house package that writes the default envelope.
package apierr

import (
	"encoding/json"
	"net/http"
)

type body struct {
	Success    bool              `json:"success"`
	StatusCode int               `json:"statusCode"`
	Message    string            `json:"message"`
	Errors     map[string]string `json:"errors,omitempty"`
}

// Write answers with the envelope. If even that fails, a text has to do.
func Write(w http.ResponseWriter, status int, message string) {
	b, err := json.Marshal(body{StatusCode: status, Message: message})
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(b)
}
