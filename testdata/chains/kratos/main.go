// Command kratos has a server as its layout makes it, and the function that is
// generated of a service.
package main

import (
	"net/http"
	"os"

	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/log"
	"github.com/go-kratos/kratos/v2/middleware/logging"
	"github.com/go-kratos/kratos/v2/middleware/recovery"
	khttp "github.com/go-kratos/kratos/v2/transport/http"
	"github.com/gorilla/handlers"
)

func registerGreeterHTTPServer(s *khttp.Server) {
	r := s.Route("/")
	r.GET("/helloworld/{name}", hello())
	r.Group("/admin", handlers.ProxyHeaders).POST("/reset", hello(), handlers.CompressHandler)
}

func hello() func(khttp.Context) error {
	return func(c khttp.Context) error { return c.String(http.StatusOK, "hello") }
}

func newHTTPServer(addr string, logger log.Logger) *khttp.Server {
	opts := []khttp.ServerOption{
		khttp.Middleware(recovery.Recovery(), logging.Server(logger)),
		khttp.Filter(handlers.CORS(handlers.AllowedOrigins([]string{"https://example.com"}))),
		khttp.ErrorEncoder(khttp.DefaultErrorEncoder),
	}
	if addr != "" {
		opts = append(opts, khttp.Address(addr))
	}
	srv := khttp.NewServer(opts...)
	registerGreeterHTTPServer(srv)
	srv.HandlePrefix("/static/", http.FileServer(http.Dir("static")))
	return srv
}

func main() {
	app := kratos.New(kratos.Server(newHTTPServer(":8000", log.NewStdLogger(os.Stdout))))
	if err := app.Run(); err != nil {
		panic(err)
	}
}
