package main

import (
	"log"
	"net"
	"net/http"
)

func main() {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	defer l.Close()
	log.Fatal(http.Serve(l, nil)) // want `^http.Serve serves and nothing`
}
