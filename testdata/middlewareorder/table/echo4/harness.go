package echo4

import (
	echo4 "github.com/labstack/echo/v4"
)

func em4(string) echo4.MiddlewareFunc {
	return func(next echo4.HandlerFunc) echo4.HandlerFunc {
		return func(c echo4.Context) (err error) {
			defer func() {
				if recover() != nil {
					err = echo4.ErrInternalServerError
				}
			}()
			return next(c)
		}
	}
}

func es4(code int, body string) echo4.HandlerFunc {
	return func(c echo4.Context) error { return c.String(code, body) }
}
