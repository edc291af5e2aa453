// What a library shuts down is its own server.
package main

import (
	"log"
	"net/http"

	"example.com/thirdparty/listeners"
)

func main() {
	listeners.Callback()
	log.Print(http.ListenAndServe(":8080", nil)) // want `^http.ListenAndServe serves and nothing in the program shuts the server down`
}
