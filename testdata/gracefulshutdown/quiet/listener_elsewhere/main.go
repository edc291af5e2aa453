// nopeListenerElsewhere: who made the listener may close it.
package main

import (
	"log"
	"net"
	"net/http"
)

func main() {
	var listen func() net.Listener
	log.Print(serve(listen()))
}

func serve(l net.Listener) error { return http.Serve(l, nil) }
