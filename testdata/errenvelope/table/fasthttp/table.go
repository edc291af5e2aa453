// Package fasthttp holds what writes responses with github.com/valyala/fasthttp v1.69.0, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package fasthttp

import (
	"github.com/valyala/fasthttp"
)

// Row01: Error sends 418 with "one" as text/plain; charset=utf-8.
func Row01(c *fasthttp.RequestCtx) {
	c.Error("one", 418)
}

// Row02: SetStatusCode sends 418 without a body.
func Row02(c *fasthttp.RequestCtx) {
	c.SetStatusCode(418)
}

// Row03: SetBodyString sends 418 with "one" as text/plain; charset=utf-8.
func Row03(c *fasthttp.RequestCtx) {
	c.SetStatusCode(418)
	c.SetBodyString("one")
}

// Row04: SetBody sends 418 with "one" as text/plain; charset=utf-8.
func Row04(c *fasthttp.RequestCtx) {
	c.SetStatusCode(418)
	c.SetBody([]byte("one"))
}

// Row05: WriteString sends 418 with "one" as text/plain; charset=utf-8.
func Row05(c *fasthttp.RequestCtx) {
	c.SetStatusCode(418)
	_, _ = c.WriteString("one")
}

// Row06: TimeoutErrorWithCode sends 418 with "one" as text/plain; charset=utf-8.
func Row06(c *fasthttp.RequestCtx) {
	c.TimeoutErrorWithCode("one", 418)
}

// Row07: TimeoutError sends 408 with "one" as text/plain; charset=utf-8.
func Row07(c *fasthttp.RequestCtx) {
	c.TimeoutError("one")
}

// Row08: NotFound sends 404 with "404 Page not found" as text/plain; charset=utf-8.
func Row08(c *fasthttp.RequestCtx) {
	c.NotFound()
}
