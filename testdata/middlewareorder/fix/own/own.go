// Package own has a recovery of its own, which one of its routers lacks.
package own

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func guard(c *gin.Context) {
	defer func() {
		if recover() != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
		}
	}()
	c.Next()
}

func list(c *gin.Context) { c.Status(http.StatusOK) }

func guarded() error {
	r := gin.New()
	r.Use(guard)
	r.GET("/users", list)
	return r.Run()
}

func bare() error {
	r := gin.New() // want `without recovery`
	r.GET("/users", list)
	return r.Run(":8081")
}

func bareWhereTheNameIsTaken(guard string) error {
	r := gin.New() // want `without recovery`
	r.GET(guard, list)
	return r.Run(":8081")
}

func bareOfAnotherFramework() error {
	r := chi.NewRouter() // want `without recovery`
	r.Use(middleware.Logger)
	r.Get("/users", func(http.ResponseWriter, *http.Request) {})
	return http.ListenAndServe(":8082", r)
}
