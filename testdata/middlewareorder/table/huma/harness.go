package huma

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"example.com/fixtures/middlewareorder/table/probe"
)

func m(name string) func(http.Handler) http.Handler { return probe.Middleware(name) }

func hum(string) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		defer func() {
			if recover() != nil {
				ctx.SetStatus(http.StatusInternalServerError)
			}
		}()
		next(ctx)
	}
}

type answer struct {
	Body struct {
		V string `json:"v"`
	}
}

func humaOK(context.Context, *struct{}) (*answer, error) {
	a := new(answer)
	a.Body.V = "x"
	return a, nil
}
