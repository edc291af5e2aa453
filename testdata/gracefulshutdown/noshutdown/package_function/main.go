// A server that has no value: nothing can shut it down.
package main

import (
	"log"
	"net/http"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080", http.NotFoundHandler())) // want `^http.ListenAndServe serves and nothing in the program shuts the server down, so SIGTERM cuts off the requests in flight; use an http.Server and call its Shutdown on SIGTERM$`
}
