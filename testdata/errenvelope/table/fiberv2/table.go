// Package fiberv2 holds what writes responses with github.com/gofiber/fiber/v2 v2.52.15, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package fiberv2

import (
	"encoding/xml"
	"errors"
	"strings"

	fiber2 "github.com/gofiber/fiber/v2"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: Status sends 418 without a body.
func Row01(c *fiber2.Ctx) error {
	c.Status(418)
	return nil
}

// Row02: SendStatus sends 418 with "I'm a teapot" as text/plain; charset=utf-8.
func Row02(c *fiber2.Ctx) error {
	return c.SendStatus(418)
}

// Row03: JSON sends 418 with "{\"m\":\"one\"}" as application/json.
func Row03(c *fiber2.Ctx) error {
	return c.Status(418).JSON(o("one"))
}

// Row04: JSONP sends 418 with "callback({\"m\":\"one\"});" as text/javascript; charset=utf-8.
func Row04(c *fiber2.Ctx) error {
	return c.Status(418).JSONP(o("one"))
}

// Row05: XML sends 418 with "<obj><m>one</m></obj>" as application/xml.
func Row05(c *fiber2.Ctx) error {
	return c.Status(418).XML(o("one"))
}

// Row06: Send sends 418 with "one" as text/plain; charset=utf-8.
func Row06(c *fiber2.Ctx) error {
	return c.Status(418).Send([]byte("one"))
}

// Row07: SendString sends 418 with "one" as text/plain; charset=utf-8.
func Row07(c *fiber2.Ctx) error {
	return c.Status(418).SendString("one")
}

// Row08: SendStream sends 418 with "one" as text/plain; charset=utf-8.
func Row08(c *fiber2.Ctx) error {
	return c.Status(418).SendStream(strings.NewReader("one"))
}

// Row09: Write sends 418 with "one" as text/plain; charset=utf-8.
func Row09(c *fiber2.Ctx) error {
	_, err := c.Status(418).Write([]byte("one"))
	return err
}

// Row10: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row10(c *fiber2.Ctx) error {
	_, err := c.Status(418).WriteString("one")
	return err
}

// Row11: Writef sends 418 with "one" as text/plain; charset=utf-8.
func Row11(c *fiber2.Ctx) error {
	_, err := c.Status(418).Writef("%s", "one")
	return err
}

// Row12: Format sends 418 with "\"one\"" as application/json.
func Row12(c *fiber2.Ctx) error {
	return c.Status(418).Format("one")
}

// Row13: Render sends 500 with "failed to open: open none: no such file or directory" as text/plain;
// charset=utf-8.
func Row13(c *fiber2.Ctx) error {
	return c.Status(418).Render("none", "one")
}

// Row14: SendFile sends 404 with "sendfile: file /nonexistent not found" as text/plain; charset=utf-8.
func Row14(c *fiber2.Ctx) error {
	return c.SendFile("/nonexistent")
}

// Row15: Redirect sends 302 without a body.
func Row15(c *fiber2.Ctx) error {
	return c.Redirect("/y", 302)
}

// Row16: NewError sends 418 with "one" as text/plain; charset=utf-8.
func Row16(c *fiber2.Ctx) error {
	return fiber2.NewError(418, "one")
}

// Row17: ErrUnauthorized (package error variables) sends 401 with "Unauthorized" as text/plain;
// charset=utf-8.
func Row17(c *fiber2.Ctx) error {
	return fiber2.ErrUnauthorized
}

// Row18: plain error returned sends 500 with "one" as text/plain; charset=utf-8.
func Row18(c *fiber2.Ctx) error {
	return errors.New("one")
}

// Row19: BodyParser sends 422 with "Unprocessable Entity" as text/plain; charset=utf-8.
func Row19(c *fiber2.Ctx) error {
	return c.BodyParser(&obj{})
}
