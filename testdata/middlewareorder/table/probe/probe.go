// Package probe serves the routers of the table's rows, as the harness did that
// asked them.
package probe

import "net/http"

// HTTP serves h.
func HTTP(h http.Handler) error { return http.ListenAndServe(":8080", h) }

// Middleware stands for a middleware that leaves its name in a trace: it recovers.
func Middleware(string) func(http.Handler) http.Handler {
	return func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				if recover() != nil {
					w.WriteHeader(http.StatusInternalServerError)
				}
			}()
			h.ServeHTTP(w, r)
		})
	}
}

// Say answers with body.
func Say(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }
}

// SayStatus answers with code and body.
func SayStatus(code int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(code)
		_, _ = w.Write([]byte(body))
	}
}
