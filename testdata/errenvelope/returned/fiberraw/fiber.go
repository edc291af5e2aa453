// Command fiberraw leaves the errors of its handlers to fiber.
package main

import (
	"errors"
	"fmt"
	"os"

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
	app := fiber.New(fiber.Config{AppName: "raw"})
	app.Get("/a", badValue)
	_ = app.Listen(":8080")
}

func badValue(c *fiber.Ctx) error {
	if c.Query("id") == "" {
		return fiber.NewError(fiber.StatusBadRequest, "no id") // want `fiber.NewError makes fiber v2 send text; errors of this service are JSON objects with code and detail; set Config.ErrorHandler`
	}
	return c.JSON(envelope{})
}

func badVariable(c *fiber.Ctx) error {
	return fiber.ErrNotFound // want `fiber.ErrNotFound makes fiber v2 send text`
}

func badLiteral(c *fiber.Ctx) error {
	return &fiber.Error{Code: 409, Message: "taken"} // want `fiber.Error.* makes fiber v2 send text`
}

func badWrapped(c *fiber.Ctx) error {
	return fmt.Errorf("find: %w", fiber.ErrNotFound) // want `fiber.ErrNotFound makes fiber v2 send text`
}

func badPlain(c *fiber.Ctx) error {
	return errors.New("broken") // want `return errors.New makes fiber v2 send text`
}

func badPlainVariable(c *fiber.Ctx) error {
	data, err := os.ReadFile("x")
	if err != nil {
		return err // want `return err makes fiber v2 send text`
	}
	return c.Send(data)
}

func okNext(c *fiber.Ctx) error { return c.Next() }

func okAnswers(c *fiber.Ctx) error {
	return c.Status(400).JSON(envelope{"bad", "no id"})
}
