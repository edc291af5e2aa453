// Package typed has an error type whose values one function answers with. The
// comments "sent" mark the related positions of its finding.
package typed

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Reason string `json:"reason"`
}

type errHTTP struct {
	Code    int    `json:"code"`
	Status  int    `json:"http"`
	Message string `json:"error"`
	context map[string]any
}

func (e errHTTP) Error() string { return e.Message }

func (e errHTTP) JSON() string {
	b, _ := json.Marshal(&e)
	return string(b)
}

func (e errHTTP) Wrap(message string, args ...any) *errHTTP {
	clone := e.clone()
	clone.Message = fmt.Sprintf("%s; %s", clone.Message, fmt.Sprintf(message, args...))
	return &clone
}

func (e errHTTP) With(context map[string]any) *errHTTP {
	c := e.clone()
	c.context = context
	return &c
}

func (e errHTTP) clone() errHTTP {
	return errHTTP{Code: e.Code, Status: e.Status, Message: e.Message}
}

var (
	errBadRequest   = &errHTTP{40000, http.StatusBadRequest, "invalid request", nil}
	errNotFound     = &errHTTP{40400, http.StatusNotFound, "page not found", nil}
	errInternal     = &errHTTP{50000, http.StatusInternalServerError, "internal error", nil}
	errNotModified  = &errHTTP{30400, http.StatusNotModified, "not modified", nil}
	errOfTheLibrary = errors.New("broken")
)

type handler func(http.ResponseWriter, *http.Request) error

func serve(w http.ResponseWriter, r *http.Request) {
	if err := route(r)(w, r); err != nil {
		fail(w, err)
	}
}

func fail(w http.ResponseWriter, err error) {
	e, ok := err.(*errHTTP)
	if !ok {
		e = errInternal // sent
	}
	log.Print(err)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(e.Status)
	_, _ = io.WriteString(w, e.JSON()+"\n") // want `io.WriteString sends an object with the keys code, http and error but without reason; errors of this service are JSON objects with reason`
}

func route(r *http.Request) handler {
	if r.Method == http.MethodGet {
		return get
	}
	return func(http.ResponseWriter, *http.Request) error { return errNotFound } // sent
}

func get(w http.ResponseWriter, r *http.Request) error {
	id, err := parse(r.URL.Query().Get("id"))
	if err != nil {
		return err // sent
	}
	switch id {
	case 0:
		return errBadRequest.Wrap("id is %d", id) // sent
	case 1:
		return errBadRequest.With(map[string]any{"id": id}).Wrap("no") // sent
	case 2:
		return &errHTTP{40900, http.StatusConflict, "taken", nil} // sent
	case 3:
		return &errHTTP{Status: http.StatusGone} // sent
	case 4:
		return errNotModified // no error
	case 5:
		return errOfTheLibrary // sent
	}
	if err == errNotFound || errors.Is(err, errBadRequest) || errInternal.Status == id {
		return nil
	}
	return newError(id, "odd") // sent
}

func newError(status int, message string) error {
	return &errHTTP{Status: status, Message: message} // sent
}

func parse(id string) (int, error) {
	if id == "" {
		return 0, errBadRequest // sent
	}
	return len(id), nil
}
