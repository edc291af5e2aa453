// Command fiberown has a middleware that answers for the errors of its handlers.
package main

import (
	"github.com/gofiber/fiber/v2"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

func main() {
	app := fiber.New()
	app.Use(func(c *fiber.Ctx) error {
		if err := c.Next(); err != nil {
			return c.Status(500).JSON(envelope{Detail: "internal"})
		}
		return nil
	})
	app.Get("/a", okValue)
	_ = app.Listen(":8080")
}

func okValue(c *fiber.Ctx) error {
	return fiber.NewError(fiber.StatusBadRequest, "no id")
}
