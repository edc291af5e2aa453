// Package answers has the middleware that answers with collected errors.
package answers

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Errors is the middleware.
func Errors(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 {
		c.JSON(http.StatusInternalServerError, gin.H{"code": "internal", "detail": "see the log"})
	}
}
