// Package fiber2 holds routers of fiber/v2 v2.52.15, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package fiber2

import (
	fiber2 "github.com/gofiber/fiber/v2"
	fiber2cors "github.com/gofiber/fiber/v2/middleware/cors"
)

// Row01: Use before the route; 404 and 405. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[a]
// "Cannot GET /none"; POST /x => 405 ran:[a] "Method Not Allowed"
func Row01() error {
	a := fiber2.New()
	a.Use(fm2("a"))
	a.Get("/x", fs2(200, "x"))
	return serve2(a)
}

// Row02: Use AFTER the route: silently not on it (positional); runs on 404. Observed: GET /x => 200 ran:[]
// "x"; GET /none => 404 ran:[late] "Cannot GET /none"
func Row02() error {
	a := fiber2.New()
	a.Get("/x", fs2(200, "x"))
	a.Use(fm2("late"))
	return serve2(a)
}

// Row03: Use after the route, the route calls c.Next(). Observed: GET /x => 404 ran:[late] "Cannot GET /x"
func Row03() error {
	a := fiber2.New()
	a.Get("/x", func(c *fiber2.Ctx) error { _ = c.SendString("x"); return c.Next() })
	a.Use(fm2("late"))
	return serve2(a)
}

// Row04: catch-all 404 handler (Use without Next) registered LAST: it also takes the 405. Observed: GET /x =>
// 200 ran:[] "x"; GET /none => 404 ran:[] "custom404"; POST /x => 404 ran:[] "custom404"
func Row04() error {
	a := fiber2.New()
	a.Get("/x", fs2(200, "x"))
	a.Use(fs2(404, "custom404"))
	return serve2(a)
}

// Row05: catch-all 404 handler registered FIRST swallows every route. Observed: GET /x => 404 ran:[]
// "custom404"; GET /none => 404 ran:[] "custom404"
func Row05() error {
	a := fiber2.New()
	a.Use(fs2(404, "custom404"))
	a.Get("/x", fs2(200, "x"))
	return serve2(a)
}

// Row06: Group then parent Use, then the group's route: position decides, runs. Observed: GET /api/x => 200
// ran:[auth] "x"
func Row06() error {
	a := fiber2.New()
	g := a.Group("/api")
	a.Use(fm2("auth"))
	g.Get("/x", fs2(200, "x"))
	return serve2(a)
}

// Row07: parent Use after the group's route. Observed: GET /api/x => 200 ran:[] "x"
func Row07() error {
	a := fiber2.New()
	g := a.Group("/api")
	g.Get("/x", fs2(200, "x"))
	a.Use(fm2("auth"))
	return serve2(a)
}

// Row08: group Use after the group's first route. Observed: GET /api/x => 200 ran:[] "x"; GET /api/y => 200
// ran:[auth] "y"; GET /api/none => 404 ran:[auth] "Cannot GET /api/none"
func Row08() error {
	a := fiber2.New()
	g := a.Group("/api")
	g.Get("/x", fs2(200, "x"))
	g.Use(fm2("auth"))
	g.Get("/y", fs2(200, "y"))
	return serve2(a)
}

// Row09: group middleware is a prefix Use: also on 404 below it, on app routes registered later, and (no
// segment boundary) on /apiary. Observed: GET /api/none => 404 ran:[auth] "Cannot GET /api/none"; GET
// /api/direct => 200 ran:[auth] "direct"; GET /apiary => 200 ran:[auth] "apiary"
func Row09() error {
	a := fiber2.New()
	a.Group("/api", fm2("auth"))
	a.Get("/api/direct", fs2(200, "direct"))
	a.Get("/apiary", fs2(200, "apiary"))
	return serve2(a)
}

// Row10: Mount before the parent's Use: the mounted routes do not get it. Observed: GET /sub/x => 200 ran:[]
// "x"
func Row10() error {
	a := fiber2.New()
	sub := fiber2.New()
	sub.Get("/x", fs2(200, "x"))
	a.Mount("/sub", sub)
	a.Use(fm2("late"))
	return serve2(a)
}

// Row11: Mount after the parent's Use; sub-app Use after Mount. Observed: GET /sub/x => 200 ran:[root, sub]
// "x"; GET /sub/none => 404 ran:[root, sub] "Cannot GET /sub/none"
func Row11() error {
	a := fiber2.New()
	a.Use(fm2("root"))
	sub := fiber2.New()
	a.Mount("/sub", sub)
	sub.Use(fm2("sub"))
	sub.Get("/x", fs2(200, "x"))
	return serve2(a)
}

// Row12: ErrorHandler of a mounted app: only for its prefix; the parent's otherwise. Observed: GET /sub/none
// => 498 ran:[] "subEH:Cannot GET /sub/none"; GET /sub/err => 498 ran:[] "subEH:bad"; GET /none => 499 ran:[]
// "parentEH:Cannot GET /none"; GET /plain/err => 499 ran:[] "parentEH:bad"
func Row12() error {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true, ErrorHandler: func(c *fiber2.Ctx, err error) error { return c.Status(499).SendString("parentEH:" + err.Error()) }})
	sub := fiber2.New(fiber2.Config{ErrorHandler: func(c *fiber2.Ctx, err error) error { return c.Status(498).SendString("subEH:" + err.Error()) }})
	sub.Get("/err", func(*fiber2.Ctx) error { return fiber2.NewError(400, "bad") })
	plain := fiber2.New()
	plain.Get("/err", func(*fiber2.Ctx) error { return fiber2.NewError(400, "bad") })
	a.Mount("/sub", sub)
	a.Mount("/plain", plain)
	return serve2(a)
}

// Row13: same route twice: the first one wins silently. Observed: GET /x => 200 ran:[] "one"
func Row13() error {
	a := fiber2.New()
	a.Get("/x", fs2(200, "one"))
	a.Get("/x", fs2(200, "two"))
	return serve2(a)
}

// Row14: CORS in Use first / on a group. Observed: PREFLIGHT /api/x => 204 ran:[] ""
// ACAO:"https://trusted.com"
func Row14() error {
	a := fiber2.New()
	g := a.Group("/api", fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com"}))
	g.Get("/x", fs2(200, "x"))
	return serve2(a)
}

// Row15: CORS Use after the routes: the preflight is answered, the response has no ACAO. Observed: PREFLIGHT
// /x => 204 ran:[] "" ACAO:"https://trusted.com"; GET /x => 200 ran:[] "x"
func Row15() error {
	a := fiber2.New()
	a.Get("/x", fs2(200, "x"))
	a.Use(fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com"}))
	return serve2(a)
}
