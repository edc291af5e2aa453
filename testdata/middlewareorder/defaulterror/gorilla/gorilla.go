// Package gorilla has routers of gorilla/mux and httprouter with the handlers of a
// service that has an envelope.
package gorilla

import (
	"net/http"

	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"

	"example.com/fixtures/middlewareorder/defaulterror/api"
)

func both() error {
	r := mux.NewRouter() // want `^r \(gorilla/mux\) answers unknown routes with "404 page not found" as text/plain and unknown methods with an empty 405, while errors of this service are JSON objects with code and message; set r.NotFoundHandler and r.MethodNotAllowedHandler$`
	r.HandleFunc("/users", api.Users).Methods(http.MethodGet)
	r.PathPrefix("/static/").Handler(http.FileServer(http.Dir("static")))
	users := r.PathPrefix("/users").Subrouter()
	users.HandleFunc("/{id}", api.User)
	return http.ListenAndServe(":8080", r)
}

func radix() error {
	r := httprouter.New() // want `^r \(httprouter\) answers unknown methods with "Method Not Allowed" as text/plain, while .*; set r.MethodNotAllowed$`
	r.NotFound = http.HandlerFunc(api.NotFound)
	r.HandlerFunc(http.MethodGet, "/users", api.Users)
	return http.ListenAndServe(":8080", r)
}

func okBothSet() error {
	r := mux.NewRouter()
	r.NotFoundHandler = http.HandlerFunc(api.NotFound)
	r.MethodNotAllowedHandler = http.HandlerFunc(api.NotFound)
	r.HandleFunc("/users", api.Users).Methods(http.MethodGet)
	return http.ListenAndServe(":8080", r)
}

func okServesAnApp(app http.Handler) error {
	r := mux.NewRouter()
	r.HandleFunc("/users", api.Users)
	r.PathPrefix("/").Handler(app)
	return http.ListenAndServe(":8080", r)
}

func okCatchAllOfTheAPI() error {
	r := mux.NewRouter()
	v1 := r.PathPrefix("/api").Subrouter()
	v1.HandleFunc("/users", api.Users)
	v1.PathPrefix("/").HandlerFunc(api.NotFound)
	return http.ListenAndServe(":8080", r)
}
