// Package huma holds what writes responses with github.com/danielgtaylor/huma/v2 v2.37.2, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package huma

import (
	"context"
	"errors"
	"net/http"

	huma "github.com/danielgtaylor/huma/v2"
)

var api huma.API

// Row01: NewError sends 418 with "{\"title\":\"I'm a teapot\",\"status\":418,\"detail\":\"one\"}" as
// application/problem+json.
func Row01(ctx context.Context, in *struct{}) (*struct{}, error) {
	return nil, huma.NewError(418, "one")
}

// Row02: Error400BadRequest (… Error4xx/Error5xx family) sends 400 with "{\"title\":\"Bad
// Request\",\"status\":400,\"detail\":\"one\"}" as application/problem+json.
func Row02(ctx context.Context, in *struct{}) (*struct{}, error) {
	return nil, huma.Error400BadRequest("one")
}

// Row03: Error404NotFound sends 404 with "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"one\"}" as
// application/problem+json.
func Row03(ctx context.Context, in *struct{}) (*struct{}, error) {
	return nil, huma.Error404NotFound("one")
}

// Row04: Error500InternalServerError sends 500 with "{\"title\":\"Internal Server
// Error\",\"status\":500,\"detail\":\"one\",\"errors\":[{\"message\":\"inner\"}]}" as
// application/problem+json.
func Row04(ctx context.Context, in *struct{}) (*struct{}, error) {
	return nil, huma.Error500InternalServerError("one", errors.New("inner"))
}

// Row05: plain error returned sends 500 with "{\"title\":\"Internal Server
// Error\",\"status\":500,\"detail\":\"unexpected error occurred\",\"errors\":[{\"message\":\"one\"}]}" as
// application/problem+json.
func Row05(ctx context.Context, in *struct{}) (*struct{}, error) {
	return nil, errors.New("one")
}

// Row06: ErrorWithHeaders sends 418 with "{\"title\":\"I'm a teapot\",\"status\":418,\"detail\":\"one\"}" as
// application/problem+json.
func Row06(ctx context.Context, in *struct{}) (*struct{}, error) {
	return nil, huma.ErrorWithHeaders(huma.NewError(418, "one"), http.Header{"X": {"1"}})
}

// Row07: WriteErr sends 418 with "{\"title\":\"I'm a teapot\",\"status\":418,\"detail\":\"one\"}" as
// application/problem+json.
func Row07(c huma.Context, next func(huma.Context)) {
	_ = huma.WriteErr(api, c, 418, "one")
}

// Row08: SetStatus sends 418 with "one" as text/plain; charset=utf-8.
func Row08(c huma.Context, next func(huma.Context)) {
	c.SetStatus(418)
	_, _ = c.BodyWriter().Write([]byte("one"))
}
