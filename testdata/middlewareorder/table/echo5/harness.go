package echo5

import (
	echo5 "github.com/labstack/echo/v5"
)

func em5(string) echo5.MiddlewareFunc {
	return func(next echo5.HandlerFunc) echo5.HandlerFunc {
		return func(c *echo5.Context) (err error) {
			defer func() {
				if recover() != nil {
					err = echo5.ErrInternalServerError
				}
			}()
			return next(c)
		}
	}
}

func es5(code int, body string) echo5.HandlerFunc {
	return func(c *echo5.Context) error { return c.String(code, body) }
}
