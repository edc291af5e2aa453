package main

import (
	"log"
	"net"

	"google.golang.org/grpc"
)

func main() {
	l, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	s := grpc.NewServer()
	if err := s.Serve(l); err != nil { // want `^s.Serve serves and nothing .*; call s.GracefulStop on SIGTERM$`
		log.Fatal(err)
	}
}
