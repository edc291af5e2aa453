// Package api answers errors in an envelope, for the routers of other packages.
package api

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
)

type failure struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// Fail answers an error.
func Fail(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(failure{status, message})
}

// Users lists the users.
func Users(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("page") == "" {
		Fail(w, http.StatusBadRequest, "no page")
		return
	}
	Fail(w, http.StatusInternalServerError, "no users")
}

// User shows a user.
func User(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("id") == "" {
		Fail(w, http.StatusBadRequest, "no id")
		return
	}
	Fail(w, http.StatusNotFound, "no user")
}

// NotFound answers requests for what there is not.
func NotFound(w http.ResponseWriter, _ *http.Request) {
	Fail(w, http.StatusNotFound, "not found")
}

// GinUsers lists the users.
func GinUsers(c *gin.Context) {
	if c.Query("page") == "" {
		c.JSON(http.StatusBadRequest, failure{400, "no page"})
		return
	}
	c.JSON(http.StatusInternalServerError, failure{500, "no users"})
}

// GinNotFound answers requests for what there is not.
func GinNotFound(c *gin.Context) { c.JSON(http.StatusNotFound, failure{404, "not found"}) }

// GinFailed answers requests that panicked.
func GinFailed(c *gin.Context, _ any) {
	c.AbortWithStatusJSON(http.StatusInternalServerError, failure{500, "failed"})
}

// Recover answers requests that panicked.
func Recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if recover() != nil {
				Fail(w, http.StatusInternalServerError, "failed")
			}
		}()
		next.ServeHTTP(w, r)
	})
}
