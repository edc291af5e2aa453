// Command server is open by what it does not configure; and it sets what it
// reads.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/rs/cors"

	"example.com/fixtures/corswildcard/packages/config"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	steps := config.Default()
	steps.AllowedOrigins = []string{os.Getenv("ORIGIN")}
	c := cors.New(cors.Options{
		AllowedOrigins: cfg.CORS.Origins, // want `\bCORS_ORIGINS.* by default`
	})
	h := restricted(steps)(c.Handler(http.NotFoundHandler()))
	log.Fatal(http.ListenAndServe(cfg.Addr, h))
}

// What main has set is not what it is by default.
func restricted(s *config.Steps) func(http.Handler) http.Handler {
	return cors.New(cors.Options{AllowedOrigins: s.AllowedOrigins}).Handler
}
