// Command goframe has groups as gf's layout makes them.
package main

import (
	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/ghttp"
)

type hello struct{}

type users struct{}

func ping(r *ghttp.Request) { r.Response.Write("pong") }

func auth(r *ghttp.Request) {
	if r.GetHeader("Authorization") == "" {
		r.Response.WriteStatusExit(401)
	}
	r.Middleware.Next()
}

func main() {
	s := g.Server()
	s.Use(ghttp.MiddlewareCORS)
	s.BindHandler("GET:/healthz", ping)
	s.Group("/v1", func(group *ghttp.RouterGroup) {
		group.Middleware(ghttp.MiddlewareHandlerResponse)
		group.Bind(new(hello), new(users))
		group.GET("/ping", ping)
		group.Group("/admin", func(group *ghttp.RouterGroup) {
			group.Middleware(auth)
			group.ALL("/users", new(users))
		})
	})
	s.BindStatusHandler(404, ping)
	s.Run()
}
