// Package example shows how the service is called; nobody serves it.
package example

import "github.com/gin-gonic/gin"

func okExample() error {
	r := gin.New()
	r.GET("/users", func(*gin.Context) {})
	return r.Run()
}
