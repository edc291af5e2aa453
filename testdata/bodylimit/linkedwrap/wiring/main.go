// Command wiring bounds all bodies.
package main

import (
	"log"
	"net/http"

	"example.com/fixtures/bodylimit/linkedwrap/api"
)

type config struct{ handler func() http.Handler }

func main() {
	c := config{handler: api.New}
	log.Fatal(http.ListenAndServe(":80", http.MaxBytesHandler(c.handler(), 1<<20)))
}
