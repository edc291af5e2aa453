// Package fiberapi answers with fiber: the status first, then the body, in one
// chain or in two statements.
package fiberapi

import (
	"encoding/json"

	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
)

func badChain(c *fiber.Ctx) error {
	return c.Status(fiber.StatusBadRequest).JSON(fiber.Map{"error": "no"}) // want `JSON sends an object with the key error but without problem_id and explanation`
}

func badText(c *fiber.Ctx) error {
	return c.Status(500).SendString("no") // want `SendString sends`
}

func badSendStatus(c *fiber.Ctx) error {
	return c.SendStatus(fiber.StatusNotFound) // want `^c.SendStatus sends`
}

func badEmpty(c *fiber.Ctx) error {
	c.Status(fiber.StatusForbidden) // want `^c.Status sends status 403 without a body`
	return nil
}

func badTwoStatements(c *fiber.Ctx) error {
	c.Status(fiber.StatusBadRequest)
	return c.JSON(fiber.Map{"error": "no"}) // want `^c.JSON sends an object with the key error`
}

func errorResponse(c *fiber.Ctx, code int, message string) error {
	return c.Status(code).JSON(struct { // want `JSON sends an object with the key error`
		Error string `json:"error"`
	}{message})
}

func callsErrorResponse(c *fiber.Ctx) error { return errorResponse(c, fiber.StatusBadRequest, "no") }

func badBytes(c *fiber.Ctx) error {
	body, err := json.Marshal(fiber.Map{"error": "no"})
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSON)
	return c.Status(400).Send(body) // want `Send sends an object with the key error`
}

func badFiber3(c fiber3.Ctx) error {
	return c.Status(fiber3.StatusBadRequest).JSON(fiber3.Map{"error": "no"}) // want `JSON sends an object with the key error`
}

func badFiber3Response(c fiber3.Ctx) error {
	return c.Res().Status(400).SendString("no") // want `SendString sends`
}

func badFasthttp(c *fiber.Ctx) error {
	c.Response().SetStatusCode(400)
	c.Response().SetBodyString("no") // want `SetBodyString sends`
	return nil
}

func badErrorHandler(c *fiber.Ctx, err error) error {
	return c.Status(fiber.StatusInternalServerError).SendString(err.Error()) // want `SendString sends`
}

func okEnvelope(c *fiber.Ctx) error {
	return c.Status(400).JSON(fiber.Map{"problem_id": 1, "explanation": "no"})
}

func okSuccess(c *fiber.Ctx) error { return c.Status(fiber.StatusCreated).SendString("made") }

func okNextAnswers(c *fiber.Ctx) error {
	c.Status(fiber.StatusNotFound)
	return c.Next()
}

func okPage(c *fiber.Ctx) error { return c.Status(404).Render("404", nil) }

func okHTML(c *fiber.Ctx) error {
	c.Type("html")
	return c.Status(404).SendString("<p>no such page")
}

func okFile(c *fiber.Ctx) error { return c.Status(404).SendFile("404.html") }
