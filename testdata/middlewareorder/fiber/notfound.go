package fiber

import (
	"log"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

func notFound(c *fiber.Ctx) error { return c.Status(fiber.StatusNotFound).SendString("no such page") }

func notFoundFirst() error {
	app := fiber.New()
	app.Use(recover.New())
	app.Use(notFound) // want `^notFound answers every request and runs no later handler, so Get "/users" \(line \d+\) never runs; register it last$`
	app.Get("/users", list)
	return app.Listen(":3000")
}

func notFoundBeforeTheLast() error {
	app := fiber.New()
	app.Use(recover.New())
	app.Get("/users", list)
	app.Use(func(c *fiber.Ctx) error { // want `^this middleware answers every request and runs no later handler, so Get "/pets"`
		return c.SendStatus(fiber.StatusNotFound)
	})
	app.Get("/pets", list)
	return app.Listen(":3000")
}

func okNotFoundLast() error {
	app := fiber.New()
	app.Use(recover.New())
	app.Get("/users", list)
	app.Use(notFound)
	return app.Listen(":3000")
}

func okNotFoundBelowAPath() error {
	app := fiber.New()
	app.Use(recover.New())
	app.Use("/old", notFound)
	app.Get("/users", list)
	return app.Listen(":3000")
}

func okNotFoundOfAGroup() error {
	app := fiber.New()
	app.Use(recover.New())
	old := app.Group("/old")
	old.Use(notFound)
	app.Get("/users", list)
	return app.Listen(":3000")
}

func logged(c *fiber.Ctx) error {
	log.Print(c.Path())
	return c.Next()
}

func throughOthers(c *fiber.Ctx) error { return logged(c) }

func okHandsOn(other fiber.Handler) error {
	app := fiber.New()
	app.Use(recover.New(), logged, throughOthers)
	app.Use(func(c *fiber.Ctx) error { return other(c) })
	app.Get("/users", list)
	return app.Listen(":3000")
}

func okMaintenance(maintenance bool) error {
	app := fiber.New()
	app.Use(recover.New())
	if maintenance {
		app.Use(notFound)
	}
	app.Get("/users", list)
	return app.Listen(":3000")
}

func okUnderACondition(maintenance bool) error {
	app := fiber.New()
	app.Use(recover.New())
	if maintenance {
		app.Use(notFound)
	} else {
		app.Get("/users", list)
	}
	return app.Listen(":3000")
}
