// Package any answers in JSON of any form, by configuration.
package any

import "github.com/gin-gonic/gin"

func okJSON(c *gin.Context)  { c.JSON(400, gin.H{"error": "x"}) }
func okOther(c *gin.Context) { c.JSON(400, gin.H{"msg": "x"}) }

func badText(c *gin.Context) {
	c.String(400, "x") // want `^c.String sends text/plain; errors of this surface are JSON$`
}
