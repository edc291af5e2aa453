// Package masked has helpers that replace the text of a server error.
package masked

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strconv"
)

type body struct {
	Error string `json:"error"`
	Code  int    `json:"code"`
}

var errUser = errors.New("bad user")

// okRender replaces the text where the status is a server's.
func okRender(w http.ResponseWriter, status int, err error) {
	msg := err.Error()
	if status >= 500 {
		msg = "internal error"
	}
	http.Error(w, msg, status)
}

func okOnlyBelow(w http.ResponseWriter, status int, err error) {
	msg := http.StatusText(status)
	if status < http.StatusInternalServerError {
		msg = err.Error()
	}
	http.Error(w, msg, status)
}

func okHundreds(w http.ResponseWriter, status int, err error) {
	text := strconv.Itoa(status)
	if err != nil && status/100 == 4 {
		text += " " + err.Error()
	}
	http.Error(w, text, status)
}

func okSwitch(w http.ResponseWriter, r *http.Request, err error) {
	resp := body{Error: err.Error()}
	switch {
	case isUser(err):
		resp.Code = 400
	case isMissing(err):
		resp.Code = 501
	default:
		resp.Error = "internal error"
		resp.Code = 500
	}
	data, err := json.Marshal(resp)
	if err != nil {
		data = []byte("{}")
	}
	w.WriteHeader(resp.Code)
	w.Write(data)
}

func isUser(err error) bool    { return errors.Is(err, errUser) }
func isMissing(err error) bool { return errors.Is(err, errors.ErrUnsupported) }

func callers(w http.ResponseWriter, r *http.Request) {
	err := os.Remove("x")
	okRender(w, 500, err)
	okOnlyBelow(w, 500, err)
	okHundreds(w, 500, err)
	okSwitch(w, r, err)
	once(w, 500, err) // want `^once sends the text of err of os.Remove with status 500`
	once(w, 503, err)
}

// once replaces one status only.
func once(w http.ResponseWriter, status int, err error) {
	msg := err.Error()
	switch status {
	case 503:
		msg = "busy"
	}
	http.Error(w, msg, status)
}

type apiError struct {
	Status int
	Text   string
}

func (e *apiError) Error() string { return e.Text }

func okTyped(w http.ResponseWriter, err error) {
	status, msg := 500, "internal error"
	if e, ok := err.(*apiError); ok {
		status, msg = e.Status, e.Text
	}
	http.Error(w, msg, status)
}

func typed(w http.ResponseWriter, err error) {
	status := 500
	if e, ok := errors.AsType[*apiError](err); ok {
		status = e.Status
	}
	http.Error(w, err.Error(), status) // want `of any error that typed is given with status 500`
}
