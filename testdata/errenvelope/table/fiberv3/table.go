// Package fiberv3 holds what writes responses with github.com/gofiber/fiber/v3 v3.1.0, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package fiberv3

import (
	"encoding/xml"
	"errors"
	"strings"

	fiber3 "github.com/gofiber/fiber/v3"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: Status sends 418 without a body.
func Row01(c fiber3.Ctx) error {
	c.Status(418)
	return nil
}

// Row02: SendStatus sends 418 with "I'm a teapot" as text/plain; charset=utf-8.
func Row02(c fiber3.Ctx) error {
	return c.SendStatus(418)
}

// Row03: JSON sends 418 with "{\"m\":\"one\"}" as application/json; charset=utf-8.
func Row03(c fiber3.Ctx) error {
	return c.Status(418).JSON(o("one"))
}

// Row04: JSONP sends 418 with "callback({\"m\":\"one\"});" as text/javascript; charset=utf-8.
func Row04(c fiber3.Ctx) error {
	return c.Status(418).JSONP(o("one"))
}

// Row05: XML sends 418 with "<obj><m>one</m></obj>" as application/xml; charset=utf-8.
func Row05(c fiber3.Ctx) error {
	return c.Status(418).XML(o("one"))
}

// Row06: CBOR sends 418 without a body.
func Row06(c fiber3.Ctx) error {
	defer func() { _ = recover() }()
	return c.Status(418).CBOR(o("one"))
}

// Row07: Send sends 418 with "one" as text/plain; charset=utf-8.
func Row07(c fiber3.Ctx) error {
	return c.Status(418).Send([]byte("one"))
}

// Row08: SendString sends 418 with "one" as text/plain; charset=utf-8.
func Row08(c fiber3.Ctx) error {
	return c.Status(418).SendString("one")
}

// Row09: SendStream sends 418 with "one" as text/plain; charset=utf-8.
func Row09(c fiber3.Ctx) error {
	return c.Status(418).SendStream(strings.NewReader("one"))
}

// Row10: Write sends 418 with "one" as text/plain; charset=utf-8.
func Row10(c fiber3.Ctx) error {
	_, err := c.Status(418).Write([]byte("one"))
	return err
}

// Row11: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row11(c fiber3.Ctx) error {
	_, err := c.Status(418).WriteString("one")
	return err
}

// Row12: Writef sends 418 with "one" as text/plain; charset=utf-8.
func Row12(c fiber3.Ctx) error {
	_, err := c.Status(418).Writef("%s", "one")
	return err
}

// Row13: AutoFormat sends 418 with "\"one\"" as application/json; charset=utf-8.
func Row13(c fiber3.Ctx) error {
	return c.Status(418).AutoFormat("one")
}

// Row14: SendFile sends 404 with "sendfile: file /nonexistent not found" as text/plain; charset=utf-8.
func Row14(c fiber3.Ctx) error {
	return c.SendFile("/nonexistent")
}

// Row15: NewError sends 418 with "one" as text/plain; charset=utf-8.
func Row15(c fiber3.Ctx) error {
	return fiber3.NewError(418, "one")
}

// Row16: NewErrorf sends 418 with "one" as text/plain; charset=utf-8.
func Row16(c fiber3.Ctx) error {
	return fiber3.NewErrorf(418, "%s", "one")
}

// Row17: ErrUnauthorized (package error variables) sends 401 with "Unauthorized" as text/plain;
// charset=utf-8.
func Row17(c fiber3.Ctx) error {
	return fiber3.ErrUnauthorized
}

// Row18: plain error returned sends 500 with "one" as text/plain; charset=utf-8.
func Row18(c fiber3.Ctx) error {
	return errors.New("one")
}
