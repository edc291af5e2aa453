// Package web helps handlers to read bodies.
package web

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// Decode reads all of r.
func Decode(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

// Limit bounds the body.
func Limit(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
}

// DecodeLimited bounds the body and reads it.
func DecodeLimited(w http.ResponseWriter, r *http.Request, v any) error {
	return json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(v)
}

// ReadUpTo reads at most n bytes of r.
func ReadUpTo(r io.Reader, n int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, n+1))
	if int64(len(b)) > n {
		return nil, errors.New("too large")
	}
	return b, err
}

// Wrap may bound r.
func Wrap(r io.Reader) io.Reader { return &reader{r, 100} }

type reader struct {
	io.Reader
	left int
}
