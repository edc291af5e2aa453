// Package plain answers errors as texts, all of them: nothing says that they
// should be JSON.
package plain

import (
	"encoding/json"
	"net/http"
)

func okText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no", 400)
}

func okEmpty(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(500)
}

func okOneInJSON(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(400)
	json.NewEncoder(w).Encode(map[string]string{"error": "x"})
}
