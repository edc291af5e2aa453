// Package gorilla holds configurations of gorilla/handlers CORS v1.5.2, each with what came of running it.
// The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package gorilla

import (
	"net/http"
	"strings"

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

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{}))
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{}), handlers.AllowCredentials())
}

// Row05: nobody gets in.
func Row05() mw {
	return handlers.CORS(handlers.AllowedOrigins(strings.Split("", ",")), handlers.AllowCredentials())
}

// Row06: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row06() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{"*"}))
}

// Row07: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row07() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{"*"}), handlers.AllowCredentials())
}

// Row08: nobody gets in.
func Row08() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{"https://*"}), handlers.AllowCredentials())
}

// Row09: https://trusted.com gets in, strangers do not.
func Row09() mw {
	return handlers.CORS(handlers.AllowedOrigins(s{"https://trusted.com"}), handlers.AllowCredentials())
}

// Row10: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row10() mw {
	return handlers.CORS(handlers.AllowedOriginValidator(yes))
}

// Row11: any site can send requests with the user's cookies and read the answers.
func Row11() mw {
	return handlers.CORS(handlers.AllowedOriginValidator(func(string) bool { return true }), handlers.AllowCredentials())
}

// Row12: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row12() mw {
	return handlers.CORS(handlers.AllowedOriginValidator(yes), handlers.AllowedOrigins(s{"*"}), handlers.AllowCredentials())
}

// Row13: any site can send requests with the user's cookies and read the answers.
func Row13() mw {
	return handlers.CORS(handlers.AllowedOriginValidator(yes), handlers.AllowedOrigins(s{"https://trusted.com"}), handlers.AllowCredentials())
}
