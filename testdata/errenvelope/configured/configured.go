// Package configured is run with fields and a writer from the configuration.
package configured

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func okFields(c *gin.Context) {
	c.JSON(400, gin.H{"code": 1, "msg": "x", "more": true})
}

func badFields(c *gin.Context) {
	c.JSON(400, gin.H{"error": "x"}) // want `^c.JSON sends an object with the key error but without code and msg; errors of this service are JSON objects with code and msg; call writeText$`
}

func badType(c *gin.Context) {
	c.JSON(400, gin.H{"code": "1", "msg": "x"}) // want `^c.JSON sends code as a string, not as a number; call writeText$`
}

// writeText is declared to write the envelope, whatever it looks like.
func writeText(w http.ResponseWriter, code int) { http.Error(w, "code=1 msg=x", code) }

func okWriter(w http.ResponseWriter, r *http.Request) { writeText(w, 400) }

func badText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "x", 400) // want `^http.Error sends text/plain; .*; call writeText$`
}
