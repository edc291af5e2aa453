// Package results has handlers whose results one function answers with. Their
// type has no name.
package results

import (
	"net/http"
	"os"
)

func answer(h func(w http.ResponseWriter, r *http.Request) (int, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if status, err := h(w, r); err != nil {
			http.Error(w, http.StatusText(status), status)
		}
	}
}

var okMasked = answer(func(w http.ResponseWriter, r *http.Request) (int, error) {
	if err := os.Remove(r.URL.Path); err != nil {
		return http.StatusInternalServerError, err
	}
	return 0, nil
})
