// nopeLocalhost: a tool's page, and what an OAuth provider calls back.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
)

const callback = "127.0.0.1:8085"

func main() {
	go http.ListenAndServe("localhost:6060", nil)
	srv := &http.Server{Addr: callback}
	go srv.ListenAndServe()
	go http.ListenAndServe(fmt.Sprintf("localhost:%d", port()), nil)
	l, err := net.Listen("tcp", "[::1]:0")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, nil))
}

func port() int { return 8080 }
