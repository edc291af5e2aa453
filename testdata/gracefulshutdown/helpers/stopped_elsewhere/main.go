// Another package of the program shuts the server down.
package main

import (
	"log"

	"example.com/fixtures/gracefulshutdown/helpers/stopped_elsewhere/lifecycle"
	"example.com/fixtures/gracefulshutdown/helpers/stopped_elsewhere/server"
)

func main() {
	s := server.New(":8080")
	go lifecycle.StopOnSignal(s.HTTP())
	if err := s.Start(); err != nil {
		log.Print(err)
	}
}
