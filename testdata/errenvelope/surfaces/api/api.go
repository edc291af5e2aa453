// Package api has the envelope of the service.
package api

import "github.com/gin-gonic/gin"

func okEnvelope(c *gin.Context) { c.JSON(400, gin.H{"code": 1, "msg": "x"}) }

func badText(c *gin.Context) {
	c.String(400, "x") // want `^c.String sends text/plain; errors of this service are JSON objects with code and msg$`
}
