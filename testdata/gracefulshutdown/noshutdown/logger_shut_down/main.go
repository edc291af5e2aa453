// What is shut down is no server.
package main

import (
	"context"
	"log"
	"net/http"

	"example.com/thirdparty/listeners"
)

type tracer interface {
	Start(name string)
	Flush() error
	Shutdown(context.Context) error
}

func main() {
	var l listeners.Logger
	defer l.Shutdown()
	var t tracer
	if t != nil {
		defer t.Shutdown(context.Background())
	}
	log.Print(http.ListenAndServe(":8080", nil)) // want `^http.ListenAndServe serves and nothing in the program shuts the server down`
}
