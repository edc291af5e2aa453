// Command server answers for the errors of the packages below it.
package main

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/errenvelope/linkedown/core"
)

func main() {
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		_ = c.JSON(http.StatusInternalServerError, map[string]string{"code": "x", "detail": "y"})
	}
	e.GET("/x", func(c echo.Context) error {
		_, err := core.Find(c.QueryParam("id"))
		return err
	})
	_ = e.Start(":8080")
}
