// Package setup registers routes and middleware for the packages that import it.
package setup

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Users registers routes.
func Users(r *gin.Engine) {
	r.GET("/users", func(c *gin.Context) { c.Status(http.StatusOK) })
	r.POST("/users", func(c *gin.Context) { c.Status(http.StatusOK) })
}

// Health registers nothing but a health check.
func Health(r gin.IRouter) {
	r.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusOK) })
}

// Recover is recovery middleware of our own.
func Recover() gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				c.AbortWithStatus(http.StatusInternalServerError)
			}
		}()
		c.Next()
	}
}

// Middleware registers recovery.
func Middleware(r *gin.Engine) {
	r.Use(Recover())
}

// All registers in the wrong order, on an engine of which it knows nothing.
func All(r *gin.Engine) {
	Users(r)
	Middleware(r)
}

// Admin is a controller.
type Admin struct{}

// Routes registers the controller's routes.
func (*Admin) Routes(g *gin.RouterGroup) {
	g.DELETE("/users/:id", func(c *gin.Context) { c.Status(http.StatusOK) })
}

// Errors answers what handlers add to the context's errors.
func Errors(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 && !c.Writer.Written() {
		answer(c)
	}
}

func answer(c *gin.Context) {
	c.JSON(http.StatusInternalServerError, gin.H{"error": "internal"})
}

// Fail is a handler that adds an error.
func Fail(c *gin.Context) {
	_ = c.Error(http.ErrBodyNotAllowed)
}
