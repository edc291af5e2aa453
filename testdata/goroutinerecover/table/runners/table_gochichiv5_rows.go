package runners

import (
	"net/http"

	"example.com/fixtures/goroutinerecover/table/probe"
	chimw "github.com/go-chi/chi/v5/middleware"
)

// Row092: handler, no Recoverer; the process goes on.
func Row092(http.ResponseWriter, *http.Request) *probe.Server {
	return chiS(boom)
}

// Row093: go func in a handler, Recoverer; the process ends.
func Row093(http.ResponseWriter, *http.Request) *probe.Server {
	return chiS(goBoom, chimw.Recoverer)
}
