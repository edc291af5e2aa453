// Package collected leaves errors to a middleware.
package collected

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Reason string `json:"reason"`
}

type appError interface {
	error
	HTTPStatus() int
}

func answer() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Next()
		for _, err := range c.Errors {
			var app appError
			if errors.As(err.Err, &app) {
				fail(c, app.HTTPStatus(), app.Error())
				return
			}
			fail(c, http.StatusInternalServerError, "internal error")
		}
	}
}

func fail(c *gin.Context, status int, message string) {
	c.JSON(status, gin.H{"error": message}) // want `c.JSON sends an object with the key error but without reason`
}

func get(c *gin.Context) {
	if c.Query("id") == "" {
		_ = c.Error(errors.New("no id")) // sent
		return
	}
	if c.Query("id") == "x" {
		c.AbortWithError(http.StatusNotFound, errors.New("no x")) // sent
		return
	}
	c.Status(http.StatusNoContent)
}
