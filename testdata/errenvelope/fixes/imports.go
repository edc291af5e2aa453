package fixes

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func routes(r chi.Router) {
	r.Get("/", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "gone", http.StatusGone) // want `call respond.Error$`
	})
}
