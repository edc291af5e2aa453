// Package gorilla holds routers of gorilla/mux v1.8.1, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package gorilla

import (
	"example.com/fixtures/middlewareorder/table/probe"
	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

// Row01: Use before the route; 404 and 405. Observed: GET /x => 200 ran:[a] "x"; GET /none => 404 ran:[] "404
// page not found"; POST /x => 405 ran:[] ""
func Row01() error {
	r := mux.NewRouter()
	r.Use(m("a"))
	r.Handle("/x", say("x")).Methods("GET")
	return probe.HTTP(r)
}

// Row02: Use after the route (applies: looked up at serve time). Observed: GET /x => 200 ran:[a] "x"
func Row02() error {
	r := mux.NewRouter()
	r.Handle("/x", say("x")).Methods("GET")
	r.Use(m("a"))
	return probe.HTTP(r)
}

// Row03: sub-router Use after its route; parent Use after Subrouter(). Observed: GET /sub/x => 200
// ran:[root,sub] "x"; GET /sub/none => 404 ran:[] "404 page not found"; GET /x => 200 ran:[root] "x"
func Row03() error {
	r := mux.NewRouter()
	s := r.PathPrefix("/sub").Subrouter()
	s.Handle("/x", say("x"))
	s.Use(m("sub"))
	r.Handle("/x", say("x"))
	r.Use(m("root"))
	return probe.HTTP(r)
}

// Row04: NotFoundHandler and MethodNotAllowedHandler do NOT run through Use middlewares. Observed: GET /none
// => 404 ran:[] "custom404"; POST /x => 405 ran:[] "custom405"
func Row04() error {
	r := mux.NewRouter()
	r.Use(m("a"))
	r.Handle("/x", say("x")).Methods("GET")
	r.NotFoundHandler = sayStatus(404, "custom404")
	r.MethodNotAllowedHandler = sayStatus(405, "custom405")
	return probe.HTTP(r)
}

// Row05: parent's NotFoundHandler serves a sub-router without one; the sub-router's own wins below its
// prefix. Observed: GET /sub/none => 404 ran:[] "custom404"; GET /own/none => 404 ran:[] "own404"; GET /none
// => 404 ran:[] "custom404"
func Row05() error {
	r := mux.NewRouter()
	r.NotFoundHandler = sayStatus(404, "custom404")
	r.PathPrefix("/sub").Subrouter().Handle("/x", say("x"))
	o := r.PathPrefix("/own").Subrouter()
	o.Handle("/x", say("x"))
	o.NotFoundHandler = sayStatus(404, "own404")
	return probe.HTTP(r)
}

// Row06: sub-router 405 with the parent's MethodNotAllowedHandler. Observed: POST /sub/x => 405 ran:[]
// "custom405"
func Row06() error {
	r := mux.NewRouter()
	r.MethodNotAllowedHandler = sayStatus(405, "custom405")
	r.PathPrefix("/sub").Subrouter().Handle("/x", say("x")).Methods("GET")
	return probe.HTTP(r)
}

// Row07: another mux below PathPrefix().Handler: 404 is the inner one's default. Observed: GET /sub/none =>
// 404 ran:[] "404 page not found"
func Row07() error {
	r := mux.NewRouter()
	r.NotFoundHandler = sayStatus(404, "custom404")
	inner := mux.NewRouter()
	r.PathPrefix("/sub").Handler(inner)
	return probe.HTTP(r)
}

// Row08: CORS through Use, route limited by Methods(GET): the preflight never reaches it. Observed: PREFLIGHT
// /x => 405 ran:[] "" ACAO:""; GET /x => 200 ran:[] "x"
func Row08() error {
	r := mux.NewRouter()
	r.Use(handlers.CORS(handlers.AllowedOrigins([]string{"https://trusted.com"})))
	r.Handle("/x", say("x")).Methods("GET")
	return probe.HTTP(r)
}

// Row09: same route twice: the first one wins silently. Observed: GET /x => 200 ran:[] "one"
func Row09() error {
	r := mux.NewRouter()
	r.Handle("/x", say("one"))
	r.Handle("/x", say("two"))
	return probe.HTTP(r)
}

// Row10: CORS around the router. Observed: PREFLIGHT /x => 200 ran:[] "" ACAO:"https://trusted.com"
func Row10() error {
	r := mux.NewRouter()
	r.Handle("/x", say("x")).Methods("GET")
	return probe.HTTP(handlers.CORS(handlers.AllowedOrigins([]string{"https://trusted.com"}))(r))
}

// Row11: CORS through Use, route without Methods. Observed: PREFLIGHT /x => 200 ran:[] ""
// ACAO:"https://trusted.com"
func Row11() error {
	r := mux.NewRouter()
	r.Use(handlers.CORS(handlers.AllowedOrigins([]string{"https://trusted.com"})))
	r.Handle("/x", say("x"))
	return probe.HTTP(r)
}
