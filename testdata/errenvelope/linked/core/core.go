// Package core makes errors that echo's own handler answers with: no package of
// the program installs another.
package core

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Find finds something.
func Find(id string) (string, error) {
	if id == "" {
		return "", echo.NewHTTPError(http.StatusNotFound, "nothing") // want `echo.NewHTTPError makes echo send an object with the key message but without code and detail`
	}
	return id, nil
}
