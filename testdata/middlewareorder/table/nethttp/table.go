// Package nethttp holds routers of net/http ServeMux go1.26.8, each with what came of asking them. The rows
// of middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package nethttp

import (
	"net/http"

	"example.com/fixtures/middlewareorder/table/probe"
)

// Row01: wrap the mux, add routes later. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[a] "404
// page not found"; POST /x => 405 ran:[a] "Method Not Allowed"
func Row01() error {
	mx := http.NewServeMux()
	h := m("a")(mx)
	mx.Handle("GET /x", say("x"))
	return probe.HTTP(h)
}

// Row02: wrap one handler only; 404 and 405 come from the mux, outside the middleware. Observed: GET /x =>
// 200 ran:[a] "x"; GET /none => 404 ran:[] "404 page not found"; POST /x => 405 ran:[] "Method Not Allowed"
func Row02() error {
	mx := http.NewServeMux()
	mx.Handle("GET /x", m("a")(say("x")))
	return probe.HTTP(mx)
}

// Row03: catch-all "/" takes the 405 away. Observed: GET /x => 200 ran:[a] "x"; POST /x => 404 ran:[a]
// "custom404"; GET /none => 404 ran:[a] "custom404"
func Row03() error {
	mx := http.NewServeMux()
	mx.Handle("GET /x", say("x"))
	mx.Handle("/", sayStatus(404, "custom404"))
	return probe.HTTP(m("a")(mx))
}

// Row04: sub-mux under a prefix: its 404/405 are its own. Observed: GET /api/x => 200 ran:[a,api] "x"; GET
// /api/none => 404 ran:[a,api] "404 page not found"; POST /api/x => 405 ran:[a,api] "Method Not Allowed"; GET
// /none => 404 ran:[a] "404 page not found"
func Row04() error {
	sub := http.NewServeMux()
	sub.Handle("GET /api/x", say("x"))
	mx := http.NewServeMux()
	mx.Handle("/api/", m("api")(sub))
	return probe.HTTP(m("a")(mx))
}

// Row05: nested wrapping: the last wrapped is the outermost. Observed: GET /x => 200 ran:[second,first] "x"
func Row05() error {
	mx := http.NewServeMux()
	mx.Handle("/x", say("x"))
	var h http.Handler = mx
	h = m("first")(h)
	h = m("second")(h)
	return probe.HTTP(h)
}

// Row06: same pattern twice. Observed: REGISTRATION PANICS: pattern "GET /x" conflicts with pattern "GET /x":
// GET /x matches the same requests as GET /x
func Row06() error {
	mx := http.NewServeMux()
	mx.Handle("GET /x", say("x"))
	mx.Handle("GET /x", say("y"))
	return probe.HTTP(mx)
}
