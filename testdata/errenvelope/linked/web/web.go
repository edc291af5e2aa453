// Package web answers with errors that the packages above it make.
package web

import (
	"encoding/json"
	"net/http"
)

// Error is an error with a status.
type Error struct {
	Status int    `json:"status"`
	Text   string `json:"text"`
}

func (e *Error) Error() string { return e.Text }

// Action is a handler that returns what to answer with.
type Action func(w http.ResponseWriter, r *http.Request) *Error

// ServeHTTP runs the action.
func (a Action) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := a(w, r); err != nil {
		Fail(w, err)
	}
}

// Fail answers with an error.
func Fail(w http.ResponseWriter, err *Error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(err.Status)
	json.NewEncoder(w).Encode(err) // want `sends an object with the keys status and text but without code and detail`
}

// Page is of a type of which nobody makes an error.
type Page struct {
	Status int    `json:"-"`
	Title  string `json:"title"`
}

// OKShow answers with a page.
func OKShow(w http.ResponseWriter, p Page) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p)
}
