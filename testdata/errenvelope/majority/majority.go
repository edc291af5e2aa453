// Package majority declares no envelope, but most of its errors are JSON.
package majority

import "github.com/gin-gonic/gin"

func fail(c *gin.Context, code int, text string) {
	c.AbortWithStatusJSON(code, gin.H{"error": text})
}

func okFails(c *gin.Context) {
	fail(c, 400, "x")
	fail(c, 404, "x")
	fail(c, 500, "x")
	fail(c, 500, "y")
	fail(c, 500, "z")
}

func okAnotherShape(c *gin.Context) { c.JSON(400, gin.H{"msg": "x"}) }

func badText(c *gin.Context) {
	c.String(400, "x") // want `^c.String sends text/plain; other errors of this package are JSON objects with error; call fail$`
}

func badEmpty(c *gin.Context) {
	c.AbortWithStatus(400) // want `^c.AbortWithStatus sends status 400 without a body; other errors of this package are JSON objects with error; call fail$`
}
