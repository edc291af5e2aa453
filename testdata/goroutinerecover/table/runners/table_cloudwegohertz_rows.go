package runners

import (
	"net"
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	hserver "github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/network/standard"
)

// Row108: handler, server.New(), netpoll; the process goes on.
func Row108(http.ResponseWriter, *http.Request) *probe.Server {
	return hertzS(func(ln net.Listener) *hserver.Hertz { return hserver.New(hserver.WithListener(ln)) }, boom)
}

// Row109: handler, server.New(), standard transport; the process ends.
func Row109(http.ResponseWriter, *http.Request) *probe.Server {
	return hertzS(func(ln net.Listener) *hserver.Hertz {
		return hserver.New(hserver.WithListener(ln), hserver.WithTransport(standard.NewTransporter))
	}, boom)
}

// Row110: handler, server.Default(); the process goes on.
func Row110(http.ResponseWriter, *http.Request) *probe.Server {
	return hertzS(func(ln net.Listener) *hserver.Hertz { return hserver.Default(hserver.WithListener(ln)) }, boom)
}

// Row111: go func in a handler, server.Default(); the process ends.
func Row111(http.ResponseWriter, *http.Request) *probe.Server {
	return hertzS(func(ln net.Listener) *hserver.Hertz { return hserver.Default(hserver.WithListener(ln)) }, goBoom)
}
