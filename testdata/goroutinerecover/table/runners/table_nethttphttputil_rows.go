package runners

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"

	"example.com/fixtures/goroutinerecover/table/probe"
)

// Row024: ReverseProxy.ModifyResponse; the process goes on.
func Row024(http.ResponseWriter, *http.Request) *probe.Server {
	up := httptest.NewServer(h(func() {}))
	return probe.HTTP(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.Out.URL.Scheme = "http"
		r.Out.URL.Host = up.Listener.Addr().String()
	}, ModifyResponse: func(*http.Response) error { panic(errBoom) }})
}
