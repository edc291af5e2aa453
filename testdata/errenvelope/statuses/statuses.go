// Package statuses wants errors to have a status of errors.
package statuses

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
)

func badSuccessFalse(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"success": false, "message": "no"}) // want `^c.JSON sends an error with status 200; send it with one of 400 to 599$`
}

func badStatus(c *gin.Context) {
	c.AbortWithStatusJSON(201, gin.H{"status": "fail", "message": "no"}) // want `^c.AbortWithStatusJSON sends an error with status 201`
}

func badImplicit(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(map[string]any{"error": "no"}) // want `Encode sends an error with status 200`
}

func okError(c *gin.Context) { c.JSON(400, gin.H{"success": false}) }

func okSuccess(c *gin.Context) { c.JSON(200, gin.H{"success": true}) }

func okUnknownStatus(c *gin.Context) { c.JSON(c.GetInt("status"), gin.H{"success": false}) }
