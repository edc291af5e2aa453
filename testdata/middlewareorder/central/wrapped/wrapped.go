// Package wrapped holds a central error handler that goes on with the one before.
package wrapped

import (
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
	echomw "github.com/labstack/echo/v4/middleware"
)

func answer(err error, c echo.Context) { _ = c.JSON(http.StatusInternalServerError, "internal error") }

func okGoesOnWithTheOther() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.HTTPErrorHandler = answer
	next := e.HTTPErrorHandler
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		log.Print(err)
		next(err, c)
	}
	return e.Start(":8080")
}
