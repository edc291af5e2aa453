// Package gin holds routers of gin v1.12.0, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package gin

import (
	"net/http"

	"example.com/fixtures/middlewareorder/table/probe"
	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

// Row01: Use before the route; 404 and method mismatch. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404
// ran:[a] "404 page not found"; POST /x => 404 ran:[a] "404 page not found"
func Row01() error {
	r := gin.New()
	r.Use(gm("a"))
	r.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row02: Use AFTER the route: silently not on that route, but on 404. Observed: GET /x => 200 ran:[] "x"; GET
// /none => 404 ran:[late] "404 page not found"
func Row02() error {
	r := gin.New()
	r.GET("/x", gs(200, "x"))
	r.Use(gm("late"))
	return probe.HTTP(r)
}

// Row03: parent Use AFTER Group(): the group's later routes do not get it. Observed: GET /api/x => 200 ran:[]
// "x"; GET /y => 200 ran:[auth] "y"
func Row03() error {
	r := gin.New()
	g := r.Group("/api")
	r.Use(gm("auth"))
	g.GET("/x", gs(200, "x"))
	r.GET("/y", gs(200, "y"))
	return probe.HTTP(r)
}

// Row04: parent Use before Group(). Observed: GET /api/x => 200 ran:[auth] "x"
func Row04() error {
	r := gin.New()
	r.Use(gm("auth"))
	g := r.Group("/api")
	g.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row05: group Use after the group's first route: only on the routes after it. Observed: GET /api/x => 200
// ran:[] "x"; GET /api/y => 200 ran:[auth] "y"
func Row05() error {
	r := gin.New()
	g := r.Group("/api")
	g.GET("/x", gs(200, "x"))
	g.Use(gm("auth"))
	g.GET("/y", gs(200, "y"))
	return probe.HTTP(r)
}

// Row06: group Use after a sub-group was created: the sub-group does not get it. Observed: GET /api/v1/x =>
// 200 ran:[] "x"
func Row06() error {
	r := gin.New()
	g := r.Group("/api")
	v1 := g.Group("/v1")
	g.Use(gm("auth"))
	v1.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row07: group middleware does not run on 404 below the prefix. Observed: GET /api/none => 404 ran:[root]
// "404 page not found"
func Row07() error {
	r := gin.New()
	r.Use(gm("root"))
	g := r.Group("/api", gm("auth"))
	g.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row08: NoRoute set before Use, and Use after: both orders run the global middlewares. Observed: GET /none
// => 404 ran:[late] "custom404"
func Row08() error {
	r := gin.New()
	r.NoRoute(gs(404, "custom404"))
	r.Use(gm("late"))
	return probe.HTTP(r)
}

// Row09: NoRoute with RouterGroup.Use on the embedded group (not Engine.Use): 404 does not get it. Observed:
// GET /none => 404 ran:[] "404 page not found"; GET /x => 200 ran:[a] "x"
func Row09() error {
	r := gin.New()
	r.RouterGroup.Use(gm("a"))
	r.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row10: NoMethod without HandleMethodNotAllowed is dead: POST gives 404. Observed: POST /x => 404 ran:[a]
// "404 page not found"
func Row10() error {
	r := gin.New()
	r.Use(gm("a"))
	r.NoMethod(gs(405, "custom405"))
	r.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row11: HandleMethodNotAllowed = true, no NoMethod. Observed: POST /x => 405 ran:[a] "405 method not
// allowed"
func Row11() error {
	r := gin.New()
	r.HandleMethodNotAllowed = true
	r.Use(gm("a"))
	r.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row12: HandleMethodNotAllowed = true and NoMethod. Observed: POST /x => 405 ran:[a] "custom405"
func Row12() error {
	r := gin.New()
	r.HandleMethodNotAllowed = true
	r.Use(gm("a"))
	r.NoMethod(gs(405, "custom405"))
	r.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row13: NoRoute handler that writes a body without a status: the status stays 404. Observed: GET /none =>
// 404 ran:[] "body"
func Row13() error {
	r := gin.New()
	r.NoRoute(func(c *gin.Context) { _, _ = c.Writer.WriteString("body") })
	return probe.HTTP(r)
}

// Row14: trailing-slash redirect bypasses every middleware. Observed: GET /x/ => 301 ran:[] "<a
// href=\"/x\">Moved Permanently</a>."
func Row14() error {
	r := gin.New()
	r.Use(gm("a"))
	r.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row15: same route twice. Observed: REGISTRATION PANICS: handlers are already registered for path '/x'
func Row15() error {
	r := gin.New()
	r.GET("/x", gs(200, "one"))
	r.GET("/x", gs(200, "two"))
	return probe.HTTP(r)
}

// Row16: CORS on the engine. Observed: PREFLIGHT /api/x => 204 ran:[] "" ACAO:"https://trusted.com"
func Row16() error {
	r := gin.New()
	r.Use(gincors.New(gincors.Config{AllowOrigins: []string{"https://trusted.com"}}))
	r.GET("/api/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row17: CORS on a group: the preflight never reaches it. Observed: PREFLIGHT /api/x => 404 ran:[] "404 page
// not found" ACAO:""; GET /api/x => 200 ran:[] "x"
func Row17() error {
	r := gin.New()
	g := r.Group("/api", gincors.New(gincors.Config{AllowOrigins: []string{"https://trusted.com"}}))
	g.GET("/x", gs(200, "x"))
	return probe.HTTP(r)
}

// Row18: other router below gin.WrapH: its own 404. Observed: GET /sub/none => 404 ran:[a] "404 page not
// found"
func Row18() error {
	r := gin.New()
	r.Use(gm("a"))
	r.NoRoute(gs(404, "custom404"))
	r.Any("/sub/*any", gin.WrapH(http.NewServeMux()))
	return probe.HTTP(r)
}
