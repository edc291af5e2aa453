// Package quiet never ends a request by http.ErrAbortHandler.
package quiet

import (
	"net/http"

	"github.com/julienschmidt/httprouter"
)

func okAnswers(r *httprouter.Router) {
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, _ any) { w.WriteHeader(http.StatusInternalServerError) }
}
