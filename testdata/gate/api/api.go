// Package api uses another module's helpers, which prodvet knows from their
// source although most of what a service imports is never parsed.
package api

import (
	"net/http"

	"example.com/thirdparty/respond"
	"example.com/thirdparty/safe"
)

func textOfAnotherModule(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		respond.Text(w, http.StatusBadRequest, "no") // reported: errenvelope
		return
	}
	respond.Problem(w, http.StatusNotFound, "no such page")
}

func goroutineOfAnotherModule(_ http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	safe.Go(func() { work(path) })
	safe.Unsafe(func() { work(path) }) // reported: goroutinerecover
	go func() {
		defer safe.Recover()
		work(path)
	}()
}

func work(path string) {
	if path == "" {
		panic("no path")
	}
}
