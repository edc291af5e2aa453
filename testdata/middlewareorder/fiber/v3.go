package fiber

import (
	fiber3 "github.com/gofiber/fiber/v3"
	recover3 "github.com/gofiber/fiber/v3/middleware/recover"
)

func list3(c fiber3.Ctx) error { return c.SendString("x") }

func late3() error {
	app := fiber3.New()
	app.Get("/users", list3)
	app.Use(recover3.New()) // want `^recover3\.New\(\) is registered after Get "/users" \(line \d+\), so fiber v3 does not run it there`
	return app.Listen(":3000")
}

func bare3() error {
	app := fiber3.New() // want `^app is a fiber v3 router without recovery, so a panic in the handler of Get "/users" ends the process`
	app.Get("/users", list3)
	return app.Listen(":3000")
}

// The mounted app has what runs around it when it is mounted.
func okMounted3() error {
	app := fiber3.New()
	app.Use(recover3.New())
	sub := fiber3.New()
	sub.Get("/x", list3)
	app.Use("/sub", sub)
	return app.Listen(":3000")
}

func okSafe3() error {
	app := fiber3.New()
	app.Use(func(c fiber3.Ctx) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fiber3.ErrInternalServerError
			}
		}()
		return c.Next()
	})
	app.Get("/users", list3)
	return app.Listen(":3000")
}
