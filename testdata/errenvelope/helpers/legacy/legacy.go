// Package legacy does not know of the envelope that its callers have.
package legacy

import "net/http"

// Text answers with a text.
func Text(w http.ResponseWriter, status int, message string) {
	http.Error(w, message, status)
}

// Both answers well or badly.
func Both(w http.ResponseWriter, status int, message string) {
	w.WriteHeader(status)
	_, _ = w.Write([]byte(message))
}

// Handle answers in several ways, none of which its caller chooses.
func Handle(w http.ResponseWriter, err error) {
	if err == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	http.Error(w, err.Error(), http.StatusInternalServerError)
}
