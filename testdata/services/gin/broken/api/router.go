// Package api serves users over HTTP.
package api

import (
	"net/http"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"

	"example.com/fixtures/services/gin/broken/apierr"
)

// New returns the service's handler.
func New() http.Handler {
	users := newUsers()
	r := gin.New()
	r.Use(gin.Logger())
	config := cors.DefaultConfig()
	config.AllowOriginFunc = func(string) bool { return true }
	config.AllowCredentials = true
	r.Use(cors.New(config))
	r.NoRoute(func(c *gin.Context) { apierr.Abort(c, http.StatusNotFound, "no such page") })
	r.GET("/health", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	v1 := r.Group("/v1")
	v1.GET("/users/:id", users.get)
	v1.POST("/users", users.create)
	r.Use(gin.CustomRecovery(func(c *gin.Context, _ any) {
		apierr.Abort(c, http.StatusInternalServerError, "internal error")
	}))
	return r
}
