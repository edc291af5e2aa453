// Package chi holds routers of chi v5.5.0, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package chi

import (
	"net/http"

	"example.com/fixtures/middlewareorder/table/probe"
	chi "github.com/go-chi/chi/v5"
	chicors "github.com/go-chi/cors"
)

// Row01: Use before the route. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[a] "404 page not
// found"; POST /x => 405 ran:[a] ""
func Row01() error {
	r := chi.NewRouter()
	r.Use(m("a"))
	r.Get("/x", say("x"))
	return probe.HTTP(r)
}

// Row02: Use after a route. Observed: REGISTRATION PANICS: chi: all middlewares must be defined before routes
// on a mux
func Row02() error {
	r := chi.NewRouter()
	r.Get("/x", say("x"))
	r.Use(m("a"))
	return probe.HTTP(r)
}

// Row03: Use after Group (empty group). Observed: REGISTRATION PANICS: chi: all middlewares must be defined
// before routes on a mux
func Row03() error {
	r := chi.NewRouter()
	r.Group(func(chi.Router) {})
	r.Use(m("a"))
	r.Get("/x", say("x"))
	return probe.HTTP(r)
}

// Row04: Use after With. Observed: REGISTRATION PANICS: chi: all middlewares must be defined before routes on
// a mux
func Row04() error {
	r := chi.NewRouter()
	w := r.With(m("w"))
	r.Use(m("a"))
	w.Get("/x", say("x"))
	return probe.HTTP(r)
}

// Row05: Use after Route. Observed: REGISTRATION PANICS: chi: all middlewares must be defined before routes
// on a mux
func Row05() error {
	r := chi.NewRouter()
	r.Route("/sub", func(s chi.Router) { s.Get("/y", say("y")) })
	r.Use(m("a"))
	return probe.HTTP(r)
}

// Row06: Use after Mount. Observed: REGISTRATION PANICS: chi: all middlewares must be defined before routes
// on a mux
func Row06() error {
	r := chi.NewRouter()
	r.Mount("/sub", chi.NewRouter())
	r.Use(m("a"))
	return probe.HTTP(r)
}

// Row07: inside Group: Use after the group's first route. Observed: REGISTRATION PANICS: chi: all middlewares
// must be defined before routes on a mux
func Row07() error {
	r := chi.NewRouter()
	r.Group(func(g chi.Router) { g.Get("/x", say("x")); g.Use(m("a")) })
	return probe.HTTP(r)
}

// Row08: inside Route: Use after the sub-router's first route. Observed: REGISTRATION PANICS: chi: all
// middlewares must be defined before routes on a mux
func Row08() error {
	r := chi.NewRouter()
	r.Route("/sub", func(s chi.Router) { s.Get("/x", say("x")); s.Use(m("a")) })
	return probe.HTTP(r)
}

// Row09: mounted sub-router: Use after Mount, before its own first route (allowed, runs). Observed: GET
// /sub/x => 200 ran:[late] "x"; GET /sub/none => 404 ran:[late] "404 page not found"
func Row09() error {
	r := chi.NewRouter()
	sub := chi.NewRouter()
	r.Mount("/sub", sub)
	sub.Use(m("late"))
	sub.Get("/x", say("x"))
	return probe.HTTP(r)
}

// Row10: mounted sub-router: routes added after Mount are served. Observed: GET /sub/x => 200 ran:[] "x"
func Row10() error {
	r := chi.NewRouter()
	sub := chi.NewRouter()
	r.Mount("/sub", sub)
	sub.Get("/x", say("x"))
	return probe.HTTP(r)
}

// Row11: Group middleware is per route: not on routes outside, not on 404. Observed: GET /in => 200
// ran:[root,auth] "in"; GET /out => 200 ran:[root] "out"; GET /none => 404 ran:[root] "404 page not found"
func Row11() error {
	r := chi.NewRouter()
	r.Use(m("root"))
	r.Group(func(g chi.Router) { g.Use(m("auth")); g.Get("/in", say("in")) })
	r.Get("/out", say("out"))
	return probe.HTTP(r)
}

// Row12: Route middleware also runs on 404 and 405 below its prefix. Observed: GET /sub/x => 200
// ran:[root,sub] "x"; GET /sub/none => 404 ran:[root,sub] "404 page not found"; POST /sub/x => 405
// ran:[root,sub] ""; GET /none => 404 ran:[root] "404 page not found"
func Row12() error {
	r := chi.NewRouter()
	r.Use(m("root"))
	r.Route("/sub", func(s chi.Router) { s.Use(m("sub")); s.Get("/x", say("x")) })
	return probe.HTTP(r)
}

// Row13: NotFound and MethodNotAllowed set BEFORE Use: Use still allowed, both handlers run through it.
// Observed: GET /none => 404 ran:[a] "custom404"; POST /x => 405 ran:[a] "custom405"
func Row13() error {
	r := chi.NewRouter()
	r.NotFound(sayStatus(404, "custom404"))
	r.MethodNotAllowed(sayStatus(405, "custom405"))
	r.Use(m("a"))
	r.Get("/x", say("x"))
	return probe.HTTP(r)
}

