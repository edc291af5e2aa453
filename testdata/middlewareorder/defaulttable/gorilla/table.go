// Package gorilla has the routers of the tables of what is answered by default, with the handlers of a
// service that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package gorilla

import (
	"net/http"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

// Central: NotFoundHandler, MethodNotAllowedHandler, handlers.RecoveryHandler.
func Central() error {
	r := mux.NewRouter()
	r.NotFoundHandler = http.HandlerFunc(notFound)
	r.MethodNotAllowedHandler = http.HandlerFunc(notFound)
	r.HandleFunc("/err", get).Methods("GET")
	r.PathPrefix("/api").Subrouter().Use(handlers.RecoveryHandler())
	return http.ListenAndServe(":8080", handlers.RecoveryHandler()(r))
}

// Default has what the table calls its defaults.
func Default() error {
	r := mux.NewRouter()
	r.Use(handlers.RecoveryHandler())
	r.HandleFunc("/x", get).Methods("GET")
	return http.ListenAndServe(":8080", r)
}
