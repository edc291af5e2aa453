// Package httprouter holds routers of httprouter v1.3.0, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package httprouter

import (
	"example.com/fixtures/middlewareorder/table/probe"
	"github.com/julienschmidt/httprouter"
)

// Row01: wrap the router; 404, 405, automatic OPTIONS and redirects are inside. Observed: GET /x => 200
// ran:[a] "x"; GET /none => 404 ran:[a] "404 page not found"; POST /x => 405 ran:[a] "Method Not Allowed";
// OPTIONS /x => 200 ran:[a] ""; GET /x/ => 301 ran:[a] "<a href=\"/x\">Moved Permanently</a>."
func Row01() error {
	r := httprouter.New()
	r.Handler("GET", "/x", say("x"))
	return probe.HTTP(m("a")(r))
}

// Row02: wrap one handler: 404/405/OPTIONS outside it. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404
// ran:[] "404 page not found"; POST /x => 405 ran:[] "Method Not Allowed"; OPTIONS /x => 200 ran:[] ""
func Row02() error {
	r := httprouter.New()
	r.Handler("GET", "/x", m("a")(say("x")))
	return probe.HTTP(r)
}

// Row03: NotFound / MethodNotAllowed fields (http.Handler: wrap them by hand). Observed: GET /none => 404
// ran:[] "custom404"; POST /x => 405 ran:[] "custom405"
func Row03() error {
	r := httprouter.New()
	r.Handler("GET", "/x", m("a")(say("x")))
	r.NotFound = sayStatus(404, "custom404")
	r.MethodNotAllowed = sayStatus(405, "custom405")
	return probe.HTTP(r)
}
