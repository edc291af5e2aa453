// Package frameworks returns errors to a framework.
package frameworks

import "github.com/labstack/echo/v4"

func three(c echo.Context) error {
	switch c.QueryParam("x") {
	case "":
		return echo.NewHTTPError(400, "x")
	case "y":
		return echo.ErrNotFound
	}
	return echo.NewHTTPError(500, "x")
}
