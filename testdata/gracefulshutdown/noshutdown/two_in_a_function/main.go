// One finding for both: the second is a related position.
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
