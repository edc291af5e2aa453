// Package grpcgateway holds what writes responses with github.com/grpc-ecosystem/grpc-gateway/v2/runtime
// v2.32.0, each with what the client saw. The rows of error_writers.csv become this file: go test
// ./analyzers/errenvelope -run Fixtures -update.
package grpcgateway

import (
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

var mux = runtime.NewServeMux()

// Row01: HTTPError sends 404 with "{\"code\":5,\"message\":\"one\"}" as application/json.
func Row01(w http.ResponseWriter, r *http.Request) {
	runtime.HTTPError(r.Context(), mux, &runtime.JSONPb{}, w, r, status.Error(codes.NotFound, "one"))
}

// Row02: DefaultRoutingErrorHandler sends 404 with "{\"code\":5,\"message\":\"Not Found\"}" as
// application/json.
func Row02(w http.ResponseWriter, r *http.Request) {
	runtime.DefaultRoutingErrorHandler(r.Context(), mux, &runtime.JSONPb{}, w, r, 404)
}
