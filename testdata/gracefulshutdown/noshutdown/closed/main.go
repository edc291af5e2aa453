// Close does not wait for the requests.
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
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM)
	go func() {
		<-sig
		srv.Close()
	}()
	log.Print(srv.ListenAndServe()) // want `^srv.ListenAndServe serves and nothing in the program shuts the server down other than by closing it, so SIGTERM cuts off the requests in flight; call srv.Shutdown on SIGTERM$`
}
