package quietserver

import (
	"log"
	"net/http"
)

// New returns a server that serves.
func New() *http.Server {
	srv := &http.Server{Addr: ":8080"}
	go func() { log.Print(srv.ListenAndServe()) }()
	return srv
}
