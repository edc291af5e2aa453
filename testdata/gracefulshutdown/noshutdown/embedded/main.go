package main

import (
	"log"
	"net/http"
)

type server struct {
	*http.Server
	name string
}

func (s *server) run() error { return s.ListenAndServe() } // want `^s.ListenAndServe serves and nothing .*; call s.Server.Shutdown on SIGTERM$`

// Shutdown hides the method of the embedded server.
func (s *server) Shutdown() { log.Print(s.name) }

func main() {
	s := &server{&http.Server{Addr: ":8080"}, "api"}
	log.Fatal(s.name, s.run())
}
