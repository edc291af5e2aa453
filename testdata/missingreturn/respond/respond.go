// Package respond is a project's own way to answer.
package respond

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

var ErrNotFound = errors.New("not found")

type body struct {
	Error string `json:"error"`
}

// Fail answers with an error, always.
func Fail(w http.ResponseWriter, err error) {
	code := http.StatusInternalServerError
	if errors.Is(err, ErrNotFound) {
		code = http.StatusNotFound
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body{http.StatusText(code)})
}

// JSON answers with what it is given.
func JSON(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(v)
}

// IfError answers if there is an error, and does not tell.
func IfError(w http.ResponseWriter, err error) {
	if err != nil {
		Fail(w, err)
	}
}

// Check answers if there is an error, and says whether it did.
func Check(w http.ResponseWriter, err error) bool {
	if err == nil {
		return false
	}
	Fail(w, err)
	return true
}

// Must answers and ends the handler.
func Must(w http.ResponseWriter, err error) {
	Fail(w, err)
	panic(http.ErrAbortHandler)
}

// Sometimes answers for some errors only.
func Sometimes(w http.ResponseWriter, err error) {
	if errors.Is(err, ErrNotFound) {
		Fail(w, err)
		return
	}
	log.Print(err)
}

// Abort answers and ends the chain.
func Abort(c *gin.Context, code int, text string) {
	c.JSON(code, gin.H{"error": text})
	c.Abort()
}

// Failed answers and leaves the chain alone.
func Failed(c *gin.Context, text string) {
	c.JSON(http.StatusOK, gin.H{"code": 7, "msg": text})
}

// OK answers.
func OK(c *gin.Context, data any) {
	c.JSON(http.StatusOK, gin.H{"code": 0, "data": data})
}
