package fiber

import "github.com/gofiber/fiber/v2"

func safe(c *fiber.Ctx) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fiber.ErrInternalServerError
		}
	}()
	return c.Next()
}

func okOwnRecovery() error {
	app := fiber.New()
	app.Use(safe)
	app.Get("/users", list)
	return app.Listen(":3000")
}

func lateOwnRecovery() error {
	app := fiber.New()
	app.Get("/users", list)
	app.Use(safe) // want `^safe is registered after Get "/users"`
	return app.Listen(":3000")
}

func mustAnswer(c *fiber.Ctx) error {
	if c.Get("X-Tenant") == "" {
		panic("no tenant")
	}
	return c.Next()
}

func outside() error {
	app := fiber.New()
	app.Use(mustAnswer) // want `^mustAnswer runs outside of safe \(line \d+\), so a panic in it \(panic\(…\)\) is not recovered; register safe first$`
	app.Use(safe)
	app.Get("/users", list)
	return app.Listen(":3000")
}

func okInside() error {
	app := fiber.New()
	app.Use(safe)
	api := app.Group("/api", mustAnswer)
	api.Get("/users", list)
	return app.Listen(":3000")
}
