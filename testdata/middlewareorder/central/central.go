// Package central holds central error handlers that are set twice, in a package
// that reads none.
package central

import (
	"net/http"

	"github.com/labstack/echo/v4"
	echomw "github.com/labstack/echo/v4/middleware"
)

func answer(err error, c echo.Context) { _ = c.JSON(http.StatusInternalServerError, "internal error") }

func page(err error, c echo.Context) { _ = c.HTML(http.StatusInternalServerError, "<h1>Error</h1>") }

func twice() error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.HTTPErrorHandler = answer // want `^e\.HTTPErrorHandler is replaced by e\.HTTPErrorHandler \(line \d+\), so its handler never runs; keep the one that is meant, and set it last$`
	e.HTTPErrorHandler = page
	return e.Start(":8080")
}

func okOverridden(html bool) error {
	e := echo.New()
	e.Use(echomw.Recover())
	e.HTTPErrorHandler = answer
	if html {
		e.HTTPErrorHandler = page
	}
	return e.Start(":8080")
}

func okTwoServers() error {
	e, admin := echo.New(), echo.New()
	e.Use(echomw.Recover())
	admin.Use(echomw.Recover())
	e.HTTPErrorHandler = answer
	admin.HTTPErrorHandler = page
	go func() { _ = admin.Start(":8081") }()
	return e.Start(":8080")
}
