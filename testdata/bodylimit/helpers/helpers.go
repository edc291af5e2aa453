// Package helpers reads bodies through functions of the service's own.
package helpers

import (
	"encoding/json"
	"io"
	"log"
	"net/http"

	"example.com/fixtures/bodylimit/helpers/web"
)

type order struct{ ID string }

func fromReader(_ http.ResponseWriter, r *http.Request) { log.Print(web.Decode(r.Body, new(order))) }

func fromRequest(_ http.ResponseWriter, r *http.Request) { log.Print(local(r)) }

func local(r *http.Request) error { return json.NewDecoder(r.Body).Decode(new(order)) }

func generic[T any](r *http.Request) (v T, err error) {
	err = json.NewDecoder(r.Body).Decode(&v)
	return v, err
}

func fromGeneric(_ http.ResponseWriter, r *http.Request) { log.Print(generic[order](r)) }

type context struct {
	w http.ResponseWriter
	r *http.Request
}

func (c *context) body() ([]byte, error) { return io.ReadAll(c.r.Body) }

func fromContext(w http.ResponseWriter, r *http.Request) { log.Print((&context{w, r}).body()) }

func copied(_ http.ResponseWriter, r *http.Request) {
	r = r.WithContext(r.Context())
	body := r.Body
	defer body.Close()
	log.Print(io.ReadAll(body))
}

func bad() error {
	mux := http.NewServeMux() // want `mux sets no limit to request bodies, so 5 handlers read as much as a client sends, fromReader for one \(helpers.go:15\)`
	mux.HandleFunc("/a", fromReader)
	mux.HandleFunc("/b", fromRequest)
	mux.Handle("/c", http.HandlerFunc(fromGeneric))
	mux.HandleFunc("/d", fromContext)
	mux.HandleFunc("/e", copied)
	return http.ListenAndServe(":80", mux)
}

func okLimitedRequest(w http.ResponseWriter, r *http.Request) {
	web.Limit(w, r)
	log.Print(local(r))
}

func okLimitedReader(_ http.ResponseWriter, r *http.Request) {
	b, err := web.ReadUpTo(r.Body, 1<<20)
	log.Print(b, err)
}

func okLimitedDecode(w http.ResponseWriter, r *http.Request) {
	log.Print(web.DecodeLimited(w, r, new(order)))
}

func okUnknownReader(_ http.ResponseWriter, r *http.Request) {
	log.Print(io.ReadAll(web.Wrap(r.Body)))
}

func ok() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", okLimitedRequest)
	mux.HandleFunc("/b", okLimitedReader)
	mux.HandleFunc("/c", okLimitedDecode)
	mux.HandleFunc("/d", okUnknownReader)
	return http.ListenAndServe(":80", mux)
}
