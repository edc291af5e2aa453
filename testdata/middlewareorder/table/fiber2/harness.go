package fiber2

import (
	fiber2 "github.com/gofiber/fiber/v2"
)

func fm2(string) fiber2.Handler {
	return func(c *fiber2.Ctx) (err error) {
		defer func() {
			if recover() != nil {
				err = fiber2.ErrInternalServerError
			}
		}()
		return c.Next()
	}
}

func fs2(code int, body string) fiber2.Handler {
	return func(c *fiber2.Ctx) error { return c.Status(code).SendString(body) }
}

func serve2(a *fiber2.App) error { return a.Listen(":3000") }
