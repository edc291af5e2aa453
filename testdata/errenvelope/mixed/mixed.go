// Package mixed answers now in JSON and now in text.
package mixed

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func okJSON(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"error": "x"})
}

func badText(c *gin.Context) {
	c.String(http.StatusNotFound, "x") // want `^c.String sends text/plain; other errors of this package are JSON$`
}
