package fiber3

import (
	fiber3 "github.com/gofiber/fiber/v3"
)

func fm3(string) fiber3.Handler {
	return func(c fiber3.Ctx) (err error) {
		defer func() {
			if recover() != nil {
				err = fiber3.ErrInternalServerError
			}
		}()
		return c.Next()
	}
}

func fs3(code int, body string) fiber3.Handler {
	return func(c fiber3.Ctx) error { return c.Status(code).SendString(body) }
}

func serve3(a *fiber3.App) error { return a.Listen(":3000") }
