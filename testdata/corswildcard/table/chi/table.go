// Package chi holds configurations of go-chi/cors v1.2.2, each with what came of running it. The rows of
// cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package chi

import (
	"net/http"
	"strings"

	chicors "github.com/go-chi/cors"
)

type mw = func(http.Handler) http.Handler

type s = []string

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() mw {
	return chicors.AllowAll().Handler
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() mw {
	return chicors.Handler(chicors.Options{})
}

// Row03: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row03() mw {
	return chicors.Handler(chicors.Options{AllowCredentials: true})
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{}, AllowCredentials: true})
}

// Row05: nobody gets in.
func Row05() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: strings.Split("", ","), AllowCredentials: true})
}

// Row06: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row06() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"*"}})
}

// Row07: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row07() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"*"}, AllowCredentials: true})
}

// Row08: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row08() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"https://*", "http://*"}})
}

// Row09: any site can send requests with the user's cookies and read the answers.
func Row09() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"https://*", "http://*"}, AllowCredentials: true})
}

// Row10: any site can send requests with the user's cookies and read the answers.
func Row10() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"http*"}, AllowCredentials: true})
}

// Row11: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials,
// https://other.com with credentials.
func Row11() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"*.com"}, AllowCredentials: true})
}

// Row12: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials.
func Row12() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"*trusted.com"}, AllowCredentials: true})
}

// Row13: strangers get in: https://trusted.com.evil.example with credentials.
func Row13() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"https://trusted.com*"}, AllowCredentials: true})
}

// Row14: subdomains of trusted.com get in, strangers do not.
func Row14() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"https://*.trusted.com"}, AllowCredentials: true})
}

// Row15: https://trusted.com gets in, strangers do not.
func Row15() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row16: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row16() mw {
	return chicors.Handler(chicors.Options{AllowOriginFunc: func(*http.Request, string) bool { return true }})
}

// Row17: any site can send requests with the user's cookies and read the answers.
func Row17() mw {
	return chicors.Handler(chicors.Options{AllowOriginFunc: func(*http.Request, string) bool { return true }, AllowCredentials: true})
}

// Row18: any site can send requests with the user's cookies and read the answers.
func Row18() mw {
	return chicors.Handler(chicors.Options{AllowedOrigins: s{"https://trusted.com"}, AllowOriginFunc: func(*http.Request, string) bool { return true }, AllowCredentials: true})
}
