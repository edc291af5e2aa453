// Package fiber2 has the routers of the tables of what is answered by default, with the handlers of a service
// that has an envelope. The servers of defaulttable_test.go become this file: go test
// ./analyzers/middlewareorder -run DefaultTableFixtures -update.
package fiber2

import (
	"time"

	fiber2 "github.com/gofiber/fiber/v2"
	f2rec "github.com/gofiber/fiber/v2/middleware/recover"
	f2to "github.com/gofiber/fiber/v2/middleware/timeout"
)

// Central: Config.ErrorHandler, recover, BodyLimit, timeout, basicauth.
func Central() error {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true, BodyLimit: 1000, ErrorHandler: central})
	a.Use(f2rec.New())
	a.Get("/err", get)
	a.Get("/slow", f2to.NewWithContext(get, 20*time.Millisecond))
	a.Group("/api", func(c *fiber2.Ctx) error { return c.Next() })
	return a.Listen(":8080")
}

// Default has what the table calls its defaults.
func Default() error {
	a := fiber2.New()
	a.Use(f2rec.New())
	a.Get("/x", get)
	return a.Listen(":8080")
}
