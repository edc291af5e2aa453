// Command echo5raw leaves the errors of its handlers to echo v5.
package main

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v5"
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
	e.HTTPErrorHandler = echo.DefaultHTTPErrorHandler(true)
	e.GET("/a", badValue)
	_ = e.Start(":8080")
}

func badValue(c *echo.Context) error {
	if c.QueryParam("id") == "" {
		return echo.NewHTTPError(http.StatusBadRequest, "no id") // want `echo.NewHTTPError makes echo v5 send an object with the key message but without code and detail`
	}
	return c.JSON(http.StatusOK, envelope{})
}

func badVariable(c *echo.Context) error {
	return echo.ErrNotFound // want `echo.ErrNotFound makes echo v5 send`
}

func badWrap(c *echo.Context) error {
	err := os.Remove("x")
	return echo.NewHTTPError(http.StatusInternalServerError, "cannot remove").Wrap(err) // want `Wrap makes echo v5 send`
}
