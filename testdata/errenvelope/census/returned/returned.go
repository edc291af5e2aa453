// Package returned has errors of its own that one function answers with.
package returned

import (
	"encoding/json"
	"errors"
	"net/http"
)

type problem struct {
	Status int    `json:"-"`
	Reason string `json:"reason"`
}

func (p *problem) Error() string { return p.Reason }

func serve(h func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var p *problem
		if err := h(w, r); errors.As(err, &p) {
			w.WriteHeader(p.Status)
			json.NewEncoder(w).Encode(p)
		}
	}
}

var errLate = &problem{Status: 504, Reason: "late"}

func handler(w http.ResponseWriter, r *http.Request) error {
	switch r.Method {
	case "A":
		return &problem{Status: 400, Reason: "a"}
	case "B":
		return &problem{400, "b"}
	}
	return errLate
}
