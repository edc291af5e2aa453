// nopeFCGI: a web server runs it.
package main

import (
	"log"
	"net/http"
	"net/http/fcgi"
	"os"
)

func main() {
	if os.Getenv("FCGI") != "" {
		log.Fatal(fcgi.Serve(nil, nil))
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
