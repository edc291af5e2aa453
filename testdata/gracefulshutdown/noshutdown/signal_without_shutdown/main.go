// The signal is handled, but not by shutting the server down.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go func() { log.Print(srv.ListenAndServeTLS("cert", "key")) }() // want `^srv.ListenAndServeTLS serves and nothing`
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM)
	<-sig
}
