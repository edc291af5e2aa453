// Package helpers sends texts by functions of other packages.
package helpers

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/errleak/default/respond"
	"example.com/fixtures/errleak/default/store"
)

var catalog respond.Catalog

func abort(c *gin.Context) {
	if err := os.Remove("x"); err != nil {
		respond.Abort(c, http.StatusInternalServerError, err.Error()) // want `^respond.Abort sends err.Error\(\) of os.Remove with status 500`
		return
	}
	respond.Abort(c, 500, "constant")
	if err := os.Remove("x"); err != nil {
		respond.Abort(c, 400, err.Error())
	}
	if err := store.Check("x"); err != nil {
		respond.Abort(c, 500, err.Error())
	}
}

func order(w http.ResponseWriter, r *http.Request) {
	err := os.Remove("x")
	respond.Error(err, w, r, "removing", 500)              // want `^respond.Error sends the text of err of os.Remove with status 500`
	respond.Error(errors.New("x"), w, r, err.Error(), 500) // want `^respond.Error sends err.Error\(\) of os.Remove with status 500`
	respond.Error(err, w, r, "removing", 404)
	respond.Error(errors.New("x"), w, r, "y", 500)
	respond.Internal(w, err)       // reported there
	respond.Failed(w, err.Error()) // want `^respond.Failed sends err.Error\(\) of os.Remove with status 500`
	respond.Failed(w, "x")
	new(respond.Server[int]).Fail(w, 500, err) // want `Fail sends the text of err of os.Remove with status 500`
	new(respond.Server[int]).Fail(w, 409, err)
}

func texts(w http.ResponseWriter) {
	err := os.Remove("x")
	respond.Failed(w, respond.Text(err))                                        // want `^respond.Failed sends the text of err of os.Remove with status 500`
	http.Error(w, catalog.Ts("failed", "name", "x", "error", err.Error()), 500) // want `^http.Error sends err.Error\(\) of os.Remove with status 500`
	http.Error(w, respond.Code(err), 500)
	http.Error(w, catalog.Ts("failed", "name", "x"), 500)
}

type handler struct{ catalog respond.Catalog }

// fail is unexported, and all it is ever given are errors of the project.
func (h *handler) fail(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), 503)
}

func (h *handler) okOwn(w http.ResponseWriter) {
	h.fail(w, store.ErrNotFound)
	h.fail(w, errors.New("closed for today"))
}

// report is given others, too.
func (h *handler) report(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), 503) // want `of any error that report is given`
}

func (h *handler) others(w http.ResponseWriter) {
	h.report(w, store.ErrNotFound)
	h.report(w, os.Remove("x"))
}

// value is handed on, so that its calls are not known.
func (h *handler) value(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), 503) // want `of any error that value is given`
}

func hands(w http.ResponseWriter, h *handler) func(http.ResponseWriter, error) {
	return h.value
}

// encode says why it failed, which it does not.
func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		return []byte(err.Error())
	}
	return data
}

func okEncodes(w http.ResponseWriter) {
	w.WriteHeader(500)
	w.Write(encode("try again"))
	if err := os.Remove("x"); err != nil {
		w.WriteHeader(400)
		w.Write(encode(err.Error()))
	}
}

func encodes(w http.ResponseWriter) {
	if err := os.Remove("x"); err != nil {
		w.WriteHeader(500)
		w.Write(encode(err.Error())) // want `^w.Write sends err.Error\(\) of os.Remove with status 500`
	}
}
