// Package echoapp has handlers of echo.
package echoapp

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

func get(c echo.Context) error {
	if err := os.Remove("a"); err != nil {
		return c.JSON(http.StatusInternalServerError, echo.Map{"error": err.Error()}) // want `^c.JSON sends err.Error\(\) of os.Remove with status 500`
	}
	if err := os.Remove("b"); err != nil {
		return c.String(500, "remove: "+err.Error()) // want `^c.String sends err.Error\(\) of os.Remove with status 500`
	}
	if err := os.Remove("c"); err != nil {
		return c.Render(500, "error", map[string]any{"message": err.Error()}) // want `^c.Render sends err.Error\(\) of os.Remove with status 500`
	}
	if err := os.Remove("d"); err != nil {
		return fail(c, err)
	}
	return c.NoContent(204)
}

func fail(c echo.Context, err error) error {
	return c.JSON(500, echo.Map{"error": err.Error()}) // want `of any error that fail is given with status 500`
}

func okSilent(c echo.Context) error {
	if err := os.Remove("a"); err != nil {
		c.Logger().Error(err)
		return c.JSON(500, echo.Map{"error": "try again"})
	}
	if err := c.Bind(new(int)); err != nil {
		return c.JSON(400, echo.Map{"error": err.Error()})
	}
	return os.Remove("b")
}
