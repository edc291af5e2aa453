// Package beego holds routers of beego/v2 v2.3.10, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package beego

import (
	"example.com/fixtures/middlewareorder/table/probe"
	"github.com/beego/beego/v2/server/web"
	beectx "github.com/beego/beego/v2/server/web/context"
)

// Row01: InsertFilter(BeforeRouter) after the route: applies; also on 404 and 405. Observed: GET /x => 200
// ran:[before-router,before-exec] "x"; GET /none => 404 ran:[before-router] "404"; POST /x => 404
// ran:[before-router] "404"
func Row01() error {
	cr := web.NewControllerRegister()
	cr.Get("/x", func(c *beectx.Context) { _ = c.Output.Body([]byte("x")) })
	_ = cr.InsertFilter("*", web.BeforeRouter, bm("before-router"))
	_ = cr.InsertFilter("*", web.BeforeExec, bm("before-exec"))
	return probe.HTTP(cr)
}

// Row02: filter that writes a response stops the chain (ReturnOnOutput default true); one that only sets a
// status does not. Observed: GET /w => 401 ran:[] "denied"; GET /s => 401 ran:[handler] "s"
func Row02() error {
	cr := web.NewControllerRegister()
	_ = cr.InsertFilter("/w", web.BeforeExec, func(c *beectx.Context) {
		c.ResponseWriter.WriteHeader(401)
		_, _ = c.ResponseWriter.Write([]byte("denied"))
	})
	_ = cr.InsertFilter("/s", web.BeforeExec, func(c *beectx.Context) { c.Output.SetStatus(401) })
	cr.Get("/w", func(c *beectx.Context) { c.Output.Header("X-Trace", "handler"); _ = c.Output.Body([]byte("w")) })
	cr.Get("/s", func(c *beectx.Context) { c.Output.Header("X-Trace", "handler"); _ = c.Output.Body([]byte("s")) })
	return probe.HTTP(cr)
}

// Row03: InsertFilterChain after the route. Observed: GET /x => 200 ran:[chain] "x"; GET /none => 404
// ran:[chain] "404"
func Row03() error {
	cr := web.NewControllerRegister()
	cr.Get("/x", func(c *beectx.Context) { _ = c.Output.Body([]byte("x")) })
	cr.InsertFilterChain("/*", func(next web.FilterFunc) web.FilterFunc {
		return func(c *beectx.Context) { c.ResponseWriter.Header().Add("X-Trace", "chain"); next(c) }
	})
	return probe.HTTP(cr)
}
