// Package fiberapp leaves the error handler to fiber, or brings its own.
package fiberapp

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/recover"
	fiber3 "github.com/gofiber/fiber/v3"
	recover3 "github.com/gofiber/fiber/v3/middleware/recover"
)

type server struct{ app *fiber.App }

func apps() {
	app := fiber.New()
	app.Use(recover.New()) // want `^recover.New hands panics to the default error handler of app, which sends the client what they say, so internals such as queries, addresses and paths get out; set ErrorHandler in its fiber.Config$`
	s := &server{app: fiber.New(fiber.Config{Prefork: true})}
	s.app.Use(recover.New(recover.Config{EnableStackTrace: true})) // want `^recover.New hands panics to the default error handler of s.app`
	three := fiber3.New(fiber3.Config{AppName: "x"})
	three.Use(recover3.New()) // want `^recover3.New hands panics`
}

func fail(c *fiber.Ctx, _ error) error { return c.SendStatus(fiber.StatusInternalServerError) }

// An error handler of one's own.
func okOwnHandler() {
	app := fiber.New(fiber.Config{ErrorHandler: fail})
	app.Use(recover.New())
	three := fiber3.New(fiber3.Config{ErrorHandler: func(c fiber3.Ctx, _ error) error { return c.SendStatus(500) }})
	three.Use(recover3.New())
}

// How the application is made is not seen, or not known.
func okForeign(app *fiber.App, cfg fiber.Config) {
	app.Use(recover.New())
	own := fiber.New(cfg)
	own.Use(recover.New())
}
