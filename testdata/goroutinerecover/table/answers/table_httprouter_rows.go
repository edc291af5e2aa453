package answers

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/julienschmidt/httprouter"
)

// Row043: PanicHandler nil (default); panic("secret-dsn"): no response: EOF.
func Row043() *probe.Server {
	r := httprouter.New()
	r.PanicHandler = nil
	stdPanics(func(p string, h http.HandlerFunc) { r.HandlerFunc("GET", p, h) })
	return probe.HTTP(r)
}

// Row044: PanicHandler set: it must write the status itself; it gets http.ErrAbortHandler too; covers
// NotFound; panic("secret-dsn"): 500 "".
func Row044() *probe.Server {
	r := httprouter.New()
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, _ any) { w.WriteHeader(500) }
	stdPanics(func(p string, h http.HandlerFunc) { r.HandlerFunc("GET", p, h) })
	return probe.HTTP(r)
}

// Row045: PanicHandler set: it must write the status itself; it gets http.ErrAbortHandler too; covers
// NotFound; panic(errors.New("secret-dsn")): 500 "".
func Row045() *probe.Server {
	r := httprouter.New()
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, _ any) { w.WriteHeader(500) }
	stdPanics(func(p string, h http.HandlerFunc) { r.HandlerFunc("GET", p, h) })
	return probe.HTTP(r)
}

// Row046: PanicHandler set: it must write the status itself; it gets http.ErrAbortHandler too; covers
// NotFound; panic(http.ErrAbortHandler): 500 "".
func Row046() *probe.Server {
	r := httprouter.New()
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, _ any) { w.WriteHeader(500) }
	stdPanics(func(p string, h http.HandlerFunc) { r.HandlerFunc("GET", p, h) })
	return probe.HTTP(r)
}

// Row050: PanicHandler that only logs: the client sees 200; panic("secret-dsn"): 200 "".
func Row050() *probe.Server {
	r := httprouter.New()
	r.PanicHandler = func(http.ResponseWriter, *http.Request, any) {}
	stdPanics(func(p string, h http.HandlerFunc) { r.HandlerFunc("GET", p, h) })
	return probe.HTTP(r)
}
