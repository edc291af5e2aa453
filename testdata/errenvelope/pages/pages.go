// Package pages answers errors as pages, and in JSON where a script asks.
package pages

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func okPage(c *gin.Context) {
	c.HTML(http.StatusNotFound, "404.html", nil)
}

func okPage2(c *gin.Context) {
	c.HTML(http.StatusInternalServerError, "500.html", nil)
}

func okJSON(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"error": "x"})
}

func nopeEmpty(c *gin.Context) {
	c.AbortWithStatus(http.StatusForbidden)
}
