// Package connect holds what writes responses with connectrpc.com/connect v1.21.1, each with what the client
// saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures -update.
package connect

import (
	"context"
	"errors"
	"net/http"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/types/known/emptypb"
)

// Row01: NewError sends 404 with "{\"code\":\"not_found\",\"message\":\"one\"}" as application/json.
func Row01(ctx context.Context, req *connect.Request[emptypb.Empty]) (*connect.Response[emptypb.Empty], error) {
	return nil, connect.NewError(connect.CodeNotFound, errors.New("one"))
}

// Row02: plain error returned sends 500 with "{\"code\":\"unknown\",\"message\":\"one\"}" as
// application/json.
func Row02(ctx context.Context, req *connect.Request[emptypb.Empty]) (*connect.Response[emptypb.Empty], error) {
	return nil, errors.New("one")
}

// Row03: Write sends 401 with "{\"code\":\"unauthenticated\",\"message\":\"one\"}" as application/json.
func Row03(w http.ResponseWriter, r *http.Request) {
	_ = connect.NewErrorWriter().Write(w, r, connect.NewError(connect.CodeUnauthenticated, errors.New("one")))
}
