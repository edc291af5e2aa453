// Package goframe holds routers of goframe v2.10.2, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package goframe

import (
	"github.com/gogf/gf/v2/net/ghttp"
)

// Row01: Use before the route; 404 and method mismatch. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404
// ran:[a] "Not Found"; POST /x => 404 ran:[a] "Not Found"
func Row01() error {
	s := ghttp.GetServer()
	s.Use(gfm("a"))
	s.BindHandler("GET:/x", func(r *ghttp.Request) { r.Response.Write("x") })
	s.Run()
	return nil
}

// Row02: Use after the route. Observed: GET /x => 200 ran:[late] "x"
func Row02() error {
	s := ghttp.GetServer()
	s.BindHandler("GET:/x", func(r *ghttp.Request) { r.Response.Write("x") })
	s.Use(gfm("late"))
	s.Run()
	return nil
}

// Row03: group Middleware after the group's first route. Observed: GET /api/x => 200 ran:[] "x"; GET /api/y
// => 200 ran:[auth] "y"; GET /api/none => 404 ran:[] "Not Found"
func Row03() error {
	s := ghttp.GetServer()
	s.Group("/api", func(gr *ghttp.RouterGroup) {
		gr.GET("/x", func(r *ghttp.Request) { r.Response.Write("x") })
		gr.Middleware(gfm("auth"))
		gr.GET("/y", func(r *ghttp.Request) { r.Response.Write("y") })
	})
	s.Run()
	return nil
}

// Row04: BindStatusHandler(404). Observed: GET /none => 404 ran:[a] "custom404"
func Row04() error {
	s := ghttp.GetServer()
	s.Use(gfm("a"))
	s.BindStatusHandler(404, func(r *ghttp.Request) { r.Response.Write("custom404") })
	s.BindHandler("GET:/x", func(r *ghttp.Request) { r.Response.Write("x") })
	s.Run()
	return nil
}
