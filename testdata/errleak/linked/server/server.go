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
	r.GET("/quiet", quiet)
	http.ListenAndServe(":8080", r)
}

func handle(c *gin.Context) {
	if f := relay.Relay(c.Query("name")); f != nil {
		c.JSON(f.Status, gin.H{"error": f.Body})
	}
}

func quiet(c *gin.Context) {
	q := relay.OkQuiet(c.Query("name"))
	if q == nil {
		return
	}
	text := q.Text
	if q.Status >= 500 {
		text = "internal error"
	}
	c.JSON(q.Status, gin.H{"error": text})
}
