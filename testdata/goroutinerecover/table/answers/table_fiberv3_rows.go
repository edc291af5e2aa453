package answers

import (
	"example.com/fixtures/goroutinerecover/table/probe"
	fiber3 "github.com/gofiber/fiber/v3"
	fiber3rec "github.com/gofiber/fiber/v3/middleware/recover"
)

// Row129: fiber.New(): no recovery; panic("secret-dsn"): no response: EOF.
func Row129() *probe.Server {
	a := fiber3.New()
	fiber3Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row130: fiber.New(): no recovery; panic(http.ErrAbortHandler): no response: EOF.
func Row130() *probe.Server {
	a := fiber3.New()
	fiber3Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row131: recover.New() first; panic("secret-dsn"): 500 [text/plain; charset=utf-8] "secret-dsn".
func Row131() *probe.Server {
	a := fiber3.New()
	a.Use(fiber3rec.New())
	fiber3Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row132: recover.New() first; panic(errors.New("secret-dsn")): 500 [text/plain; charset=utf-8] "secret-dsn".
func Row132() *probe.Server {
	a := fiber3.New()
	a.Use(fiber3rec.New())
	fiber3Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}

// Row133: recover.New() first; panic(http.ErrAbortHandler): 500 [text/plain; charset=utf-8] "net/http: abort
// Handler".
func Row133() *probe.Server {
	a := fiber3.New()
	a.Use(fiber3rec.New())
	fiber3Panics(a)
	return probe.Started("", func() { _ = a.Listen(":0") })
}
