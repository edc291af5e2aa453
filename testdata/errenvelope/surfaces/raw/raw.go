// Package raw has no envelope, by configuration.
package raw

import "github.com/gin-gonic/gin"

func okText(c *gin.Context)  { c.String(400, "x") }
func okEmpty(c *gin.Context) { c.AbortWithStatus(400) }
func okJSON(c *gin.Context)  { c.JSON(400, gin.H{"error": "x"}) }
