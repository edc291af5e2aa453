// Package apierr answers errors in the service's envelope.
package apierr

import "github.com/gin-gonic/gin"

// Abort answers with an error and ends the chain.
func Abort(c *gin.Context, status int, message string, details ...string) {
	c.AbortWithStatusJSON(status, gin.H{
		"success":    false,
		"statusCode": status,
		"message":    message,
		"errors":     details,
	})
}
