// Package store imports orders.
package store

import (
	"io"
	"net/http"

	"example.com/fixtures/bodylimit/linked/web"
)

// Importer takes what requests bring.
type Importer struct{ n int }

// Import reads the request's body.
func (i *Importer) Import(r *http.Request) error {
	b, err := io.ReadAll(r.Body)
	i.n += len(b)
	return err
}

// Other is one of two.
type Other struct{}

// Check reads the request's body, if it is this one that is asked.
func (Other) Check(r *http.Request) error {
	_, err := io.ReadAll(r.Body)
	return err
}

// Another is the other one.
type Another struct{}

// Check reads the request's body as well.
func (Another) Check(r *http.Request) error { return web.Decode(r, new(any)) }
