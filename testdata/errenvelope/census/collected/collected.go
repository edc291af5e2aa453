// Package collected leaves errors to a middleware.
package collected

import (
	"errors"

	"github.com/gin-gonic/gin"
)

var errX = errors.New("x")

func fill(c *gin.Context) {
	c.Next()
	for _, err := range c.Errors {
		answer(c, err)
	}
}

func answer(c *gin.Context, err error) {
	c.JSON(-1, gin.H{"error": err.Error(), "code": 7})
}

func three(c *gin.Context) {
	switch c.Query("x") {
	case "":
		_ = c.Error(errX)
	case "y":
		c.AbortWithError(400, errX)
	default:
		abort(c, errX)
	}
}

func abort(c *gin.Context, err error) { c.AbortWithError(500, err) }
