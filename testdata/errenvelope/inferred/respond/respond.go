// Package respond has the writer of errors.
package respond

import (
	"encoding/json"
	"net/http"
)

type envelope struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// Error answers an error.
func Error(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(envelope{status, message})
}
