// Package connect holds routers of connect v1.21.1, each with what came of asking them. The rows of
// middleware_order.csv become this file: go test ./analyzers/middlewareorder -run TableFixtures -update.
package connect

import (
	"net/http"

	"connectrpc.com/connect"
	"example.com/fixtures/middlewareorder/table/probe"
)

// Row01: interceptors are fixed per handler; the first listed is the outermost (its header comes last here);
// 404 of the mux runs none. Observed: GET /s/M?encoding=json&message=%7B%7D&connect=v1 => 200
// ran:[second,first] "{}"; GET /s/None => 404 ran:[] "404 page not found"
func Row01() error {
	mx := http.NewServeMux()
	mx.Handle("/s/M", connect.NewUnaryHandler("/s/M", connOK, connect.WithIdempotency(connect.IdempotencyNoSideEffects), connect.WithInterceptors(cint("first"), cint("second"))))
	return probe.HTTP(mx)
}

// Row02: wrong method / content type: no interceptor runs. Observed: GET /s/M => 405 ran:[] ""; PUT /s/M =>
// 405 ran:[] ""; POST /s/M => 415 ran:[] ""
func Row02() error {
	mx := http.NewServeMux()
	mx.Handle("/s/M", connect.NewUnaryHandler("/s/M", connOK, connect.WithInterceptors(cint("first"))))
	return probe.HTTP(mx)
}
