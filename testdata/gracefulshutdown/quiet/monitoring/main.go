// nopeMonitoring: metrics, health checks and profiles only.
package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func main() {
	go http.ListenAndServe(":6060", nil)
	go http.ListenAndServe(":9100", promhttp.Handler())
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	mux.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	srv := &http.Server{Addr: ":9101", Handler: mux}
	go srv.ListenAndServe()
	work()
	log.Print("done")
}

func work() {}
