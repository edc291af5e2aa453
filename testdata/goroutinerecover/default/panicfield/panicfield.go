// Package panicfield sets the field with the function that a router calls with
// what it has recovered.
package panicfield

import (
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/julienschmidt/httprouter"
)

func aborts(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

func badSilent(r *httprouter.Router) {
	r.PanicHandler = func(_ http.ResponseWriter, req *http.Request, v any) { // want `^r.PanicHandler is given a function that answers nothing, so the client sees an empty response with status 200; write an error with status 500$`
		log.Print(req.URL.Path, v)
	}
}

func badSilentFunction() *httprouter.Router {
	return &httprouter.Router{PanicHandler: onlyLogs} // want `^PanicHandler is given a function that answers nothing`
}

func onlyLogs(_ http.ResponseWriter, _ *http.Request, v any) { log.Print(v) }

type api struct{ *httprouter.Router }

func (a *api) badText() {
	a.PanicHandler = func(w http.ResponseWriter, _ *http.Request, v any) { // want `^a.PanicHandler is given http.ErrAbortHandler like any other panic, so a response that was cut off looks complete to the client; panic again with it$`
		http.Error(w, fmt.Sprint(v), http.StatusTeapot) // want `^http.Error sends the client what the panic says`
	}
}

func okPassesOn(r *httprouter.Router) {
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, v any) {
		if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(v)
		}
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func okPanicsAgain(r *httprouter.Router) {
	r.PanicHandler = func(_ http.ResponseWriter, _ *http.Request, v any) {
		log.Print(v)
		panic(v)
	}
}

func okHandsOn(r *httprouter.Router, fail func(http.ResponseWriter, any)) {
	r.PanicHandler = func(w http.ResponseWriter, _ *http.Request, v any) {
		if v == http.ErrAbortHandler {
			return
		}
		fail(w, v)
	}
}

func okElsewhere(r *httprouter.Router, h func(http.ResponseWriter, *http.Request, any)) {
	r.PanicHandler = h
	r.PanicHandler = nil
}

// A field with that name of the project's own.
type own struct {
	PanicHandler func(http.ResponseWriter, *http.Request, any)
}

func okOwn(o *own) *own {
	o.PanicHandler = func(http.ResponseWriter, *http.Request, any) {}
	return &own{PanicHandler: onlyLogs}
}
