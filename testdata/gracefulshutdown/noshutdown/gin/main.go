package main

import "github.com/gin-gonic/gin"

func main() {
	r := gin.New()
	if err := r.Run(":8080"); err != nil { // want `^r.Run serves and nothing in the program shuts the server down, so SIGTERM cuts off the requests in flight; serve r with an http.Server and call its Shutdown on SIGTERM$`
		panic(err)
	}
}