// Row14: same pattern twice: the last one wins silently. Observed: GET /x => 200 ran:[] "two"
func Row14() error {
	r := chi.NewRouter()
	r.Get("/x", say("one"))
	r.Get("/x", say("two"))
	return probe.HTTP(r)
}

// Row15: router with middleware but no routes at all: no middleware runs. Observed: GET /none => 404 ran:[]
// "404 page not found"
func Row15() error {
	r := chi.NewRouter()
	r.Use(m("a"))
	return probe.HTTP(r)
}

// Row16: NotFound set before Mount: inherited by the sub-router. Observed: GET /none => 404 ran:[]
// "custom404"; GET /sub/none => 404 ran:[] "custom404"
func Row16() error {
	r := chi.NewRouter()
	r.NotFound(sayStatus(404, "custom404"))
	sub := chi.NewRouter()
	sub.Get("/x", say("x"))
	r.Mount("/sub", sub)
	return probe.HTTP(r)
}

// Row17: NotFound set AFTER Mount: inherited too. Observed: GET /none => 404 ran:[] "custom404"; GET
// /sub/none => 404 ran:[] "custom404"
func Row17() error {
	r := chi.NewRouter()
	sub := chi.NewRouter()
	sub.Get("/x", say("x"))
	r.Mount("/sub", sub)
	r.NotFound(sayStatus(404, "custom404"))
	return probe.HTTP(r)
}

// Row18: MethodNotAllowed set before / sub-router inherits; NotFound not set. Observed: POST /x => 405 ran:[]
// "custom405"; POST /sub/x => 405 ran:[] "custom405"; GET /none => 404 ran:[] "404 page not found"
func Row18() error {
	r := chi.NewRouter()
	r.MethodNotAllowed(sayStatus(405, "custom405"))
	r.Get("/x", say("x"))
	r.Route("/sub", func(s chi.Router) { s.Get("/x", say("x")) })
	return probe.HTTP(r)
}

// Row19: sub-router wrapped before Mount (not a *chi.Mux any more): parent's NotFound NOT inherited.
// Observed: GET /none => 404 ran:[] "custom404"; GET /sub/none => 404 ran:[wrap] "404 page not found"
func Row19() error {
	r := chi.NewRouter()
	r.NotFound(sayStatus(404, "custom404"))
	sub := chi.NewRouter()
	sub.Get("/x", say("x"))
	r.Mount("/sub", m("wrap")(sub))
	return probe.HTTP(r)
}

// Row20: sub-router attached with Handle("/sub/*") + StripPrefix: NOT inherited. Observed: GET /sub/x => 200
// ran:[] "x"; GET /sub/none => 404 ran:[] "404 page not found"
func Row20() error {
	r := chi.NewRouter()
	r.NotFound(sayStatus(404, "custom404"))
	sub := chi.NewRouter()
	sub.Get("/x", say("x"))
	r.Handle("/sub/*", http.StripPrefix("/sub", sub))
	return probe.HTTP(r)
}

// Row21: NotFound set inside Group: becomes the parent's, with the group's middlewares. Observed: GET /none
// => 404 ran:[root,auth] "custom404"
func Row21() error {
	r := chi.NewRouter()
	r.Use(m("root"))
	r.Group(func(g chi.Router) { g.Use(m("auth")); g.NotFound(sayStatus(404, "custom404")); g.Get("/in", say("in")) })
	return probe.HTTP(r)
}

// Row22: sub-router has its own NotFound: parent's does not replace it. Observed: GET /sub/none => 404 ran:[]
// "sub404"; GET /none => 404 ran:[] "custom404"
func Row22() error {
	r := chi.NewRouter()
	sub := chi.NewRouter()
	sub.NotFound(sayStatus(404, "sub404"))
	r.Mount("/sub", sub)
	r.NotFound(sayStatus(404, "custom404"))
	return probe.HTTP(r)
}

// Row23: CORS middleware on the root. Observed: PREFLIGHT /x => 200 ran:[] "" ACAO:"https://trusted.com"
func Row23() error {
	r := chi.NewRouter()
	r.Use(chicors.Handler(chicors.Options{AllowedOrigins: []string{"https://trusted.com"}}))
	r.Get("/x", say("x"))
	return probe.HTTP(r)
}

// Row24: CORS middleware in Group: the preflight never reaches it. Observed: PREFLIGHT /x => 405 ran:[] ""
// ACAO:""; GET /x => 200 ran:[] "x"
func Row24() error {
	r := chi.NewRouter()
	r.Group(func(g chi.Router) {
		g.Use(chicors.Handler(chicors.Options{AllowedOrigins: []string{"https://trusted.com"}}))
		g.Get("/x", say("x"))
	})
	return probe.HTTP(r)
}

// Row25: CORS middleware in Route (sub-router): the preflight reaches it. Observed: PREFLIGHT /sub/x => 200
// ran:[] "" ACAO:"https://trusted.com"
func Row25() error {
	r := chi.NewRouter()
	r.Route("/sub", func(g chi.Router) {
		g.Use(chicors.Handler(chicors.Options{AllowedOrigins: []string{"https://trusted.com"}}))
		g.Get("/x", say("x"))
	})
	return probe.HTTP(r)
}
