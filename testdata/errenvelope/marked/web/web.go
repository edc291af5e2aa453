// Package web declares the function that writes the envelope.
package web

import (
	"encoding/json"
	"net/http"
)

// Fail answers with the envelope.
//
//prodvet:envelope
func Fail(w http.ResponseWriter, status int, reason string) {
	JSON(w, status, map[string]string{"reason": reason})
}

// JSON answers with any value.
func JSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
