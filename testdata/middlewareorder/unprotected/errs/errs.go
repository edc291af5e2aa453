package errs

import (
	"errors"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/middlewareorder/unprotected/setup"
)

func engine() *gin.Engine {
	r := gin.New()
	r.Use(gin.CustomRecovery(func(c *gin.Context, _ any) { plain(c) }))
	r.NoRoute(plain)
	return r
}

func handle(c *gin.Context) {
	if c.Query("id") == "" {
		_ = c.Error(errors.New("no id"))
		return
	}
	c.Status(http.StatusOK)
}

func plain(c *gin.Context) { c.Status(http.StatusOK) }

type users struct{}

func (*users) get(c *gin.Context) { fail(c, errors.New("none")) }

func fail(c *gin.Context, err error) { _ = c.AbortWithError(http.StatusInternalServerError, err) }

func errorMiddleware() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Next()
		if err := c.Errors.Last(); err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": "internal"})
		}
	}
}

func logErrors(c *gin.Context) {
	c.Next()
	for _, err := range c.Errors {
		log.Print(err)
	}
}

func late() {
	r := engine()
	r.GET("/x", handle)
	r.Use(errorMiddleware()) // want `^errorMiddleware\(\) is registered after GET "/x" \(line \d+\), so gin does not run it there and errors that its handler adds to the context are not answered; register it first$`
	_ = r.Run()
}

func lateForMethods() {
	r := engine()
	u := new(users)
	api := r.Group("/api")
	r.Use(setup.Errors) // want `^setup\.Errors is registered after api was made by Group "/api" \(line \d+\), so gin does not run it there and errors that the handler of GET "/users" adds`
	api.GET("/users", u.get)
	_ = r.Run()
}

func lateForHandlerElsewhere() {
	r := engine()
	r.GET("/x", setup.Fail)
	r.GET("/y", func(c *gin.Context) { _ = c.Error(errors.New("y")) })
	r.Use(gin.ErrorLogger()) // want `^gin\.ErrorLogger\(\) is registered after GET "/x" \(line \d+\) and 1 more route`
	_ = r.Run()
}

func okHandlerAddsNone() {
	r := engine()
	r.GET("/x", plain)
	r.Use(errorMiddleware())
	r.GET("/y", handle)
	_ = r.Run()
}

func answersItself(c *gin.Context) {
	if err := c.Bind(new(int)); err != nil {
		_ = c.Error(err) // for the log
		c.JSON(http.StatusBadRequest, gin.H{"error": "bad request"})
		return
	}
	switch c.Query("x") {
	case "y":
		_ = c.Error(errors.New("y"))
		problem(c)
	}
}

func problem(c *gin.Context) { c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": "y"}) }

func okAnswersItself() {
	r := engine()
	r.GET("/x", answersItself)
	r.Use(errorMiddleware())
	_ = r.Run()
}

func okOnlyLogs() {
	r := engine()
	r.GET("/x", handle)
	r.Use(logErrors)
	_ = r.Run()
}

func okErrorsFirst() {
	r := engine()
	r.Use(setup.Errors)
	r.GET("/x", handle)
	r.Use(errorMiddleware())
	_ = r.Run()
}

func okRouteHasItsOwn() {
	r := engine()
	api := r.Group("/api", errorMiddleware())
	api.GET("/x", handle)
	r.Use(setup.Errors)
	_ = r.Run()
}
