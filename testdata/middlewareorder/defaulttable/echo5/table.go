// Package echo5 has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package echo5

import (
	"time"

	echo5 "github.com/labstack/echo/v5"
	echo5mw "github.com/labstack/echo/v5/middleware"
)

// Central: HTTPErrorHandler, Recover, BodyLimit, ContextTimeout, BasicAuth.
func Central() error {
	e := echo5.New()
	e.HTTPErrorHandler = central
	e.Use(echo5mw.Recover(), echo5mw.BodyLimit(1000))
	e.GET("/err", get)
	e.GET("/slow", get, echo5mw.ContextTimeout(20*time.Millisecond))
	return e.Start(":8080")
}

// Default has what the table calls its defaults.
func Default() error {
	e := echo5.New()
	e.Use(echo5mw.Recover(), echo5mw.BodyLimit(1000))
	e.GET("/x", get)
	return e.Start(":8080")
}
