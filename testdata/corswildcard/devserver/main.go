// Command devserver serves a developer's own machine.
package main

import (
	"net/http"

	"github.com/rs/cors"
)

func main() {
	_ = http.ListenAndServe("localhost:8080", cors.AllowAll().Handler(http.NewServeMux()))
}
