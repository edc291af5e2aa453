// nopeMetrics: routers with nothing but metrics and health checks.
package main

import (
	"log"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

type metrics struct{ token string }

func main() {
	m := &metrics{}
	go m.serve()
	r := gin.New()
	r.GET("/healthz", func(*gin.Context) {})
	r.GET("/m", gin.WrapH(promhttp.Handler()))
	log.Print(r.Run(":9090"))
}

func (m *metrics) serve() error {
	l, err := net.Listen("tcp", ":9100")
	if err != nil {
		return err
	}
	srv := http.Server{Handler: m.handler()}
	return srv.Serve(l)
}

func (m *metrics) handler() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Get("/metrics", promhttp.Handler().ServeHTTP)
	log.Print("see /metrics")
	return r
}
