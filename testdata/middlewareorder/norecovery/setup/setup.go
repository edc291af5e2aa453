// Package setup makes engines and registers routes for the packages that
// import it.
package setup

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func list(c *gin.Context) { c.Status(http.StatusOK) }

// Engine returns an engine without recovery; its caller may add it.
func Engine() *gin.Engine {
	r := gin.New()
	r.Use(gin.Logger())
	return r
}

// Safe returns an engine with recovery.
func Safe() *gin.Engine {
	r := gin.New()
	r.Use(gin.Recovery())
	return r
}

// Routes registers routes.
func Routes(r gin.IRouter) { r.GET("/users", list) }

// Middleware registers recovery.
func Middleware(r *gin.Engine) { r.Use(gin.Recovery()) }
