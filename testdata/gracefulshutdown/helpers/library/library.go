// Package library is imported by no program.
package library

import "net/http"

// Serve serves.
func Serve(h http.Handler) error { return http.ListenAndServe(":8080", h) }
