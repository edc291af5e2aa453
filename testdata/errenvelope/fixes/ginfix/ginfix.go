// Package ginfix has errors of gin outside the envelope.
package ginfix

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func abort(c *gin.Context, status int, message string) {
	c.AbortWithStatusJSON(status, gin.H{"success": false, "statusCode": status, "message": message})
}

func empty(c *gin.Context) {
	c.AbortWithStatus(http.StatusForbidden) // want `call abort$`
}

func otherKey(c *gin.Context) {
	c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": "no name"}) // want `call abort$`
}

// abort ends the chain, and String does not.
func nopeAborts(c *gin.Context) {
	c.String(http.StatusNotFound, "no such page") // want `call abort$`
}

// Which of them is the message?
func nopeTwoKeys(c *gin.Context) {
	c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": "no name", "field": "name"}) // want `call abort$`
}

// What its value says is not a text.
func nopeError(c *gin.Context, err error) {
	c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": err}) // want `call abort$`
}

func ok(c *gin.Context) { abort(c, http.StatusNotFound, "no") }
