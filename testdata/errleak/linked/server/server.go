// Package main serves.
package main

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/errleak/linked/relay"
)

func main() {
	r := gin.New()
	r.GET("/", handle)
	http.ListenAndServe(":8080", r)
}

func handle(c *gin.Context) {
	if f := relay.Relay(c.Query("name")); f != nil {
		c.JSON(f.Status, gin.H{"error": f.Body})
	}
}
