// nopeHandedOn: a library is given the server, and may shut it down.
package main

import (
	"log"
	"net/http"

	"example.com/thirdparty/listeners"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	listeners.Own(srv)
	log.Print(srv.ListenAndServe())
}
