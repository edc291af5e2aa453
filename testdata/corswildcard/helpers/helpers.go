// Package helpers makes policies out of parts.
package helpers

import (
	"net/http"

	"github.com/rs/cors"

	"example.com/fixtures/corswildcard/helpers/policy"
)

func bad(h http.Handler) http.Handler {
	return cors.New(options()).Handler(h)
}

func options() cors.Options {
	opts := base()
	opts.AllowedOrigins = origins()
	return opts
}

func base() cors.Options { return cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true} }

func origins() []string {
	return []string{
		"*", // want `has "\*" and AllowCredentials is true`
	}
}

type server struct{ cors cors.Options }

func newServer() *server {
	return &server{cors: cors.Options{
		AllowedOrigins: []string{"*"}, // want `has "\*"`
	}}
}

func (s *server) handler(h http.Handler) http.Handler { return cors.New(s.cors).Handler(h) }

func badArgument(use func(cors.Options)) {
	use(cors.Options{AllowedOrigins: []string{"*"}}) // want `has "\*"`
}

func okCompleted(h http.Handler) http.Handler {
	opts := policy.Base()
	opts.AllowedOrigins = []string{"https://app.example"}
	return cors.New(opts).Handler(h)
}

func okUnknown(h http.Handler) http.Handler {
	return cors.New(policy.Open()).Handler(h) // reported where it is written
}

func okReplaced(h http.Handler) http.Handler {
	opts := base()
	opts.AllowedOrigins = []string{"https://app.example"}
	return cors.New(opts).Handler(h)
}
