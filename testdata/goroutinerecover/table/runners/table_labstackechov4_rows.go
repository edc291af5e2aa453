package runners

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
	echo4mw "github.com/labstack/echo/v4/middleware"
)

// Row094: handler, no Recover; the process goes on.
func Row094(http.ResponseWriter, *http.Request) *probe.Server {
	return echoS(boom)
}

// Row095: go func in a handler, Recover; the process ends.
func Row095(http.ResponseWriter, *http.Request) *probe.Server {
	return echoS(goBoom, echo4mw.Recover())
}

// Row096: middleware.Timeout, handler panics AFTER the timeout, Recover outside; the process goes on.
func Row096(http.ResponseWriter, *http.Request) *probe.Server {
	return echoS(func() { time.Sleep(100 * time.Millisecond); boom() }, echo4mw.Recover(), echo4mw.TimeoutWithConfig(echo4mw.TimeoutConfig{Timeout: 20 * time.Millisecond}))
}
