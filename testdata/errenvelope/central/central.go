// Package central has a middleware that makes bodies of collected errors.
package central

import (
	"errors"

	"github.com/gin-gonic/gin"
)

func errorsMiddleware(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 {
		c.JSON(-1, gin.H{"success": false, "statusCode": c.Writer.Status(), "message": c.Errors.String()})
	}
}

func okWritten(c *gin.Context) {
	c.JSON(400, gin.H{"success": false, "statusCode": 400, "message": "x"})
}

func nopeAbortWithError(c *gin.Context) {
	c.AbortWithError(400, errors.New("x"))
}

func nopeBind(c *gin.Context) {
	var v struct{}
	_ = c.BindJSON(&v)
}

func badAbortWithStatus(c *gin.Context) {
	c.AbortWithStatus(400) // want `^c.AbortWithStatus sends status 400 without a body`
}
