package httpapi

import (
	"log"
	"net/http"
	"runtime/debug"

	"example.com/fixtures/services/chi/repaired/respond"
)

// recoverer answers a panic with an error in the envelope.
func recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == http.ErrAbortHandler {
				panic(v) // the client has gone: net/http drops the connection
			}
			if v != nil {
				log.Printf("panic: %v\n%s", v, debug.Stack())
				respond.Error(w, http.StatusInternalServerError, "internal error")
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// background runs f on a goroutine of its own. A panic in f is logged and ends
// only f.
func background(f func()) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Printf("panic: %v\n%s", v, debug.Stack())
			}
		}()
		f()
	}()
}
