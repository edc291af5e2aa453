// Package statuses has handlers that return the status to a function which
// answers with it.
package statuses

import (
	"net/http"
	"os"
	"strconv"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Reason string `json:"reason"`
}

type handleFunc func(w http.ResponseWriter, r *http.Request) (int, error)

func handle(fn handleFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status, err := fn(w, r)
		if status != 0 {
			text := http.StatusText(status)
			if status == http.StatusBadRequest && err != nil {
				text += " (" + err.Error() + ")"
			}
			http.Error(w, strconv.Itoa(status)+" "+text, status) // want `http.Error sends text/plain; errors of this service are JSON objects with reason`
		}
	})
}

func withUser(fn handleFunc) handleFunc {
	return func(w http.ResponseWriter, r *http.Request) (int, error) {
		if r.Header.Get("Authorization") == "" {
			return http.StatusUnauthorized, nil // sent
		}
		return fn(w, r)
	}
}

var get = withUser(func(w http.ResponseWriter, r *http.Request) (int, error) {
	data, err := os.ReadFile(r.URL.Path)
	if err != nil {
		return statusOf(err), err // sent
	}
	if len(data) == 0 {
		return http.StatusNoContent, nil
	}
	return render(w, data)
})

func render(w http.ResponseWriter, data []byte) (int, error) {
	if _, err := w.Write(data); err != nil {
		return http.StatusInternalServerError, err // sent
	}
	return 0, nil
}

func statusOf(err error) int {
	if os.IsNotExist(err) {
		return http.StatusNotFound
	}
	return http.StatusInternalServerError
}
