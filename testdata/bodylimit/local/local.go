// Package local waits for an answer from the user's browser.
package local

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

func receive(port int) (string, error) {
	token := make(chan string)
	srv := &http.Server{Addr: fmt.Sprintf("127.0.0.1:%d", port)}
	srv.Handler = okCallback(token)
	go func() { _ = srv.ListenAndServe() }()
	defer srv.Close()
	return <-token, nil
}

func okCallback(token chan string) *gin.Engine {
	e := gin.New()
	e.POST("/token", func(c *gin.Context) {
		var v struct{ Token string }
		if err := c.BindJSON(&v); err == nil {
			token <- v.Token
		}
	})
	return e
}

func okLocalhost(e *gin.Engine) error { return http.ListenAndServe("localhost:8080", e) }
