// Package api serves users over HTTP.
package api

import (
	"net/http"
	"slices"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"

	"example.com/fixtures/services/gin/repaired/apierr"
)

// New returns the service's handler, which pages of the origins may call.
func New(origins []string) http.Handler {
	users := newUsers()
	r := gin.New()
	r.Use(gin.Logger())
	r.Use(gin.CustomRecovery(func(c *gin.Context, _ any) {
		apierr.Abort(c, http.StatusInternalServerError, "internal error")
	}))
	config := cors.DefaultConfig()
	config.AllowOriginFunc = func(origin string) bool { return slices.Contains(origins, origin) }
	config.AllowCredentials = true
	r.Use(cors.New(config))
	r.NoRoute(func(c *gin.Context) { apierr.Abort(c, http.StatusNotFound, "no such page") })
	r.GET("/health", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	v1 := r.Group("/v1")
	v1.GET("/users/:id", users.get)
	v1.POST("/users", users.create)
	return r
}
