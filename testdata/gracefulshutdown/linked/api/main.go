// Two programs share a package that serves, and none shuts anything down: one
// finding, where the server is started.
package main

import (
	"log"

	"example.com/fixtures/gracefulshutdown/linked/server"
)

func main() { log.Fatal(server.Run(":8080")) }
