// Package inside holds recovery that leaves the answer to error middleware.
package inside

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

func answerErrors(c *gin.Context) {
	c.Next()
	if len(c.Errors) > 0 {
		c.String(http.StatusInternalServerError, "internal error")
	}
}

func collect(c *gin.Context) {
	defer func() {
		if v := recover(); v != nil {
			_ = c.Error(fmt.Errorf("panic: %v", v))
			c.Abort()
		}
	}()
	c.Next()
}

func collectsOutside() error {
	r := gin.New()
	r.Use(collect) // want `^collect adds a panic to the context's errors and runs outside of answerErrors \(line \d+\), which answers them, so the response to a panic has no body; register answerErrors first$`
	r.Use(answerErrors)
	r.GET("/users", func(c *gin.Context) { _ = c.Error(http.ErrBodyNotAllowed) })
	return r.Run()
}

func collectsOutsideByTheLibrary() error {
	r := gin.New()
	r.Use(gin.CustomRecovery(func(c *gin.Context, v any) { _ = c.AbortWithError(500, fmt.Errorf("panic: %v", v)) }), answerErrors) // want `^gin\.CustomRecovery\(…\) adds a panic to the context's errors`
	r.GET("/users", func(c *gin.Context) { _ = c.Error(http.ErrBodyNotAllowed) })
	return r.Run()
}

func okCollectsInside() error {
	r := gin.New()
	r.Use(answerErrors, collect)
	r.GET("/users", func(c *gin.Context) { _ = c.Error(http.ErrBodyNotAllowed) })
	return r.Run()
}

func okAnswersItself() error {
	r := gin.New()
	r.Use(gin.CustomRecovery(func(c *gin.Context, v any) {
		_ = c.Error(fmt.Errorf("panic: %v", v))
		c.String(http.StatusInternalServerError, "internal error")
		c.Abort()
	}), answerErrors)
	r.GET("/users", func(c *gin.Context) { _ = c.Error(http.ErrBodyNotAllowed) })
	return r.Run()
}

func okNobodyAnswers() error {
	r := gin.New()
	r.Use(collect)
	r.GET("/users", func(c *gin.Context) {})
	return r.Run()
}
