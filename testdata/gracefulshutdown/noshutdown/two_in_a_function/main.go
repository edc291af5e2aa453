// One finding for all servers of the package: the others are related positions.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if os.Getenv("TLS") != "" {
		log.Fatal(http.ListenAndServeTLS(":443", "cert", "key", nil)) // want `^http.ListenAndServeTLS serves`
	}
	log.Fatal(http.ListenAndServe(":80", nil))
}
