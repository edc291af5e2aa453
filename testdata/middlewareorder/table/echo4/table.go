// Package echo4 holds routers of echo/v4 v4.16.0, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package echo4

import (
	"example.com/fixtures/middlewareorder/table/probe"
	echo4 "github.com/labstack/echo/v4"
	echo4mw "github.com/labstack/echo/v4/middleware"
)

// Row01: Use before the route; 404 and 405. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[a]
// "{\"message\":\"Not Found\"}"; POST /x => 405 ran:[a] "{\"message\":\"Method Not Allowed\"}"
func Row01() error {
	e := echo4.New()
	e.Use(em4("a"))
	e.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row02: Use AFTER the route: applies (composed at serve time). Observed: GET /x => 200 ran:[late] "x"; GET
// /none => 404 ran:[late] "{\"message\":\"Not Found\"}"
func Row02() error {
	e := echo4.New()
	e.GET("/x", es4(200, "x"))
	e.Use(em4("late"))
	return probe.HTTP(e)
}

// Row03: Pre runs before routing, Use after; both also on 404. Observed: GET /x => 200 ran:[pre,use,route]
// "x"; GET /none => 404 ran:[pre,use] "{\"message\":\"Not Found\"}"
func Row03() error {
	e := echo4.New()
	e.Use(em4("use"))
	e.Pre(em4("pre"))
	e.GET("/x", es4(200, "x"), em4("route"))
	return probe.HTTP(e)
}

// Row04: path rewrite in Use has no effect on routing, in Pre it has. Observed: GET /old => 404 ran:[]
// "{\"message\":\"Not Found\"}"
func Row04() error {
	e := echo4.New()
	e.Use(echo4mw.Rewrite(map[string]string{"/old": "/x"}))
	e.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row05: path rewrite in Pre. Observed: GET /old => 200 ran:[] "x"
func Row05() error {
	e := echo4.New()
	e.Pre(echo4mw.Rewrite(map[string]string{"/old": "/x"}))
	e.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row06: Group.Use AFTER the group's route: silently not on it. Observed: GET /api/x => 200 ran:[] "x"; GET
// /api/y => 200 ran:[auth] "y"; GET /api/none => 404 ran:[auth] "{\"message\":\"Not Found\"}"
func Row06() error {
	e := echo4.New()
	g := e.Group("/api")
	g.GET("/x", es4(200, "x"))
	g.Use(em4("auth"))
	g.GET("/y", es4(200, "y"))
	return probe.HTTP(e)
}

// Row07: group Use after a sub-group was created: the sub-group does not get it. Observed: GET /api/v1/x =>
// 200 ran:[] "x"
func Row07() error {
	e := echo4.New()
	g := e.Group("/api")
	v1 := g.Group("/v1")
	g.Use(em4("auth"))
	v1.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row08: e.Use after Group and its routes: applies. Observed: GET /api/x => 200 ran:[late] "x"
func Row08() error {
	e := echo4.New()
	g := e.Group("/api")
	g.GET("/x", es4(200, "x"))
	e.Use(em4("late"))
	return probe.HTTP(e)
}

// Row09: group with middleware: it runs on 404 below the prefix, and 405 below it becomes 404. Observed: GET
// /api/none => 404 ran:[auth] "{\"message\":\"Not Found\"}"; POST /api/x => 404 ran:[auth]
// "{\"message\":\"Not Found\"}"; GET /none => 404 ran:[] "{\"message\":\"Not Found\"}"
func Row09() error {
	e := echo4.New()
	g := e.Group("/api", em4("auth"))
	g.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row10: RouteNotFound on the root. Observed: GET /none => 404 ran:[a] "custom404"; GET /api/none => 404
// ran:[a] "custom404"
func Row10() error {
	e := echo4.New()
	e.Use(em4("a"))
	e.RouteNotFound("/*", es4(404, "custom404"))
	e.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row11: RouteNotFound on the root LEAKS below a group that has middleware: the default JSON 404 comes back.
// Observed: GET /none => 404 ran:[] "custom404"; GET /api/none => 404 ran:[auth] "{\"message\":\"Not
// Found\"}"
func Row11() error {
	e := echo4.New()
	e.RouteNotFound("/*", es4(404, "custom404"))
	g := e.Group("/api", em4("auth"))
	g.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row12: RouteNotFound set on the group too. Observed: GET /api/none => 404 ran:[auth] "group404"
func Row12() error {
	e := echo4.New()
	e.RouteNotFound("/*", es4(404, "custom404"))
	g := e.Group("/api", em4("auth"))
	g.RouteNotFound("/*", es4(404, "group404"))
	g.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row13: group RouteNotFound then Group.Use: Use overwrites the group's RouteNotFound. Observed: GET
// /api/none => 404 ran:[auth] "{\"message\":\"Not Found\"}"
func Row13() error {
	e := echo4.New()
	g := e.Group("/api")
	g.RouteNotFound("/*", es4(404, "group404"))
	g.Use(em4("auth"))
	return probe.HTTP(e)
}

// Row14: RouteNotFound takes the 405 away. Observed: POST /x => 404 ran:[] "custom404"
func Row14() error {
	e := echo4.New()
	e.RouteNotFound("/*", es4(404, "custom404"))
	e.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row15: HTTPErrorHandler set after the routes: applies; sees the 404 and 405. Observed: GET /none => 499
// ran:[a] "EH:code=404, message=Not Found"; POST /x => 499 ran:[a] "EH:code=405, message=Method Not Allowed"
func Row15() error {
	e := echo4.New()
	e.Use(em4("a"))
	e.GET("/x", es4(200, "x"))
	e.HTTPErrorHandler = func(err error, c echo4.Context) { _ = c.String(499, "EH:"+err.Error()) }
	return probe.HTTP(e)
}

// Row16: same route twice: the last one wins silently. Observed: GET /x => 200 ran:[] "two"
func Row16() error {
	e := echo4.New()
	e.GET("/x", es4(200, "one"))
	e.GET("/x", es4(200, "two"))
	return probe.HTTP(e)
}

// Row17: CORS in Use. Observed: PREFLIGHT /api/x => 204 ran:[] "" ACAO:"https://trusted.com"
func Row17() error {
	e := echo4.New()
	e.Use(echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: []string{"https://trusted.com"}}))
	e.GET("/api/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row18: CORS on a group. Observed: PREFLIGHT /api/x => 204 ran:[] "" ACAO:"https://trusted.com"; PREFLIGHT
// /api/none => 204 ran:[] "" ACAO:"https://trusted.com"
func Row18() error {
	e := echo4.New()
	g := e.Group("/api", echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: []string{"https://trusted.com"}}))
	g.GET("/x", es4(200, "x"))
	return probe.HTTP(e)
}

// Row19: CORS as route middleware: the preflight never reaches it. Observed: PREFLIGHT /x => 204 ran:[] ""
// ACAO:""
func Row19() error {
	e := echo4.New()
	e.GET("/x", es4(200, "x"), echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: []string{"https://trusted.com"}}))
	return probe.HTTP(e)
}
