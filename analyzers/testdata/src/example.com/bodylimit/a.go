package bodylimit

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"log"
	"net/http"
)

func cutShort(_ http.ResponseWriter, r *http.Request) {
	var v struct{ ID string }
	log.Print(json.NewDecoder(io.LimitReader(r.Body, 1<<20)).Decode(&v)) // want `json.NewDecoder gets a longer body cut short`
}

func bomb(_ http.ResponseWriter, r *http.Request) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	log.Print(io.ReadAll(zr)) // want `io.ReadAll reads all that gzip.NewReader makes of the request body`
}

func read(_ http.ResponseWriter, r *http.Request) { log.Print(io.ReadAll(r.Body)) }

func bare() error {
	mux := http.NewServeMux() // want `mux sets no limit to request bodies, so read reads as much as a client sends \(a.go:24\)`
	mux.HandleFunc("/a", read)
	return http.ListenAndServe(":80", mux)
}

func limited() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", read)
	return http.ListenAndServe(":80", http.MaxBytesHandler(mux, 1<<20))
}
