// Package gorilla holds what writes responses with github.com/gorilla/handlers v1.5.2, each with what the
// client saw. The rows of error_writers.csv become this file: go test ./analyzers/errenvelope -run Fixtures
// -update.
package gorilla

import (
	"net/http"

	"github.com/gorilla/handlers"
)

// Row01: ContentTypeHandler sends 415 with "Unsupported content type \"\"; expected one of
// [\"application/json\"]" as text/plain; charset=utf-8.
func Row01(w http.ResponseWriter, r *http.Request) {
	r.Method = "POST"
	handlers.ContentTypeHandler(http.NotFoundHandler(), "application/json").ServeHTTP(w, r)
}

// Row02: ServeHTTP sends 405 with "Method not allowed" as text/plain; charset=utf-8.
func Row02(w http.ResponseWriter, r *http.Request) {
	handlers.MethodHandler{}.ServeHTTP(w, r)
}
