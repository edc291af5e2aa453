// Command negroni puts its handler together with negroni.
package main

import (
	"net/http"

	"github.com/gorilla/mux"
	"github.com/rs/cors"
	"github.com/urfave/negroni"
)

func list(http.ResponseWriter, *http.Request) {}

func auth(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if _, _, ok := r.BasicAuth(); !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func main() {
	r := mux.NewRouter()
	r.HandleFunc("/healthz", list)
	r.HandleFunc("/users", list).Methods("GET")

	admin := mux.NewRouter().PathPrefix("/admin").Subrouter()
	admin.HandleFunc("/jobs", list)
	r.PathPrefix("/admin").Handler(negroni.New(negroni.HandlerFunc(auth), negroni.Wrap(admin)))
	r.Handle("/me", negroni.New(negroni.HandlerFunc(auth), negroni.WrapFunc(list)))

	n := negroni.Classic()
	n.Use(cors.Default())
	n.UseHandler(r)
	n.Run(":8080")
}
