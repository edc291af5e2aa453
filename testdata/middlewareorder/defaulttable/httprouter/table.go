// Package httprouter has the routers of the tables of what is answered by default, with the handlers of a
// service that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package httprouter

import (
	"net/http"

	"github.com/julienschmidt/httprouter"
)

// Central: NotFound, MethodNotAllowed, PanicHandler.
func Central() error {
	r := httprouter.New()
	r.NotFound, r.MethodNotAllowed = http.HandlerFunc(notFound), http.HandlerFunc(notFound)
	r.PanicHandler = func(w http.ResponseWriter, q *http.Request, _ any) { notFound(w, q) }
	r.HandlerFunc("GET", "/err", get)
	r.ServeFiles("/static/*filepath", http.Dir("/nonexistent"))
	return http.ListenAndServe(":8080", r)
}

// Default has what the table calls its defaults.
func Default() error {
	r := httprouter.New()
	r.HandlerFunc("GET", "/x", get)
	return http.ListenAndServe(":8080", r)
}
