// Package gorilla holds configurations of gorilla/handlers CORS v1.3.0, each with what came of running it.
// The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package gorilla

import (
	"net/http"

	"github.com/gorilla/handlers"
)

type mw = func(http.Handler) http.Handler

type s = []string

func yes(string) bool { return true }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() mw {
	return handlers.CORS()
}

// Row02: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row02() mw {
	return handlers.CORS(handlers.AllowCredentials())
}

// Row03: nobody gets in.
func Row03() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{}), handlers.AllowCredentials())
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{"*"}), handlers.AllowCredentials())
}

// Row05: https://trusted.com gets in, strangers do not.
func Row05() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{"https://trusted.com"}), handlers.AllowCredentials())
}

// Row06: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row06() mw {
	return handlers.CORS(handlers.AllowedOriginValidator(yes), handlers.AllowCredentials())
}

// Row07: any site can send requests with the user's cookies and read the answers.
func Row07() mw {
	return handlers.CORS(handlers.AllowedOriginValidator(yes), handlers.AllowedOrigins(s{"https://trusted.com"}), handlers.AllowCredentials())
}
