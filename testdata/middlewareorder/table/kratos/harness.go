package kratos

import (
	"context"
	"errors"
	"net/http"

	"github.com/go-kratos/kratos/v2/middleware"

	"example.com/fixtures/middlewareorder/table/probe"
)

func m(name string) func(http.Handler) http.Handler { return probe.Middleware(name) }

func say(body string) http.HandlerFunc { return probe.Say(body) }

func km(string) middleware.Middleware {
	return func(next middleware.Handler) middleware.Handler {
		return func(ctx context.Context, req any) (res any, err error) {
			defer func() {
				if recover() != nil {
					err = errors.New("panic")
				}
			}()
			return next(ctx, req)
		}
	}
}
