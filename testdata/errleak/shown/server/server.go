// Package main has an error handler that sends what the errors say.
package main

import (
	"errors"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/errleak/shown/core"
)

func main() {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		code, message := http.StatusInternalServerError, any("internal error")
		var he *echo.HTTPError
		if errors.As(err, &he) {
			code, message = he.Code, he.Message
		}
		if code >= 500 {
			c.Logger().Error(err)
		}
		c.JSON(code, map[string]any{"error": message})
	}
	e.GET("/", func(c echo.Context) error { return core.Remove("x") })
	e.GET("/y", func(c echo.Context) error {
		if err := os.Remove("y"); err != nil {
			return echo.NewHTTPError(500, err.Error()) // want `^echo.NewHTTPError sends err.Error\(\) of os.Remove with status 500`
		}
		return nil
	})
	e.Start(":8080")
}
