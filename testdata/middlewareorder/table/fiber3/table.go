// Package fiber3 holds routers of fiber/v3 v3.1.0, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package fiber3

import (
	fiber3 "github.com/gofiber/fiber/v3"
	fiber3cors "github.com/gofiber/fiber/v3/middleware/cors"
)

// Row01: Use before the route; 404 and 405. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[a]
// "Not Found"; POST /x => 405 ran:[a] "Method Not Allowed"
func Row01() error {
	a := fiber3.New()
	a.Use(fm3("a"))
	a.Get("/x", fs3(200, "x"))
	return serve3(a)
}

// Row02: Use AFTER the route: silently not on it (positional); runs on 404. Observed: GET /x => 200 ran:[]
// "x"; GET /none => 404 ran:[late] "Not Found"
func Row02() error {
	a := fiber3.New()
	a.Get("/x", fs3(200, "x"))
	a.Use(fm3("late"))
	return serve3(a)
}

// Row03: Get(path, first, second): handlers run in the order written. Observed: GET /x => 200 ran:[first,
// second] "x"
func Row03() error {
	a := fiber3.New()
	a.Get("/x", fm3("first"), fm3("second"), fs3(200, "x"))
	return serve3(a)
}

// Row04: catch-all 404 handler registered LAST: it also takes the 405. Observed: GET /x => 200 ran:[] "x";
// GET /none => 404 ran:[] "custom404"; POST /x => 404 ran:[] "custom404"
func Row04() error {
	a := fiber3.New()
	a.Get("/x", fs3(200, "x"))
	a.Use(fs3(404, "custom404"))
	return serve3(a)
}

// Row05: catch-all 404 handler registered FIRST swallows every route. Observed: GET /x => 404 ran:[]
// "custom404"; GET /none => 404 ran:[] "custom404"
func Row05() error {
	a := fiber3.New()
	a.Use(fs3(404, "custom404"))
	a.Get("/x", fs3(200, "x"))
	return serve3(a)
}

// Row06: group Use after the group's first route. Observed: GET /api/x => 200 ran:[] "x"; GET /api/y => 200
// ran:[auth] "y"; GET /api/none => 404 ran:[auth] "Not Found"
func Row06() error {
	a := fiber3.New()
	g := a.Group("/api")
	g.Get("/x", fs3(200, "x"))
	g.Use(fm3("auth"))
	g.Get("/y", fs3(200, "y"))
	return serve3(a)
}

// Row07: group middleware is a prefix Use: also on 404 below it and on app routes registered later; segment
// boundary respected. Observed: GET /api/none => 404 ran:[auth] "Not Found"; GET /api/direct => 200
// ran:[auth] "direct"; GET /apiary => 200 ran:[] "apiary"
func Row07() error {
	a := fiber3.New()
	a.Group("/api", fm3("auth"))
	a.Get("/api/direct", fs3(200, "direct"))
	a.Get("/apiary", fs3(200, "apiary"))
	return serve3(a)
}

// Row08: mount (Use with a sub-app) before the parent's Use. Observed: GET /sub/x => 200 ran:[] "x"
func Row08() error {
	a := fiber3.New()
	sub := fiber3.New()
	sub.Get("/x", fs3(200, "x"))
	a.Use("/sub", sub)
	a.Use(fm3("late"))
	return serve3(a)
}

// Row09: mount after the parent's Use; sub-app Use after mount. Observed: GET /sub/x => 200 ran:[root, sub]
// "x"; GET /sub/none => 404 ran:[root, sub] "Not Found"
func Row09() error {
	a := fiber3.New()
	a.Use(fm3("root"))
	sub := fiber3.New()
	a.Use("/sub", sub)
	sub.Use(fm3("sub"))
	sub.Get("/x", fs3(200, "x"))
	return serve3(a)
}

// Row10: ErrorHandler of a mounted app. Observed: GET /sub/none => 498 ran:[] "subEH:Not Found"; GET /sub/err
// => 498 ran:[] "subEH:bad"; GET /none => 499 ran:[] "parentEH:Not Found"; GET /plain/err => 499 ran:[]
// "parentEH:bad"
func Row10() error {
	a := fiber3.New(fiber3.Config{ErrorHandler: func(c fiber3.Ctx, err error) error { return c.Status(499).SendString("parentEH:" + err.Error()) }})
	sub := fiber3.New(fiber3.Config{ErrorHandler: func(c fiber3.Ctx, err error) error { return c.Status(498).SendString("subEH:" + err.Error()) }})
	sub.Get("/err", func(fiber3.Ctx) error { return fiber3.NewError(400, "bad") })
	plain := fiber3.New()
	plain.Get("/err", func(fiber3.Ctx) error { return fiber3.NewError(400, "bad") })
	a.Use("/sub", sub)
	a.Use("/plain", plain)
	return serve3(a)
}

// Row11: CORS Use after the routes: the preflight is answered, the response has no ACAO. Observed: PREFLIGHT
// /x => 204 ran:[] "" ACAO:"https://trusted.com"; GET /x => 200 ran:[] "x"
func Row11() error {
	a := fiber3.New()
	a.Get("/x", fs3(200, "x"))
	a.Use(fiber3cors.New(fiber3cors.Config{AllowOrigins: []string{"https://trusted.com"}}))
	return serve3(a)
}
