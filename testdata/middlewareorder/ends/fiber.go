package ends

import (
	"github.com/gofiber/fiber/v2"
	fiberrecover "github.com/gofiber/fiber/v2/middleware/recover"
)

func hello(c *fiber.Ctx) error { return c.SendString("hello") }

func unknown(c *fiber.Ctx) error {
	_ = c.Status(fiber.StatusNotFound).SendString("no such route")
	return c.Next() // want `^c\.Next\(\) is called by the last handler, so fiber v2 makes its error for unknown routes, whose answer replaces what was written; return nil$`
}

func handsOnAtTheEnd() error {
	app := fiber.New(fiber.Config{ErrorHandler: func(c *fiber.Ctx, err error) error { return c.SendString("x") }})
	app.Use(fiberrecover.New())
	app.Get("/hello", hello)
	app.Use(unknown)
	return app.Listen(":8080")
}

func handsOnAtTheEndByLiteral() error {
	app := fiber.New()
	app.Use(fiberrecover.New())
	app.Get("/hello", hello)
	app.Use(func(c *fiber.Ctx) error {
		c.Status(404)
		return c.Next() // want `is called by the last handler`
	})
	return app.Listen(":8080")
}

func okReturns() error {
	app := fiber.New()
	app.Use(fiberrecover.New())
	app.Get("/hello", hello)
	app.Use(func(c *fiber.Ctx) error { return c.Status(fiber.StatusNotFound).SendString("no such route") })
	return app.Listen(":8080")
}

func okRoutesBehind() error {
	app := fiber.New()
	app.Use(fiberrecover.New())
	app.Get("/hello", hello)
	app.Use(func(c *fiber.Ctx) error {
		c.Status(404) // until a route says otherwise
		return c.Next()
	})
	app.Get("/late", hello)
	return app.Listen(":8080")
}

func okSometimes() error {
	app := fiber.New()
	app.Use(fiberrecover.New())
	app.Get("/hello", hello)
	app.Use(func(c *fiber.Ctx) error {
		if c.Path() == "/gone" {
			c.Status(404)
		}
		return c.Next()
	})
	return app.Listen(":8080")
}
