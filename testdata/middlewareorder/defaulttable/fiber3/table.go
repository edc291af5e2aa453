// Package fiber3 has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package fiber3

import (
	"time"

	fiber3 "github.com/gofiber/fiber/v3"
	f3rec "github.com/gofiber/fiber/v3/middleware/recover"
	f3to "github.com/gofiber/fiber/v3/middleware/timeout"
)

// Central: Config.ErrorHandler, recover, BodyLimit, timeout, basicauth.
func Central() error {
	a := fiber3.New(fiber3.Config{BodyLimit: 1000, ErrorHandler: central})
	a.Use(f3rec.New())
	a.Get("/err", get)
	a.Get("/slow", f3to.New(get, f3to.Config{Timeout: 20 * time.Millisecond}))
	a.Group("/api", func(c fiber3.Ctx) error { return c.Next() })
	return a.Listen(":8080")
}

// Default has what the table calls its defaults.
func Default() error {
	a := fiber3.New()
	a.Use(f3rec.New())
	a.Get("/x", get)
	return a.Listen(":8080")
}
