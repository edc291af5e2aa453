// Package echov5 holds what writes responses with github.com/labstack/echo/v5 v5.3.1, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package echov5

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	echo5 "github.com/labstack/echo/v5"
)

func o(m string) obj { return obj{M: m} }

type obj struct {
	XMLName xml.Name `json:"-" yaml:"-" toml:"-" bson:"-" xml:"obj"`
	M       string   `json:"m" yaml:"m" toml:"m" bson:"m" xml:"m"`
}

// Row01: JSON sends 418 with "{\"m\":\"one\"}" as application/json.
func Row01(c *echo5.Context) error {
	return c.JSON(418, o("one"))
}

// Row02: JSONPretty sends 418 with "{ \"m\": \"one\" }" as application/json.
func Row02(c *echo5.Context) error {
	return c.JSONPretty(418, o("one"), " ")
}

// Row03: JSONBlob sends 418 with "\"one\"" as application/json.
func Row03(c *echo5.Context) error {
	return c.JSONBlob(418, []byte(`"one"`))
}

// Row04: JSONP sends 418 with "cb({\"m\":\"one\"} );" as application/javascript; charset=UTF-8.
func Row04(c *echo5.Context) error {
	return c.JSONP(418, "cb", o("one"))
}

// Row05: JSONPBlob sends 418 with "cb(\"one\");" as application/javascript; charset=UTF-8.
func Row05(c *echo5.Context) error {
	return c.JSONPBlob(418, "cb", []byte(`"one"`))
}

// Row06: String sends 418 with "one" as text/plain; charset=UTF-8.
func Row06(c *echo5.Context) error {
	return c.String(418, "one")
}

// Row07: HTML sends 418 with "one" as text/html; charset=UTF-8.
func Row07(c *echo5.Context) error {
	return c.HTML(418, "one")
}

// Row08: HTMLBlob sends 418 with "one" as text/html; charset=UTF-8.
func Row08(c *echo5.Context) error {
	return c.HTMLBlob(418, []byte("one"))
}

// Row09: XML sends 418 with "<?xml version=\"1.0\" encoding=\"UTF-8\"?> <obj><m>one</m></obj>" as
// application/xml; charset=UTF-8.
func Row09(c *echo5.Context) error {
	return c.XML(418, o("one"))
}

// Row10: XMLPretty sends 418 with "<?xml version=\"1.0\" encoding=\"UTF-8\"?> <obj> <m>one</m> </obj>" as
// application/xml; charset=UTF-8.
func Row10(c *echo5.Context) error {
	return c.XMLPretty(418, o("one"), " ")
}

// Row11: XMLBlob sends 418 with "<?xml version=\"1.0\" encoding=\"UTF-8\"?> <a>one</a>" as application/xml;
// charset=UTF-8.
func Row11(c *echo5.Context) error {
	return c.XMLBlob(418, []byte("<a>one</a>"))
}

// Row12: Blob sends 418 with "one" as text/plain.
func Row12(c *echo5.Context) error {
	return c.Blob(418, "text/plain", []byte("one"))
}

// Row13: Stream sends 418 with "one" as text/plain.
func Row13(c *echo5.Context) error {
	return c.Stream(418, "text/plain", strings.NewReader("one"))
}

// Row14: NoContent sends 418 without a body.
func Row14(c *echo5.Context) error {
	return c.NoContent(418)
}

// Row15: Redirect sends 302 without a body.
func Row15(c *echo5.Context) error {
	return c.Redirect(302, "/y")
}

// Row16: Render sends 500 with "{\"message\":\"Internal Server Error\"}" as application/json.
func Row16(c *echo5.Context) error {
	return c.Render(418, "t", "one")
}

// Row17: File sends 404 with "{\"message\":\"Not Found\"}" as application/json.
func Row17(c *echo5.Context) error {
	return c.File("nonexistent")
}

// Row18: Bind sends 400 with "{\"message\":\"Bad Request\"}" as application/json.
func Row18(c *echo5.Context) error {
	c.Request().Header.Set("Content-Type", "application/json")
	c.Request().Body, c.Request().ContentLength = io.NopCloser(strings.NewReader("{")), 1
	return c.Bind(&obj{})
}

// Row19: NewHTTPError sends 418 with "{\"message\":\"one\"}" as application/json.
func Row19(c *echo5.Context) error {
	return echo5.NewHTTPError(418, "one")
}

// Row20: ErrUnauthorized (package error variables) sends 401 with "{\"message\":\"Unauthorized\"}" as
// application/json.
func Row20(c *echo5.Context) error {
	return echo5.ErrUnauthorized
}

// Row21: plain error returned sends 500 with "{\"message\":\"Internal Server Error\"}" as application/json.
func Row21(c *echo5.Context) error {
	return errors.New("one")
}

// Row22: WriteHeader sends 418 without a body.
func Row22(c *echo5.Context) error {
	c.Response().WriteHeader(418)
	return nil
}

// Row23: Write sends 200 with "one" as text/plain; charset=utf-8.
func Row23(c *echo5.Context) error {
	_, err := c.Response().Write([]byte("one"))
	return err
}

// Row23After: Write sends 418 with "one" as text/plain; charset=utf-8.
func Row23After(c *echo5.Context) error {
	c.Response().WriteHeader(418)
	_, err := c.Response().Write([]byte("one"))
	return err
}
