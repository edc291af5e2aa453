// Package mixed answers now in JSON and now in text: neither is a slip.
package mixed

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func okJSON(c *gin.Context) {
	c.JSON(http.StatusBadRequest, gin.H{"error": "x"})
}

func okText(c *gin.Context) {
	c.String(http.StatusNotFound, "x")
}
