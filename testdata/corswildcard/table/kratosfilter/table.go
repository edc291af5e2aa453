// Package kratosfilter holds configurations of kratos http.Filter(gorilla CORS) v2.8.3, each with what came
// of running it. The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures
// -update.
package kratosfilter

import (
	"net/http"

	kratos "github.com/go-kratos/kratos/v2/transport/http"
	"github.com/gorilla/handlers"
)

type mw = func(http.Handler) http.Handler

type s = []string

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() mw {
	return func(h http.Handler) http.Handler {
		srv := kratos.NewServer(kratos.Filter(handlers.CORS(handlers.AllowedOrigins(s{"*"}))))
		srv.Handle("/x", h)
		return srv
	}
}
