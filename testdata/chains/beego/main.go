// Command beego registers on the application of the whole program.
package main

import (
	"github.com/beego/beego/v2/server/web"
	beecontext "github.com/beego/beego/v2/server/web/context"
	"github.com/beego/beego/v2/server/web/filter/cors"
)

type users struct{ web.Controller }

func ping(c *beecontext.Context) { _ = c.Output.Body([]byte("pong")) }

func auth(c *beecontext.Context) {
	if c.Input.Header("Authorization") == "" {
		c.Abort(401, "unauthorized")
	}
}

func main() {
	web.Get("/ping", ping)
	web.Router("/users", &users{}, "get:List;post:Create")
	ns := web.NewNamespace("/v1",
		web.NSBefore(auth),
		web.NSRouter("/users", &users{}),
		web.NSNamespace("/admin", web.NSGet("/jobs", ping)),
	)
	web.AddNamespace(ns)
	web.InsertFilter("/users", web.BeforeExec, auth)
	web.InsertFilter("*", web.BeforeRouter, cors.Allow(&cors.Options{AllowOrigins: []string{"https://example.com"}}))
	web.Run(":8080")
}
