// Package fiber holds what fiber's positional middleware means for routes, groups
// and mounted apps.
package fiber

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/logger"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

func list(c *fiber.Ctx) error { return c.SendString("x") }

func late() error {
	app := fiber.New()
	app.Get("/users", list)
	app.Use(recover.New()) // want `^recover\.New\(\) is registered after Get "/users" \(line \d+\), so fiber v2 does not run it there and a panic in its handler is not recovered; register it first$`
	return app.Listen(":3000")
}

func lateInGroup() error {
	app := fiber.New()
	app.Get("/ok", recover.New(), list)
	api := app.Group("/api")
	api.Get("/users", list)
	api.Use(recover.New()) // want `^recover\.New\(\) is registered after Get "/users"`
	api.Get("/pets", list)
	return app.Listen(":3000")
}

func lateOnTheApp() error {
	app := fiber.New()
	api := app.Group("/api")
	api.Get("/users", list)
	app.Use(recover.New()) // want `^recover\.New\(\) is registered after Get "/users"`
	return app.Listen(":3000")
}

func bare() error {
	app := fiber.New() // want `^app is a fiber v2 router without recovery, so a panic in the handler of Get "/users" ends the process; write app\.Use\(recover\.New\(\)\) before its routes$`
	app.Use(logger.New())
	app.Get("/users", list)
	return app.Listen(":3000")
}

func okFirst() error {
	app := fiber.New()
	app.Use(recover.New(), logger.New())
	app.Get("/users", list)
	return app.Listen(":3000")
}

// The group exists before, but its routes come after: fiber goes by position.
func okGroupMadeBefore() error {
	app := fiber.New()
	api := app.Group("/api")
	app.Use(recover.New())
	api.Get("/users", list)
	return app.Listen(":3000")
}

func okForAPath() error {
	app := fiber.New()
	app.Use("/api", recover.New())
	app.Get("/api/users", list)
	return app.Listen(":3000")
}

func okGroupHasIt() error {
	app := fiber.New()
	api := app.Group("/api", recover.New())
	api.Get("/users", list)
	return app.Listen(":3000")
}

func okRouteCallback() error {
	app := fiber.New()
	app.Use(recover.New())
	app.Route("/api", func(api fiber.Router) { api.Get("/users", list) })
	return app.Listen(":3000")
}

func okMounted() error {
	sub := fiber.New()
	sub.Get("/users", list)
	app := fiber.New()
	app.Use(recover.New())
	app.Mount("/sub", sub)
	return app.Listen(":3000")
}

func okHealthBefore() error {
	app := fiber.New()
	app.Get("/healthz", list)
	app.Use(recover.New())
	app.Get("/users", list)
	return app.Listen(":3000")
}

func okGivenToOthers(register func(*fiber.App)) error {
	app := fiber.New()
	register(app)
	app.Get("/users", list)
	return app.Listen(":3000")
}

// What is mounted has what runs around it by then.
func lateForMounted() error {
	sub := fiber.New()
	sub.Get("/users", list)
	app := fiber.New()
	app.Mount("/sub", sub)
	app.Use(recover.New()) // want `^recover\.New\(\) is registered after sub was mounted by Mount "/sub" \(line \d+\), so fiber v2 does not run it there and a panic in the handler of Get "/users" is not recovered; register it first$`
	return app.Listen(":3000")
}

func okMountedHasIt() error {
	sub := fiber.New()
	sub.Use(recover.New())
	sub.Get("/users", list)
	app := fiber.New()
	app.Mount("/sub", sub)
	app.Use(recover.New())
	return app.Listen(":3000")
}
