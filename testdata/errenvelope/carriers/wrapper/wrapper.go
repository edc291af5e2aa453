// Package wrapper has handlers that return an error to a function which answers
// with it.
package wrapper

import (
	"errors"
	"net/http"
	"os"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Reason string `json:"reason"`
}

type handler func(w http.ResponseWriter, r *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		fail(w, err)
	}
}

func fail(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), http.StatusInternalServerError) // want `http.Error sends text/plain`
}

func get(w http.ResponseWriter, r *http.Request) error {
	data, err := os.ReadFile(r.URL.Path)
	if err != nil {
		return err // sent
	}
	if len(data) == 0 {
		return errors.New("empty") // sent
	}
	return write(w, data)
}

func write(w http.ResponseWriter, data []byte) error {
	_, err := w.Write(data)
	return err
}
