package answers

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	chi "github.com/go-chi/chi/v5"
	chimw "github.com/go-chi/chi/v5/middleware"
)

// Row021: no recovery; panic("secret-dsn"): no response: EOF.
func Row021() *probe.Server {
	r := chi.NewRouter()
	stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })
	return probe.HTTP(r)
}

// Row022: middleware.Recoverer first; panic("secret-dsn"): 500 "".
func Row022() *probe.Server {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer)
	stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })
	return probe.HTTP(r)
}

// Row023: middleware.Recoverer first; panic(errors.New("secret-dsn")): 500 "".
func Row023() *probe.Server {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer)
	stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })
	return probe.HTTP(r)
}

// Row024: middleware.Recoverer first; panic(http.ErrAbortHandler): no response: EOF.
func Row024() *probe.Server {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer)
	stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })
	return probe.HTTP(r)
}

// Row029: logger, then Recoverer (chi's documented order); panic("secret-dsn"): 500 "".
func Row029() *probe.Server {
	r := chi.NewRouter()
	r.Use(logger, chimw.Recoverer)
	stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })
	return probe.HTTP(r)
}

// Row030: Recoverer, then logger; panic("secret-dsn"): 500 "".
func Row030() *probe.Server {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer, logger)
	stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })
	return probe.HTTP(r)
}

// Row031: Recoverer, then deferred logger; panic("secret-dsn"): 500 "".
func Row031() *probe.Server {
	r := chi.NewRouter()
	r.Use(chimw.Recoverer, deferLogger)
	stdPanics(func(p string, h http.HandlerFunc) { r.Get(p, h) })
	return probe.HTTP(r)
}
