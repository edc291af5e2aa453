// Package assembly has functions that are written in assembly.
package assembly

import (
	"net/http"
	"os"

	"github.com/rs/cors"
)

func lookup(key, fallback string) string

// Lookup hands on.
func Lookup(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return lookup(key, fallback)
}

func okNotSeen(h http.Handler) http.Handler {
	return cors.New(cors.Options{AllowedOrigins: []string{lookup("ORIGIN", "*")}}).Handler(h)
}
