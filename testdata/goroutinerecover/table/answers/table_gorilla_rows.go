package answers

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

// Row033: no recovery; panic("secret-dsn"): no response: EOF.
func Row033() *probe.Server {
	r := mux.NewRouter()
	stdPanics(func(p string, h http.HandlerFunc) { r.HandleFunc(p, h) })
	return probe.HTTP(r)
}

// Row034: handlers.RecoveryHandler() around the router; panic("secret-dsn"): 500 "".
func Row034() *probe.Server {
	r := mux.NewRouter()
	stdPanics(func(p string, h http.HandlerFunc) { r.HandleFunc(p, h) })
	return probe.HTTP(handlers.RecoveryHandler()(r))
}

// Row035: handlers.RecoveryHandler() around the router; panic(errors.New("secret-dsn")): 500 "".
func Row035() *probe.Server {
	r := mux.NewRouter()
	stdPanics(func(p string, h http.HandlerFunc) { r.HandleFunc(p, h) })
	return probe.HTTP(handlers.RecoveryHandler()(r))
}

// Row036: handlers.RecoveryHandler() around the router; panic(http.ErrAbortHandler): 500 "".
func Row036() *probe.Server {
	r := mux.NewRouter()
	stdPanics(func(p string, h http.HandlerFunc) { r.HandleFunc(p, h) })
	return probe.HTTP(handlers.RecoveryHandler()(r))
}

// Row040: RecoveryHandler through Use: NotFoundHandler is outside it; panic("secret-dsn"): 500 "".
func Row040() *probe.Server {
	r := mux.NewRouter()
	r.Use(handlers.RecoveryHandler())
	stdPanics(func(p string, h http.HandlerFunc) { r.HandleFunc(p, h) })
	return probe.HTTP(r)
}
