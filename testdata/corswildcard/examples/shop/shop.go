// Package shop is an example.
package shop

import (
	"net/http"

	"github.com/rs/cors"
)

func okExample(h http.Handler) http.Handler {
	return cors.New(cors.Options{AllowOriginFunc: func(string) bool { return true }, AllowCredentials: true}).Handler(h)
}
