// Package main returns errors of which echo makes responses.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/errleak/default/store"
)

func main() {
	e := echo.New()
	e.GET("/", get)
	e.Start(":8080")
}

func get(c echo.Context) error {
	if err := os.Remove("x"); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, err.Error()) // want `^echo.NewHTTPError sends err.Error\(\) of os.Remove with status 500`
	}
	if err := os.Remove("x"); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, fmt.Sprintf("remove: %v", err)).SetInternal(err) // want `sends the text of err of os.Remove with status 500`
	}
	if err := os.Remove("x"); err != nil {
		return &echo.HTTPError{Code: 500, Message: err.Error()} // want `^echo.HTTPError sends err.Error\(\) of os.Remove with status 500`
	}
	if err := load(); err != nil {
		return fail(500, err) // want `^fail sends the text of err of load with status 500`
	}
	return nil
}

func load() error {
	if err := os.Remove("x"); err != nil {
		return echo.NewHTTPError(500, err.Error()) // want `^echo.NewHTTPError sends err.Error\(\) of os.Remove with status 500`
	}
	return nil
}

func fail(code int, err error) error {
	return echo.NewHTTPError(code, "failed: "+err.Error())
}

func okInternal(c echo.Context) error {
	if err := os.Remove("x"); err != nil {
		return echo.NewHTTPError(500, "try again").SetInternal(err)
	}
	if err := os.Remove("x"); err != nil {
		return echo.NewHTTPError(500).WithInternal(err)
	}
	if err := os.Remove("x"); err != nil {
		return &echo.HTTPError{Code: 500, Message: "try again", Internal: err}
	}
	if err := os.Remove("x"); err != nil {
		return echo.NewHTTPError(400, err.Error())
	}
	if err := os.Remove("x"); err != nil {
		return fail(404, err)
	}
	if err := store.Check("x"); err != nil {
		return echo.NewHTTPError(500, err.Error())
	}
	// The default handler says "Internal Server Error" of it.
	return os.Remove("x")
}

func okSentinel(c echo.Context) error {
	return echo.NewHTTPError(503, errBusy.Error())
}

var errBusy = errors.New("busy")
