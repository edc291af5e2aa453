package answers

import (
	"net/http"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// Row001: no recovery; panic("secret-dsn"): no response: EOF.
func Row001() *probe.Server {
	return probe.HTTP(stdMux())
}

// Row002: no recovery; panic(errors.New("secret-dsn")): no response: EOF.
func Row002() *probe.Server {
	return probe.HTTP(stdMux())
}

// Row003: no recovery; panic(http.ErrAbortHandler): no response: EOF.
func Row003() *probe.Server {
	return probe.HTTP(stdMux())
}

// Row007: hand-written recovery outermost; panic("secret-dsn"): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row007() *probe.Server {
	return probe.HTTP(recoverMW(stdMux()))
}

// Row008: hand-written recovery outermost; panic(errors.New("secret-dsn")): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row008() *probe.Server {
	return probe.HTTP(recoverMW(stdMux()))
}

// Row009: hand-written recovery outermost; panic(http.ErrAbortHandler): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row009() *probe.Server {
	return probe.HTTP(recoverMW(stdMux()))
}

// Row013: logger outside recovery; panic("secret-dsn"): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row013() *probe.Server {
	return probe.HTTP(logger(recoverMW(stdMux())))
}

// Row014: logger inside recovery; panic("secret-dsn"): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row014() *probe.Server {
	return probe.HTTP(recoverMW(logger(stdMux())))
}

// Row015: deferred logger inside recovery; panic("secret-dsn"): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row015() *probe.Server {
	return probe.HTTP(recoverMW(deferLogger(stdMux())))
}

// Row016: http.TimeoutHandler, no recovery; panic("secret-dsn"): no response: EOF.
func Row016() *probe.Server {
	return probe.HTTP(http.TimeoutHandler(stdMux(), time.Second, ""))
}

// Row017: http.TimeoutHandler, no recovery; panic(http.ErrAbortHandler): no response: EOF.
func Row017() *probe.Server {
	return probe.HTTP(http.TimeoutHandler(stdMux(), time.Second, ""))
}

// Row018: recovery outside TimeoutHandler; panic("secret-dsn"): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row018() *probe.Server {
	return probe.HTTP(recoverMW(http.TimeoutHandler(stdMux(), time.Second, "")))
}

// Row019: recovery outside TimeoutHandler; panic(http.ErrAbortHandler): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row019() *probe.Server {
	return probe.HTTP(recoverMW(http.TimeoutHandler(stdMux(), time.Second, "")))
}

// Row020: TimeoutHandler outside recovery; panic("secret-dsn"): 500 [text/plain; charset=utf-8]
// "{\"error\":\"internal\"}\n".
func Row020() *probe.Server {
	return probe.HTTP(http.TimeoutHandler(recoverMW(stdMux()), time.Second, ""))
}
