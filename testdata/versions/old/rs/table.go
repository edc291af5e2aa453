// Package rs holds configurations of rs/cors v1.10.1, each with what came of running it. The rows of cors.csv
// become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package rs

import (
	"net/http"

	rscors "github.com/rs/cors"
)

type mw = func(http.Handler) http.Handler

type s = []string

func yes(string) bool { return true }

func no(string) bool { return false }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() mw {
	return rscors.AllowAll().Handler
}

// Row02: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row02() mw {
	return rscors.New(rscors.Options{AllowCredentials: true}).Handler
}

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*"}}).Handler
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*"}, AllowCredentials: true}).Handler
}

// Row05: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row05() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://trusted.com", "*"}, AllowCredentials: true}).Handler
}

// Row06: any site can send requests with the user's cookies and read the answers.
func Row06() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://*"}, AllowCredentials: true}).Handler
}

// Row07: https://trusted.com gets in, strangers do not.
func Row07() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://trusted.com"}, AllowCredentials: true}).Handler
}

// Row08: any site can send requests with the user's cookies and read the answers.
func Row08() mw {
	return rscors.New(rscors.Options{AllowOriginFunc: yes, AllowCredentials: true}).Handler
}

// Row09: any site can send requests with the user's cookies and read the answers.
func Row09() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"https://trusted.com"}, AllowOriginFunc: yes, AllowCredentials: true}).Handler
}

// Row10: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row10() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*"}, AllowOriginFunc: yes, AllowCredentials: true}).Handler
}

// Row11: nobody gets in.
func Row11() mw {
	return rscors.New(rscors.Options{AllowedOrigins: s{"*"}, AllowOriginFunc: no, AllowCredentials: true}).Handler
}
