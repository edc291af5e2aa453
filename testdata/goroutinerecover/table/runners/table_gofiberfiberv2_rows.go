package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	fiber2 "github.com/gofiber/fiber/v2"
	f2rec "github.com/gofiber/fiber/v2/middleware/recover"
	f2to "github.com/gofiber/fiber/v2/middleware/timeout"
)

// Row099: handler, no recover middleware; the process ends.
func Row099(http.ResponseWriter, *http.Request) *probe.Server {
	return fiber2S(func(*fiber2.Ctx) error { boom(); return nil })
}

// Row100: handler, recover middleware; the process goes on.
func Row100(http.ResponseWriter, *http.Request) *probe.Server {
	return fiber2S(func(*fiber2.Ctx) error { boom(); return nil }, f2rec.New())
}

// Row101: go func in a handler, recover middleware; the process ends.
func Row101(http.ResponseWriter, *http.Request) *probe.Server {
	return fiber2S(func(*fiber2.Ctx) error { goBoom(); return nil }, f2rec.New())
}

// Row102: timeout.NewWithContext handler, no recover middleware; the process ends.
func Row102(http.ResponseWriter, *http.Request) *probe.Server {
	return fiber2S(f2to.NewWithContext(func(*fiber2.Ctx) error { boom(); return nil }, time.Second))
}
