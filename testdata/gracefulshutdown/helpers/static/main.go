// The server is started in another package.
package main

import (
	"log"

	"example.com/fixtures/gracefulshutdown/helpers/static/server"
)

func main() {
	server.Configure()
	log.Fatal(server.Run(":8080")) // want `^server.Run leads to a server \(http.ListenAndServe in server/server.go:\d+\) and nothing in the program shuts it down, so SIGTERM cuts off the requests in flight; use an http.Server there and call its Shutdown on SIGTERM$`
}
