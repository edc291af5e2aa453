// Package echo4 has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package echo4

import (
	"time"

	echo4 "github.com/labstack/echo/v4"
	echo4mw "github.com/labstack/echo/v4/middleware"
)

// Central: HTTPErrorHandler, Recover, BodyLimit, Timeout, BasicAuth.
func Central() error {
	e := echo4.New()
	e.HTTPErrorHandler = central
	e.Use(echo4mw.Recover(), echo4mw.BodyLimit("1K"))
	e.GET("/err", get)
	e.GET("/slow", get, echo4mw.TimeoutWithConfig(echo4mw.TimeoutConfig{Timeout: 20 * time.Millisecond}))
	e.Group("/api", func(n echo4.HandlerFunc) echo4.HandlerFunc { return n })
	e.Static("/static", "nonexistent")
	return e.Start(":8080")
}

// Default has what the table calls its defaults.
func Default() error {
	e := echo4.New()
	e.Use(echo4mw.Recover(), echo4mw.BodyLimit("1K"))
	e.GET("/x", get)
	return e.Start(":8080")
}
