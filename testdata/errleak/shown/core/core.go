// Package core makes errors of echo.
package core

import (
	"os"

	"github.com/labstack/echo/v4"
)

// Remove fails.
func Remove(name string) error {
	if err := os.Remove(name); err != nil {
		return echo.NewHTTPError(500, err.Error()) // want `^echo.NewHTTPError sends err.Error\(\) of os.Remove with status 500`
	}
	return nil
}
