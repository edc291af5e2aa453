// Package kratos holds routers of kratos http v2.8.3, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package kratos

import (
	"context"

	"example.com/fixtures/middlewareorder/table/probe"
	khttp "github.com/go-kratos/kratos/v2/transport/http"
)

// Row01: 404 and 405 of a kratos server are http.DefaultServeMux: everything registered there
// (net/http/pprof!) is served. Observed: GET /x => 200 ran:[] "x"; GET /none => 404 ran:[] "404 page not
// found"; POST /x => 404 ran:[] "404 page not found"; GET /debug/secret => 200 ran:[] "registered on
// http.DefaultServeMux by some import"
func Row01() error {
	s := khttp.NewServer()
	s.Route("/").GET("/x", func(c khttp.Context) error { return c.String(200, "x") })
	return probe.HTTP(s)
}

// Row02: http.Filter runs on routes, on 404 and 405. Observed: GET /x => 200 ran:[f] "x"; GET /none => 404
// ran:[f] "404 page not found"; POST /x => 404 ran:[f] "404 page not found"
func Row02() error {
	s := khttp.NewServer(khttp.Filter(m("f")))
	s.Route("/").GET("/x", func(c khttp.Context) error { return c.String(200, "x") })
	return probe.HTTP(s)
}

// Row03: http.Middleware runs only where the handler calls ctx.Middleware (generated code does): a
// hand-written route skips it. Observed: GET /hand => 200 ran:[] "hand"; GET /gen => 200 ran:[mw] "gen"
func Row03() error {
	s := khttp.NewServer(khttp.Middleware(km("mw")))
	r := s.Route("/")
	r.GET("/hand", func(c khttp.Context) error { return c.String(200, "hand") })
	r.GET("/gen", func(c khttp.Context) error {
		h := c.Middleware(func(context.Context, any) (any, error) { return nil, nil })
		_, err := h(c, nil)
		_ = c.String(200, "gen")
		return err
	})
	return probe.HTTP(s)
}

// Row04: Filter option given twice: the second replaces the first. Observed: GET /x => 200 ran:[two] "x"
func Row04() error {
	s := khttp.NewServer(khttp.Filter(m("one")), khttp.Filter(m("two")))
	s.Route("/").GET("/x", func(c khttp.Context) error { return c.String(200, "x") })
	return probe.HTTP(s)
}

// Row05: HandleFunc / HandlePrefix routes: Filter only. Observed: GET /h => 200 ran:[f] "h"
func Row05() error {
	s := khttp.NewServer(khttp.Filter(m("f")), khttp.Middleware(km("mw")))
	s.HandleFunc("/h", say("h"))
	return probe.HTTP(s)
}
