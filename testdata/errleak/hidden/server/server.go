// Package main has an error handler that sends what the errors say, but for
// server errors.
package main

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/errleak/hidden/core"
)

func main() {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		code, message := http.StatusInternalServerError, any("internal error")
		if he, ok := err.(*echo.HTTPError); ok {
			code = he.Code
			if code < 500 {
				message = he.Message
			}
		}
		c.JSON(code, map[string]any{"error": message})
	}
	e.GET("/", func(c echo.Context) error { return core.Remove("x") })
	e.GET("/y", func(c echo.Context) error {
		if err := os.Remove("y"); err != nil {
			return echo.NewHTTPError(500, err.Error())
		}
		return nil
	})
	e.Start(":8080")
}
