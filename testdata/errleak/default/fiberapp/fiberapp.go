// Package main has handlers of fiber.
package main

import (
	"fmt"
	"os"

	"github.com/gofiber/fiber/v2"

	"example.com/fixtures/errleak/default/store"
)

func main() {
	app := fiber.New()
	app.Get("/", get)
	app.Listen(":8080")
}

func get(c *fiber.Ctx) error {
	if err := os.Remove("a"); err != nil {
		return c.Status(500).SendString(err.Error()) // want `^c.Status\(500\).SendString sends err.Error\(\) of os.Remove with status 500`
	}
	if err := os.Remove("b"); err != nil {
		c.Status(fiber.StatusBadGateway)
		return c.JSON(fiber.Map{"error": fmt.Sprintf("remove: %v", err)}) // want `^c.JSON sends the text of err of os.Remove with status 502`
	}
	if err := os.Remove("c"); err != nil {
		return c.Status(500).JSON(answer(500, err.Error())) // want `sends err.Error\(\) of os.Remove with status 500`
	}
	if err := os.Remove("d"); err != nil {
		return fiber.NewError(fiber.StatusInternalServerError, err.Error()) // want `^fiber.NewError sends err.Error\(\) of os.Remove with status 500`
	}
	if err := os.Remove("e"); err != nil {
		return send(c, 503, err) // want `^send sends the text of err of os.Remove with status 503`
	}
	if err := os.Remove("f"); err != nil {
		return err // want `^return err makes fiber v2 send the text of err of os.Remove with status 500`
	}
	return nil
}

func answer(code int, message string) fiber.Map {
	return fiber.Map{"code": code, "message": message}
}

func send(c *fiber.Ctx, code int, err error) error {
	return c.Status(code).JSON(fiber.Map{"error": err.Error()})
}

func okSilent(c *fiber.Ctx) error {
	if err := os.Remove("a"); err != nil {
		return c.Status(400).SendString(err.Error())
	}
	if err := store.Check("b"); err != nil {
		return c.Status(500).SendString(err.Error())
	}
	if err := os.Remove("c"); err != nil {
		return c.Status(500).JSON(answer(500, "try again"))
	}
	if err := os.Remove("d"); err != nil {
		return fiber.NewError(404, err.Error())
	}
	if err := os.Remove("e"); err != nil {
		return send(c, 404, err)
	}
	if err := os.Remove("f"); err != nil {
		return fiber.ErrInternalServerError
	}
	return c.SendString("ok")
}
