package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	fiber3 "github.com/gofiber/fiber/v3"
	f3rec "github.com/gofiber/fiber/v3/middleware/recover"
	f3to "github.com/gofiber/fiber/v3/middleware/timeout"
)

// Row103: handler, no recover middleware; the process ends.
func Row103(http.ResponseWriter, *http.Request) *probe.Server {
	return fiber3S(func(fiber3.Ctx) error { boom(); return nil })
}

// Row104: handler, recover middleware; the process goes on.
func Row104(http.ResponseWriter, *http.Request) *probe.Server {
	return fiber3S(func(fiber3.Ctx) error { boom(); return nil }, f3rec.New())
}

// Row105: timeout.New handler, no recover middleware: recovered by the timeout middleware; the process goes
// on.
func Row105(http.ResponseWriter, *http.Request) *probe.Server {
	return fiber3S(f3to.New(func(fiber3.Ctx) error { boom(); return nil }, f3to.Config{Timeout: time.Second}))
}
