// nopeLibraryServer: a library's server is shut down.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/thirdparty/listeners"
)

func main() {
	s := listeners.NewServer(":8443")
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM)
	go func() {
		<-sig
		s.Shutdown()
	}()
	go http.ListenAndServe(":8080", nil)
	log.Print(s.Serve())
}
