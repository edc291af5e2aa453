// Package chi holds configurations of go-chi/cors v1.0.1, each with what came of running it. The rows of
// cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package chi

import (
	"net/http"

	chicors "github.com/go-chi/cors"
)

type mw = func(http.Handler) http.Handler

type s = []string

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row01() mw {
	return chicors.New(chicors.Options{}).Handler
}

// Row02: any site can send requests with the user's cookies and read the answers.
func Row02() mw {
	return chicors.New(chicors.Options{AllowCredentials: true}).Handler
}

// Row03: any site can send requests with the user's cookies and read the answers.
func Row03() mw {
	return chicors.New(chicors.Options{AllowedOrigins: s{"*"}, AllowCredentials: true}).Handler
}

// Row04: any site can send requests with the user's cookies and read the answers.
func Row04() mw {
	return chicors.New(chicors.Options{AllowedOrigins: s{"https://trusted.com", "*"}, AllowCredentials: true}).Handler
}

// Row05: https://trusted.com gets in, strangers do not.
func Row05() mw {
	return chicors.New(chicors.Options{AllowedOrigins: s{"https://trusted.com"}, AllowCredentials: true}).Handler
}

// Row06: any site can send requests with the user's cookies and read the answers.
func Row06() mw {
	return chicors.New(chicors.Options{AllowOriginFunc: func(*http.Request, string) bool { return true }, AllowCredentials: true}).Handler
}

// Row07: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row07() mw {
	return chicors.New(chicors.Options{AllowOriginFunc: func(*http.Request, string) bool { return true }}).Handler
}

// Row08: nobody gets in.
func Row08() mw {
	return chicors.New(chicors.Options{AllowOriginFunc: func(*http.Request, string) bool { return false }}).Handler
}

// Row09: any site can send requests with the user's cookies and read the answers.
func Row09() mw {
	return chicors.New(chicors.Options{AllowedOrigins: s{"*"}, AllowOriginFunc: func(*http.Request, string) bool { return true }, AllowCredentials: true}).Handler
}
