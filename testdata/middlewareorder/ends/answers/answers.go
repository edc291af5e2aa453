// Package answers writes errors for other packages.
package answers

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Internal answers; the chain goes on.
func Internal(c *gin.Context) {
	c.JSON(http.StatusInternalServerError, gin.H{"error": "internal error"})
}

// Abort answers and ends the chain.
func Abort(c *gin.Context) {
	Internal(c)
	c.Abort()
}
