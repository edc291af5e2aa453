// Package problem answers with RFC 9457 problem details.
package problem

import (
	"encoding/json"
	"net/http"
)

type details struct {
	Type   string `json:"type,omitempty"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
}

func write(w http.ResponseWriter, d details, status int) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(d)
}

func okProblem(w http.ResponseWriter, r *http.Request) {
	write(w, details{Title: "x", Status: 400}, 400)
}

func okExtension(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(400)
	json.NewEncoder(w).Encode(map[string]any{"detail": "x", "balance": 1})
}

func badText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "x", 400) // want `^http.Error sends text/plain; errors of this service are RFC 9457 problem details; call write$`
}

func badShape(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	json.NewEncoder(w).Encode(map[string]any{"error": "x"}) // want `sends an object with the key error but without title, status and detail; errors of this service are RFC 9457 problem details`
}

func (d *details) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(d.Status)
	json.NewEncoder(w).Encode(d)
}
