// Package fiber has a service with an envelope.
package fiber

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

func byDefault() error {
	app := fiber.New(fiber.Config{AppName: "users"}) // want `^app \(fiber v2\) answers unknown routes, unknown methods, panics and too large bodies with text/plain, while errors of this service are JSON objects with error and msg; set ErrorHandler in the fiber.Config of app$`
	app.Use(recover.New())
	app.Get("/users", users)
	return app.Listen(":8080")
}

func lastOne() error {
	app := fiber.New() // want `^app \(fiber v2\) answers panics and too large bodies with text/plain`
	app.Use(recover.New())
	app.Get("/users", users)
	app.Use(notFound)
	return app.Listen(":8080")
}

func okCentral() error {
	app := fiber.New(fiber.Config{ErrorHandler: failed})
	app.Use(recover.New())
	app.Get("/users", users)
	return app.Listen(":8080")
}

func okCentralInAVariable() error {
	cfg := fiber.Config{AppName: "users"}
	cfg.ErrorHandler = failed
	app := fiber.New(cfg)
	app.Use(recover.New())
	app.Get("/users", users)
	return app.Listen(":8080")
}

func okConfiguredElsewhere(cfg fiber.Config) error {
	app := fiber.New(cfg)
	app.Use(recover.New())
	app.Get("/users", users)
	return app.Listen(":8080")
}

func okPages(views fiber.Views) error {
	app := fiber.New(fiber.Config{Views: views})
	app.Use(recover.New())
	app.Get("/users", users)
	return app.Listen(":8080")
}

func failed(c *fiber.Ctx, _ error) error {
	return c.Status(500).JSON(fiber.Map{"error": true, "msg": "failed"})
}

func notFound(c *fiber.Ctx) error {
	return c.Status(404).JSON(fiber.Map{"error": true, "msg": "not found"})
}

func users(c *fiber.Ctx) error {
	if c.Query("page") == "" {
		return c.Status(400).JSON(fiber.Map{"error": true, "msg": "no page"})
	}
	if c.Query("page") == "0" {
		return c.Status(404).JSON(fiber.Map{"error": true, "msg": "no users"})
	}
	return c.Status(500).JSON(fiber.Map{"error": true, "msg": "failed"})
}
