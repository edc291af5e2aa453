package answers

import (
	"example.com/fixtures/goroutinerecover/table/probe"
	fiber2 "github.com/gofiber/fiber/v2"
	fiber2rec "github.com/gofiber/fiber/v2/middleware/recover"
)

// Row116: fiber.New(): no recovery; panic("secret-dsn"): no response: EOF.
func Row116() *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	fiber2Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row117: fiber.New(): no recovery; panic(http.ErrAbortHandler): no response: EOF.
func Row117() *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	fiber2Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row119: recover.New() first; panic("secret-dsn"): 500 [text/plain; charset=utf-8] "secret-dsn".
func Row119() *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	a.Use(fiber2rec.New())
	fiber2Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row120: recover.New() first; panic(errors.New("secret-dsn")): 500 [text/plain; charset=utf-8] "secret-dsn".
func Row120() *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	a.Use(fiber2rec.New())
	fiber2Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row121: recover.New() first; panic(http.ErrAbortHandler): 500 [text/plain; charset=utf-8] "net/http: abort
// Handler".
func Row121() *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	a.Use(fiber2rec.New())
	fiber2Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row126: logger, then recover: the error handler has not run yet when the logger runs; panic("secret-dsn"):
// 500 [text/plain; charset=utf-8] "secret-dsn".
func Row126() *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	a.Use(log2, fiber2rec.New())
	fiber2Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row127: recover, then logger; panic("secret-dsn"): 500 [text/plain; charset=utf-8] "secret-dsn".
func Row127() *probe.Server {
	a := fiber2.New(fiber2.Config{DisableStartupMessage: true})
	a.Use(fiber2rec.New(), log2)
	fiber2Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}
