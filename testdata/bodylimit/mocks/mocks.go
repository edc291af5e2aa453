// Package mocks has a server for tests.
package mocks

import (
	"io"
	"log"
	"net/http"
)

func okForTests() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", func(_ http.ResponseWriter, r *http.Request) { log.Print(io.ReadAll(r.Body)) })
	return http.ListenAndServe(":80", mux)
}
