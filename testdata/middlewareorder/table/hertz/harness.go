package hertz

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
)

func hm(string) app.HandlerFunc {
	return func(ctx context.Context, c *app.RequestContext) {
		defer func() {
			if recover() != nil {
				c.AbortWithStatus(500)
			}
		}()
		c.Next(ctx)
	}
}

func hs(code int, body string) app.HandlerFunc {
	return func(_ context.Context, c *app.RequestContext) { c.String(code, body) }
}
