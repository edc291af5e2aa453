// Package api holds the handlers of a service and answers in its envelope.
package api

import (
	"encoding/json"
	"net/http"
)

type failure struct {
	Error string `json:"error"`
}

func fail(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(failure{message})
}

// Users lists the users.
func Users(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("page") == "" {
		fail(w, http.StatusBadRequest, "no page")
		return
	}
	if r.URL.Query().Get("page") == "0" {
		fail(w, http.StatusNotFound, "no such page")
		return
	}
	fail(w, http.StatusInternalServerError, "no users")
}

// NotFound answers requests for what there is not.
func NotFound(w http.ResponseWriter, _ *http.Request) {
	fail(w, http.StatusNotFound, "not found")
}

// Recover answers requests that panicked.
func Recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				fail(w, http.StatusInternalServerError, "failed")
			}
		}()
		next.ServeHTTP(w, r)
	})
}
