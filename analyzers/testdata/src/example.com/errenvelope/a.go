package errenvelope

import (
	"encoding/json"
	"net/http"
)

type envelope struct {
	Success    bool   `json:"success"`
	StatusCode int    `json:"statusCode"`
	Message    string `json:"message"`
}

func fail(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(envelope{StatusCode: status, Message: message})
}

func text(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "no", http.StatusBadRequest) // want `http.Error sends text/plain; .*; call fail`
		return
	}
	w.WriteHeader(http.StatusTeapot) // want `w.WriteHeader sends status 418 without a body`
}

func okEnvelope(w http.ResponseWriter, _ *http.Request) {
	fail(w, http.StatusNotFound, "no such page")
}

func okNoError(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}
