// nopeUnixSocket: for the machine itself, and metrics in a struct of their own.
package main

import (
	"log"
	"net"
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

type metrics struct{ *http.Server }

func main() {
	m := &metrics{&http.Server{Addr: ":9100", Handler: promhttp.Handler()}}
	go m.run()
	l, err := net.Listen("unix", "/run/admin.sock")
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{}
	log.Print(srv.Serve(l))
}

func (m *metrics) run() error { return m.Server.ListenAndServe() }
