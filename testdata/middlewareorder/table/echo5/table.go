// Package echo5 holds routers of echo/v5 v5.3.1, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package echo5

import (
	"example.com/fixtures/middlewareorder/table/probe"
	echo5 "github.com/labstack/echo/v5"
	echo5mw "github.com/labstack/echo/v5/middleware"
)

// Row01: Use before the route; 404 and 405. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[a]
// "{\"message\":\"Not Found\"}"; POST /x => 405 ran:[a] "{\"message\":\"Method Not Allowed\"}"
func Row01() error {
	e := echo5.New()
	e.Use(em5("a"))
	e.GET("/x", es5(200, "x"))
	return probe.HTTP(e)
}

// Row02: Use AFTER the route: applies. Observed: GET /x => 200 ran:[late] "x"; GET /none => 404 ran:[late]
// "{\"message\":\"Not Found\"}"
func Row02() error {
	e := echo5.New()
	e.GET("/x", es5(200, "x"))
	e.Use(em5("late"))
	return probe.HTTP(e)
}

// Row03: Pre and Use. Observed: GET /x => 200 ran:[pre,use,route] "x"; GET /none => 404 ran:[pre,use]
// "{\"message\":\"Not Found\"}"
func Row03() error {
	e := echo5.New()
	e.Use(em5("use"))
	e.Pre(em5("pre"))
	e.GET("/x", es5(200, "x"), em5("route"))
	return probe.HTTP(e)
}

// Row04: Group.Use AFTER the group's route: silently not on it. Observed: GET /api/x => 200 ran:[] "x"; GET
// /api/y => 200 ran:[auth] "y"; GET /api/none => 404 ran:[auth] "{\"message\":\"Not Found\"}"
func Row04() error {
	e := echo5.New()
	g := e.Group("/api")
	g.GET("/x", es5(200, "x"))
	g.Use(em5("auth"))
	g.GET("/y", es5(200, "y"))
	return probe.HTTP(e)
}

// Row05: group Use after a sub-group was created. Observed: GET /api/v1/x => 200 ran:[] "x"
func Row05() error {
	e := echo5.New()
	g := e.Group("/api")
	v1 := g.Group("/v1")
	g.Use(em5("auth"))
	v1.GET("/x", es5(200, "x"))
	return probe.HTTP(e)
}

// Row06: group with middleware: it runs on 404 below the prefix, and 405 below it becomes 404. Observed: GET
// /api/none => 404 ran:[auth] "{\"message\":\"Not Found\"}"; POST /api/x => 404 ran:[auth]
// "{\"message\":\"Not Found\"}"; GET /none => 404 ran:[] "{\"message\":\"Not Found\"}"
func Row06() error {
	e := echo5.New()
	g := e.Group("/api", em5("auth"))
	g.GET("/x", es5(200, "x"))
	return probe.HTTP(e)
}

// Row07: RouteNotFound on the root LEAKS below a group that has middleware: the default JSON 404 comes back.
// Observed: GET /none => 404 ran:[] "custom404"; GET /api/none => 404 ran:[auth] "{\"message\":\"Not
// Found\"}"
func Row07() error {
	e := echo5.New()
	e.RouteNotFound("/*", es5(404, "custom404"))
	g := e.Group("/api", em5("auth"))
	g.GET("/x", es5(200, "x"))
	return probe.HTTP(e)
}

// Row08: group RouteNotFound then Group.Use: Use overwrites the group's RouteNotFound. Observed: GET
// /api/none => 404 ran:[auth] "{\"message\":\"Not Found\"}"
func Row08() error {
	e := echo5.New()
	g := e.Group("/api")
	g.RouteNotFound("/*", es5(404, "group404"))
	g.Use(em5("auth"))
	return probe.HTTP(e)
}

// Row09: same route twice: the last one wins silently. Observed: GET /x => 200 ran:[] "two"
func Row09() error {
	e := echo5.New()
	e.GET("/x", es5(200, "one"))
	e.GET("/x", es5(200, "two"))
	return probe.HTTP(e)
}

// Row10: HTTPErrorHandler set after the routes. Observed: GET /none => 499 ran:[a] "EH:Not Found"; POST /x =>
// 499 ran:[a] "EH:Method Not Allowed"
func Row10() error {
	e := echo5.New()
	e.Use(em5("a"))
	e.GET("/x", es5(200, "x"))
	e.HTTPErrorHandler = func(c *echo5.Context, err error) { _ = c.String(499, "EH:"+err.Error()) }
	return probe.HTTP(e)
}

// Row11: CORS on a group. Observed: PREFLIGHT /api/x => 204 ran:[] "" ACAO:"https://trusted.com"
func Row11() error {
	e := echo5.New()
	g := e.Group("/api", echo5mw.CORS("https://trusted.com"))
	g.GET("/x", es5(200, "x"))
	return probe.HTTP(e)
}
