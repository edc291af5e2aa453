// Package oauth has an envelope of its own, by configuration, in spite of what
// it declares.
package oauth

import "github.com/gin-gonic/gin"

//prodvet:envelope
type declared struct {
	Reason string `json:"reason"`
}

func okItsOwn(c *gin.Context) { c.JSON(400, gin.H{"error": "x"}) }

func badTheServices(c *gin.Context) {
	c.JSON(400, gin.H{"code": 1, "msg": "x"}) // want `^c.JSON sends an object with the keys code and msg but without error; errors of this service are JSON objects with error$`
}

func badDeclared(c *gin.Context) {
	c.JSON(400, declared{"x"}) // want `^c.JSON sends an object with the key reason but without error; `
}

func badType(c *gin.Context) {
	c.JSON(400, gin.H{"error": 1}) // want `^c.JSON sends error as a number, not as a string$`
}
