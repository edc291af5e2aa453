// Package echo has a service whose errors have other keys than those of echo's own
// handler, and more of them than could be by chance.
package echo

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

type failure struct {
	Code    string `json:"code"`
	Details string `json:"details"`
}

func byDefault() error {
	e := echo.New() // want `^e \(echo\) answers unknown routes, unknown methods and panics with JSON objects with nothing but message, while errors of this service are JSON objects with code and details; set e.HTTPErrorHandler$`
	e.Use(middleware.Recover())
	e.GET("/users", users)
	return e.Start(":8080")
}

func okCentral() error {
	e := echo.New()
	e.HTTPErrorHandler = handler
	e.Use(middleware.Recover())
	e.GET("/users", users)
	return e.Start(":8080")
}

func handler(_ error, c echo.Context) {
	_ = c.JSON(http.StatusInternalServerError, failure{"failed", "failed"})
}

func users(c echo.Context) error {
	switch c.QueryParam("page") {
	case "0":
		return c.JSON(http.StatusBadRequest, failure{"page", "no page"})
	case "1":
		return c.JSON(http.StatusNotFound, failure{"page", "no users"})
	case "2":
		return c.JSON(http.StatusConflict, failure{"page", "twice"})
	case "3":
		return c.JSON(http.StatusForbidden, failure{"page", "not yours"})
	case "4":
		return c.JSON(http.StatusUnauthorized, failure{"page", "who are you"})
	case "5":
		return c.JSON(http.StatusGone, failure{"page", "gone"})
	case "6":
		return c.JSON(http.StatusTooManyRequests, failure{"page", "later"})
	case "7":
		return c.JSON(http.StatusBadGateway, failure{"page", "elsewhere"})
	case "8":
		return c.JSON(http.StatusServiceUnavailable, failure{"page", "closed"})
	}
	return c.JSON(http.StatusInternalServerError, failure{"page", "failed"})
}
