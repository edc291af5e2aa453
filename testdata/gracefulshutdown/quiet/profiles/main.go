// nopeProfiles: nothing is registered but the profiles.
package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
)

func main() { profile("", 6060) }

func profile(host string, port int) {
	log.Print(http.ListenAndServe(fmt.Sprintf("%s:%d", host, port), nil))
}
