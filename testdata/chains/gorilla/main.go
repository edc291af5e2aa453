// Command gorilla has every way to register a route on gorilla/mux.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

func list(http.ResponseWriter, *http.Request) {}

func notFound(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) }

type api struct{ audit mux.MiddlewareFunc }

func (api) create(http.ResponseWriter, *http.Request) {}

func (a api) register(r *mux.Router) {
	r.HandleFunc("/{id}", list).Methods(http.MethodGet, http.MethodHead).Name("user")
	post := r.Methods("POST").Subrouter()
	post.HandleFunc("/", a.create)
	post.Use(a.audit)
}

func main() {
	r := mux.NewRouter().StrictSlash(true)
	r.HandleFunc("/healthz", list)
	r.NotFoundHandler = http.HandlerFunc(notFound)

	v1 := r.PathPrefix("/v1").Subrouter()
	api{handlers.ProxyHeaders}.register(v1.PathPrefix("/users").Subrouter())
	v1.Path("/orders").Methods("GET", "post").HandlerFunc(list)
	v1.Use(handlers.RecoveryHandler())
	r.Host("{sub}.example.com").PathPrefix("/files/").Handler(http.StripPrefix("/files/", http.FileServer(http.Dir("."))))

	inner := http.NewServeMux()
	inner.HandleFunc("/graph", list)
	r.PathPrefix("/internal").Handler(http.StripPrefix("/internal", inner))
	r.Use(handlers.CORS(handlers.AllowedOrigins([]string{"https://example.com"})))

	log.Fatal(http.ListenAndServe(":8080", handlers.CombinedLoggingHandler(os.Stdout, handlers.CompressHandler(r))))
}
