// nopeInterface: what is shut down through an interface may be the server.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type service interface {
	ListenAndServe() error
	Shutdown(context.Context) error
}

func main() {
	var s service = &http.Server{Addr: ":8080"}
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM)
	go func() {
		<-sig
		s.Shutdown(context.Background())
	}()
	go http.ListenAndServe(":80", nil)
	log.Print(s.ListenAndServe())
}
