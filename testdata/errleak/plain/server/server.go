// Package main serves, and leaves errors to fiber.
package main

import (
	"github.com/gofiber/fiber/v2"

	"example.com/fixtures/errleak/plain/handlers"
)

func main() {
	app := fiber.New()
	app.Get("/", handlers.Get)
	app.Listen(":8080")
}
