// Package wrapped calls a function that makes more of its router than it shows.
package wrapped

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/middlewareorder/wrapped/below"
)

func okServed() error {
	mux := http.NewServeMux()
	below.Register(mux)
	return http.ListenAndServe(":8080", mux)
}

func bare() error {
	r := gin.New() // want `without recovery`
	r.GET("/users", func(*gin.Context) {})
	return r.Run()
}
