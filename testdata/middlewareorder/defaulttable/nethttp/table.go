// Package nethttp has the routers of the tables of what is answered by default, with the handlers of a
// service that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package nethttp

import (
	"net/http"
)

// Central: ServeMux in a hand-written recovery; http.TimeoutHandler and MaxBytesHandler.
func Central() error {
	m := http.NewServeMux()
	m.HandleFunc("GET /err", get)
	return http.ListenAndServe(":8080", recoverer(m))
}

// Default has what the table calls its defaults.
func Default() error {
	m := http.NewServeMux()
	m.HandleFunc("GET /x", get)
	return http.ListenAndServe(":8080", m)
}
