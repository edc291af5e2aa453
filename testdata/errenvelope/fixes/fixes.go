// Package fixes has errors outside the envelope that the one writer can answer.
package fixes

import (
	"log"
	"net/http"

	"example.com/fixtures/errenvelope/fixes/respond"
)

func text(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no "+r.FormValue("name"), http.StatusNotFound) // want `call respond.Error$`
}

func empty(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength == 0 {
		w.WriteHeader(http.StatusBadRequest) // want `call respond.Error$`
		return
	}
	respond.Error(w, r, http.StatusTeapot, "not yet")
}

func closure() http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, req *http.Request) {
		log.Print(req.URL)
		http.Error(rw, "closed", http.StatusServiceUnavailable) // want `call respond.Error$`
	})
}

// There is no request to give.
func nopeNoRequest(w http.ResponseWriter) {
	http.Error(w, "no", http.StatusNotFound) // want `call respond.Error$`
}

// The name of the package means something else here.
func nopeShadowed(w http.ResponseWriter, r *http.Request) {
	respond := log.Print
	respond(r.URL)
	http.Error(w, "no", http.StatusNotFound) // want `call respond.Error$`
}

// The body is another call's.
func nopeTwoCalls(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write([]byte("no")) // want `call respond.Error$`
}
