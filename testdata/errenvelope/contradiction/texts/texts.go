// Package texts answers errors with texts, but for one that is JSON.
package texts

import "net/http"

func badJSON(w http.ResponseWriter, r *http.Request) {
	http.Error(w, `{"error": "no such user"}`, http.StatusNotFound) // want `^http.Error sends JSON as text/plain`
}

func okText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no such user", http.StatusNotFound)
}

func okTextThatStartsLikeJSON(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "{not JSON", http.StatusNotFound)
}
