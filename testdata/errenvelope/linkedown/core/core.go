// Package core makes errors that the program's own handler answers with.
package core

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Find finds something.
func Find(id string) (string, error) {
	if id == "" {
		return "", echo.NewHTTPError(http.StatusNotFound, "nothing")
	}
	return id, nil
}
