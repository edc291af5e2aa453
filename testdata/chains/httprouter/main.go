// Command httprouter has every way to register a route on httprouter, and
// middleware around it by hand.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/julienschmidt/httprouter"
	"github.com/rs/cors"
)

func list(http.ResponseWriter, *http.Request, httprouter.Params) {}

func create(http.ResponseWriter, *http.Request) {}

func auth(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, p httprouter.Params) {
		if _, _, ok := r.BasicAuth(); !ok {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r, p)
	}
}

func routes() http.Handler {
	r := httprouter.New()
	r.NotFound = http.HandlerFunc(http.NotFound)
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, _ any) { w.WriteHeader(http.StatusInternalServerError) }
	r.GET("/users", list)
	r.POST("/users", auth(list))
	r.Handle(http.MethodDelete, "/users/:id", auth(list))
	r.Handler("PUT", "/users/:id", http.HandlerFunc(create))
	r.HandlerFunc(http.MethodPatch, "/users/:id", create)
	r.ServeFiles("/static/*filepath", http.Dir("static"))
	return cors.Default().Handler(r)
}

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.TimeoutHandler(routes(), time.Second, "")}
	log.Fatal(srv.ListenAndServe())
}
