// Package respond has a project's helpers.
package respond

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// Abort answers with a message.
func Abort(c *gin.Context, status int, message string) {
	c.JSON(status, gin.H{"error": gin.H{"message": withID(message, c.GetString("id"))}})
	c.Abort()
}

func withID(message, id string) string { return fmt.Sprintf("%s (request id: %s)", message, id) }

// Error has another order of arguments, and the error itself.
func Error(err error, w http.ResponseWriter, r *http.Request, details string, code int) {
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(map[string]string{"error": err.Error(), "details": details})
}

// Internal decides about the status, so that this is the place to mend.
func Internal(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), http.StatusInternalServerError) // want `^http.Error sends err.Error\(\) of any error that Internal is given with status 500`
}

// Failed is given a text.
func Failed(w http.ResponseWriter, text string) {
	http.Error(w, text, http.StatusInternalServerError)
}

// Text says what an error says.
func Text(err error) string {
	if e, ok := err.(*json.SyntaxError); ok {
		return fmt.Sprintf("%s at %d", e, e.Offset)
	}
	return err.Error()
}

// Catalog translates.
type Catalog map[string]string

// Ts puts params into a text.
func (c Catalog) Ts(key string, params ...string) string {
	s := c[key]
	for n := 0; n+1 < len(params); n += 2 {
		s = strings.ReplaceAll(s, "{"+params[n]+"}", c.sub(params[n+1]))
	}
	return s
}

func (c Catalog) sub(s string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	return c.sub(strings.ReplaceAll(s, "{name}", c["name"]))
}

// Code translates errors to texts of the project's own.
func Code(err error) string {
	if err == nil {
		return ""
	}
	return "internal"
}

// Server is generic.
type Server[T any] struct{ Value T }

// Fail is a method of a generic type.
func (s *Server[T]) Fail(w http.ResponseWriter, status int, err error) {
	http.Error(w, fmt.Sprint("failed: ", err), status)
}
