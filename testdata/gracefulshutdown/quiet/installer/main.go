// nopeInstaller: the service itself is run by a library's server; what gin runs is
// there for the time of its installation.
package main

import (
	"log"
	"os"

	"github.com/gin-gonic/gin"

	"example.com/thirdparty/listeners"
)

func main() {
	r := gin.New()
	if len(os.Args) > 1 {
		log.Fatal(r.Run(":80"))
	}
	s := listeners.NewHandlerServer(":80", r)
	log.Print(s.Serve())
}
