// Command echoown answers for the errors of its handlers itself.
package main

import (
	"errors"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

func main() {
	e := echo.New()
	e.HTTPErrorHandler = handle
	e.GET("/a", okValue)
	_ = e.Start(":8080")
}

func handle(err error, c echo.Context) {
	var he *echo.HTTPError
	if errors.As(err, &he) {
		_ = c.JSON(he.Code, envelope{Detail: http.StatusText(he.Code)})
		return
	}
	_ = c.JSON(http.StatusInternalServerError, envelope{})
}

func okValue(c echo.Context) error {
	if c.QueryParam("id") == "" {
		return echo.NewHTTPError(http.StatusBadRequest, "no id")
	}
	return os.Remove("x")
}
