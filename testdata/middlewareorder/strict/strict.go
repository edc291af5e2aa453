// Package strict holds servers of net/http, whose recovery is reported to lack
// only if the configuration asks for it.
package strict

import (
	"log"
	"net/http"
	"time"

	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"
)

func list(http.ResponseWriter, *http.Request) {}

func bare() error {
	mux := http.NewServeMux() // want `^mux is a net/http router without recovery, so a panic in the handler of HandleFunc "GET /users" drops the connection without a response; wrap it in a handler that recovers$`
	mux.HandleFunc("GET /users", list)
	return http.ListenAndServe(":8080", mux)
}

func bareAroundOne() error {
	mux := http.NewServeMux() // want `handler of HandleFunc "GET /items"`
	mux.Handle("GET /users", guard(http.HandlerFunc(list)))
	mux.HandleFunc("GET /items", list)
	srv := &http.Server{Addr: ":8080", Handler: logged(mux), ReadHeaderTimeout: time.Second}
	return srv.ListenAndServe()
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL)
		next.ServeHTTP(w, r)
	})
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func okWrapped() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users", list)
	return http.ListenAndServe(":8080", logged(guard(mux)))
}

func okWrappedByLiteral() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users", list)
	return http.ListenAndServe(":8080", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { _ = recover() }()
		mux.ServeHTTP(w, r)
	}))
}

func okMetricsOnly() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/metrics", list)
	mux.HandleFunc("/debug/pprof/", list)
	return http.ListenAndServe(":9090", mux)
}

func okOthersCanWrapIt() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users", list)
	return mux
}

func okWrappedByOthers(wrap func(http.Handler) http.Handler) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users", list)
	return http.ListenAndServe(":8080", wrap(mux))
}

func bareGorilla() error {
	r := mux.NewRouter() // want `^r is a gorilla/mux router without recovery`
	r.HandleFunc("/users", list).Methods(http.MethodGet)
	return http.ListenAndServe(":8080", r)
}

func okGorillaUse() error {
	r := mux.NewRouter()
	r.HandleFunc("/users", list).Methods(http.MethodGet)
	r.Use(guard)
	return http.ListenAndServe(":8080", r)
}

func bareHTTPRouter() error {
	r := httprouter.New() // want `^r is a httprouter router without recovery`
	r.HandlerFunc(http.MethodGet, "/users", list)
	return http.ListenAndServe(":8080", r)
}

func okPanicHandler() error {
	r := httprouter.New()
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, v any) {
		log.Print(v)
		w.WriteHeader(http.StatusInternalServerError)
	}
	r.HandlerFunc(http.MethodGet, "/users", list)
	return http.ListenAndServe(":8080", r)
}
