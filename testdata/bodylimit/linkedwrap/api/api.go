// Package api returns a router whose limit is elsewhere.
package api

import (
	"io"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

// New returns the handler.
func New() http.Handler {
	r := gin.New()
	r.POST("/orders", create)
	return r
}

func create(c *gin.Context) { log.Print(io.ReadAll(c.Request.Body)) }
