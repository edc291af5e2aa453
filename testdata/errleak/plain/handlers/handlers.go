// Package handlers has handlers of an app that is made elsewhere.
package handlers

import (
	"os"

	"github.com/gofiber/fiber/v2"
)

// Get returns errors to fiber.
func Get(c *fiber.Ctx) error {
	if err := os.Remove("a"); err != nil {
		return err // want `^return err makes fiber v2 send the text of err of os.Remove with status 500`
	}
	return c.SendString("ok")
}
