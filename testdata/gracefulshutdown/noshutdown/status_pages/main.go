// Some of the routes are more than monitoring.
package main

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/statuses", func(http.ResponseWriter, *http.Request) {})
	go func() {
		log.Print(http.ListenAndServe(":8080", mux)) // want `^http.ListenAndServe serves`
	}()
	serve()
}

func serve() {
	r := gin.New()
	r.GET("/healthz", func(*gin.Context) {})
	routes(r)
	_ = r.Run() // a related position
}

func routes(r *gin.Engine) { r.GET("/orders", func(*gin.Context) {}) }
