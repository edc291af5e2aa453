package runners

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
)

// Row054: NewGaugeFunc callback during Gather: runs in the caller; the panic is the caller's again, where a
// server recovers it.
func Row054(http.ResponseWriter, *http.Request) {
	r := prometheus.NewRegistry()
	r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "a"}, func() float64 { panic(errBoom) }))
	_, _ = r.Gather()
}

// Row055: Collector.Collect method during Gather (its own goroutine): recovered into Gather's error since
// v1.24.0 (earlier versions: process dies), see version_matrix.csv; the process goes on.
func Row055(http.ResponseWriter, *http.Request) {
	r := prometheus.NewRegistry()
	r.MustRegister(collector{})
	_, _ = r.Gather()
}
