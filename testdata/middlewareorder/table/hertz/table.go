// Package hertz holds routers of hertz v0.10.4, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package hertz

import (
	hserver "github.com/cloudwego/hertz/pkg/app/server"
)

// Row01: Use before the route; 404 and method mismatch. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404
// ran:[a] "Not Found"; POST /x => 404 ran:[a] "Not Found"
func Row01() error {
	h := hserver.New()
	h.Use(hm("a"))
	h.GET("/x", hs(200, "x"))
	h.Spin()
	return nil
}

// Row02: Use AFTER the route: silently not on it. Observed: GET /x => 200 ran:[] "x"; GET /none => 404
// ran:[late] "Not Found"
func Row02() error {
	h := hserver.New()
	h.GET("/x", hs(200, "x"))
	h.Use(hm("late"))
	h.Spin()
	return nil
}

// Row03: parent Use AFTER Group(). Observed: GET /api/x => 200 ran:[] "x"
func Row03() error {
	h := hserver.New()
	gr := h.Group("/api")
	h.Use(hm("auth"))
	gr.GET("/x", hs(200, "x"))
	h.Spin()
	return nil
}

// Row04: group Use after the group's first route. Observed: GET /api/x => 200 ran:[] "x"; GET /api/y => 200
// ran:[auth] "y"; GET /api/none => 404 ran:[] "Not Found"
func Row04() error {
	h := hserver.New()
	gr := h.Group("/api")
	gr.GET("/x", hs(200, "x"))
	gr.Use(hm("auth"))
	gr.GET("/y", hs(200, "y"))
	h.Spin()
	return nil
}

// Row05: NoRoute runs the global middlewares; NoMethod dead without WithHandleMethodNotAllowed. Observed: GET
// /none => 404 ran:[a] "custom404"; POST /x => 404 ran:[a] "custom404"
func Row05() error {
	h := hserver.New()
	h.NoRoute(hs(404, "custom404"))
	h.NoMethod(hs(405, "custom405"))
	h.Use(hm("a"))
	h.GET("/x", hs(200, "x"))
	h.Spin()
	return nil
}
