package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	"github.com/valyala/fasthttp"
)

// Row106: Server handler; the process ends.
func Row106(http.ResponseWriter, *http.Request) *probe.Server {
	ln := probe.Listen()
	go func() {
		_ = fasthttp.Serve(ln, func(c *fasthttp.RequestCtx) {
			if string(c.Path()) == "/x" {
				boom()
			}
		})
	}()
	return probe.Started(ln.Addr().String(), func() {})
}

// Row107: TimeoutHandler around a panicking handler; the process ends.
func Row107(http.ResponseWriter, *http.Request) *probe.Server {
	ln := probe.Listen()
	go func() {
		_ = fasthttp.Serve(ln, fasthttp.TimeoutHandler(func(c *fasthttp.RequestCtx) {
			if string(c.Path()) == "/x" {
				boom()
			}
		}, time.Second, "timeout"))
	}()
	return probe.Started(ln.Addr().String(), func() {})
}
