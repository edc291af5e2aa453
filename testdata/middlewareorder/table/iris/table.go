// Package iris holds routers of iris/v12 v12.2.11, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package iris

import (
	iris "github.com/kataras/iris/v12"
)

// Row01: Use before the route; 404 and 405. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[] "Not
// Found"; POST /x => 404 ran:[] "Not Found"
func Row01() error {
	a := iris.New()
	a.Use(im("a"))
	a.Get("/x", is(200, "x"))
	return a.Listen(":8080")
}

// Row02: Use AFTER the route. Observed: GET /x => 200 ran:[] "x"
func Row02() error {
	a := iris.New()
	a.Get("/x", is(200, "x"))
	a.Use(im("late"))
	return a.Listen(":8080")
}

// Row03: UseGlobal after the route. Observed: GET /x => 200 ran:[late] "x"; GET /none => 404 ran:[] "Not
// Found"
func Row03() error {
	a := iris.New()
	a.Get("/x", is(200, "x"))
	a.UseGlobal(im("late"))
	return a.Listen(":8080")
}

// Row04: UseRouter after the route. Observed: GET /x => 200 ran:[late] "x"; GET /none => 404 ran:[late] "Not
// Found"
func Row04() error {
	a := iris.New()
	a.Get("/x", is(200, "x"))
	a.UseRouter(im("late"))
	return a.Listen(":8080")
}

// Row05: parent Use after Party. Observed: GET /p/x => 200 ran:[] "x"
func Row05() error {
	a := iris.New()
	p := a.Party("/p")
	a.Use(im("auth"))
	p.Get("/x", is(200, "x"))
	return a.Listen(":8080")
}

// Row06: Use and UseError with OnErrorCode(404). Observed: GET /none => 404 ran:[use-error] "custom404"
func Row06() error {
	a := iris.New()
	a.Use(im("use"))
	a.UseError(im("use-error"))
	a.OnErrorCode(404, is(404, "custom404"))
	a.Get("/x", is(200, "x"))
	return a.Listen(":8080")
}
