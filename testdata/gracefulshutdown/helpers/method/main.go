package main

import (
	"log"

	"example.com/fixtures/gracefulshutdown/helpers/method/server"
)

func main() {
	s := server.New(":8080")
	if err := s.Start(); err != nil { // want `^s.Start leads to a server \(s.srv.ListenAndServe in server/server.go:\d+\) and nothing .*; call Shutdown there on SIGTERM$`
		log.Fatal(err)
	}
}
