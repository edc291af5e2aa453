package runners

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"time"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// Row016: (*Server).RegisterOnShutdown; the process ends.
func Row016(http.ResponseWriter, *http.Request) {
	s := &http.Server{Handler: http.NotFoundHandler()}
	s.RegisterOnShutdown(boom)
	_ = s.Shutdown(context.Background())
}

// Row017: Server.Handler; the process goes on.
func Row017(http.ResponseWriter, *http.Request) *probe.Server {
	return probe.HTTP(h(boom))
}

// Row018: goroutine started in a handler, recovery middleware around; the process ends.
func Row018(http.ResponseWriter, *http.Request) *probe.Server {
	return probe.HTTP(rec(h(func() { go boom(); time.Sleep(100 * time.Millisecond) })))
}

// Row019: TimeoutHandler around a panicking handler; the process goes on.
func Row019(http.ResponseWriter, *http.Request) *probe.Server {
	return probe.HTTP(http.TimeoutHandler(h(boom), time.Second, ""))
}

// Row020: TimeoutHandler, the handler panics AFTER the timeout; the process goes on.
func Row020(http.ResponseWriter, *http.Request) *probe.Server {
	return probe.HTTP(http.TimeoutHandler(h(func() { time.Sleep(100 * time.Millisecond); boom() }), 20*time.Millisecond, ""))
}

// Row021: Server.ConnState hook, StateNew; the process ends.
func Row021(http.ResponseWriter, *http.Request) *probe.Server {
	return hooked(func(s *http.Server) {
		s.ConnState = func(_ net.Conn, st http.ConnState) {
			if st == http.StateNew && armed.Load() {
				boom()
			}
		}
	})
}

// Row022: Server.ConnState hook, StateActive; the process goes on.
func Row022(http.ResponseWriter, *http.Request) *probe.Server {
	return hooked(func(s *http.Server) {
		s.ConnState = func(_ net.Conn, st http.ConnState) {
			if st == http.StateActive && armed.Load() {
				boom()
			}
		}
	})
}

// Row023: Server.ConnContext; the process ends.
func Row023(http.ResponseWriter, *http.Request) *probe.Server {
	return hooked(func(s *http.Server) {
		s.ConnContext = func(ctx context.Context, _ net.Conn) context.Context {
			if armed.Load() {
				boom()
			}
			return ctx
		}
	})
}

// Row025: Transport.DialContext (dials in its own goroutine); the process ends.
func Row025(http.ResponseWriter, *http.Request) {
	c := http.Client{Transport: &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { panic(errBoom) }}}
	_, _ = c.Get("http://127.0.0.1:1/")
}

// Row026: Client.CheckRedirect (runs in the caller); the panic is the caller's again, where a server recovers
// it.
func Row026(http.ResponseWriter, *http.Request) {
	up := httptest.NewServer(http.RedirectHandler("/y", 302))
	c := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { panic(errBoom) }}
	_, _ = c.Get(up.URL)
}
