// Package respond stands for a library of another module whose functions write
// error responses: prodvet learns them from their source.
package respond

import (
	"encoding/json"
	"net/http"
)

// Text answers with a plain text.
func Text(w http.ResponseWriter, status int, message string) {
	http.Error(w, message, status)
}

// Problem answers with an RFC 9457 problem.
func Problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"type": "about:blank", "status": status, "title": http.StatusText(status), "detail": detail})
}

// JSON answers with any value.
func JSON(w http.ResponseWriter, status int, v any) {
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// Message answers with a message, good or bad.
func Message(w http.ResponseWriter, status int, message string) {
	JSON(w, status, struct {
		Message string `json:"message"`
	}{message})
}

// Status answers with a status, and leaves the body to the caller.
func Status(w http.ResponseWriter, status int) {
	w.WriteHeader(status)
}

// Serve is no helper: it can fail in several ways.
func Serve(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	if r.ContentLength > 0 {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_, _ = w.Write([]byte("ok"))
}

// NotFound does one thing.
func NotFound(w http.ResponseWriter) {
	http.Error(w, "not found", http.StatusNotFound)
}

// Failure answers with what err says.
func Failure(w http.ResponseWriter, status int, err error) { http.Error(w, err.Error(), status) }
