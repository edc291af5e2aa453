// Package above does not know who answers for the errors of its handlers: what
// imports it may install a handler for them.
package above

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Envelope is what clients read.
//
//prodvet:envelope
type Envelope struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// OKValue is a handler.
func OKValue(c echo.Context) error {
	return echo.NewHTTPError(http.StatusBadRequest, "no id")
}
