// Package gozero holds routers of go-zero rest v1.10.3, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package gozero

import (
	"github.com/zeromicro/go-zero/rest"
)

// Row01: Use after AddRoute: applies (bound at Start); 404 and 405 run none. Observed: GET /x => 200
// ran:[late] "x"; GET /none => 404 ran:[] "404 page not found"; POST /x => 405 ran:[] ""
func Row01() error {
	s := rest.MustNewServer(rest.RestConf{})
	s.AddRoute(rest.Route{Method: "GET", Path: "/x", Handler: say("x")})
	s.Use(zm("late"))
	s.Start()
	return nil
}

// Row02: WithNotFoundHandler / WithNotAllowedHandler. Observed: GET /none => 404 ran:[] "custom404"; POST /x
// => 405 ran:[] "custom405"
func Row02() error {
	s := rest.MustNewServer(rest.RestConf{}, rest.WithNotFoundHandler(sayStatus(404, "custom404")), rest.WithNotAllowedHandler(sayStatus(405, "custom405")))
	s.Use(zm("a"))
	s.AddRoute(rest.Route{Method: "GET", Path: "/x", Handler: say("x")})
	s.Start()
	return nil
}

// Row03: WithMiddlewares wraps only the routes given. Observed: GET /x => 200 ran:[w] "x"; GET /y => 200
// ran:[] "y"
func Row03() error {
	s := rest.MustNewServer(rest.RestConf{})
	s.AddRoutes(rest.WithMiddlewares([]rest.Middleware{zm("w")}, rest.Route{Method: "GET", Path: "/x", Handler: say("x")}))
	s.AddRoute(rest.Route{Method: "GET", Path: "/y", Handler: say("y")})
	s.Start()
	return nil
}
