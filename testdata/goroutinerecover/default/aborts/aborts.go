// Package aborts proxies, which ends a request by a panic where its response
// was cut off.
package aborts

import (
	"errors"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
)

func proxy(to *url.URL) http.Handler { return swallows(httputil.NewSingleHostReverseProxy(to)) }

func swallows(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { // want `^the deferred function recovers http.ErrAbortHandler like any other panic, so a response that was cut off looks complete to the client; panic again with it$`
			if v := recover(); v != nil {
				log.Print(v)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func okPassesOn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(v)
			}
			w.WriteHeader(http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

func okOnlyLogsOthers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil && v != http.ErrAbortHandler {
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
