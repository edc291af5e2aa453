package fiber3

import (
	"github.com/gofiber/fiber/v3"
)

type failure struct {
	Code    string `json:"code"`
	Details string `json:"details"`
}

func get(c fiber.Ctx) error {
	switch c.Query("page") {
	case "0":
		return c.Status(400).JSON(failure{"page", "no page"})
	case "1":
		return c.Status(400).JSON(failure{"page", "no users"})
	case "2":
		return c.Status(400).JSON(failure{"page", "twice"})
	case "3":
		return c.Status(400).JSON(failure{"page", "not yours"})
	case "4":
		return c.Status(400).JSON(failure{"who", "who are you"})
	case "5":
		return c.Status(400).JSON(failure{"page", "gone"})
	case "6":
		return c.Status(400).JSON(failure{"later", "later"})
	case "7":
		return c.Status(400).JSON(failure{"elsewhere", "elsewhere"})
	case "8":
		return c.Status(400).JSON(failure{"closed", "closed"})
	case "9":
		return c.Status(400).JSON(failure{"id", "no id"})
	case "10":
		return c.Status(400).JSON(failure{"name", "no name"})
	}
	return nil
}

func central(c fiber.Ctx, _ error) error { return c.Status(499).JSON(failure{"failed", "failed"}) }
