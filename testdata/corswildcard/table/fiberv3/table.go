// Package fiberv3 holds configurations of fiber/v3 middleware/cors v3.1.0, each with what came of running it.
// The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package fiberv3

import (
	"strings"

	fiber3 "github.com/gofiber/fiber/v3"
	fiber3cors "github.com/gofiber/fiber/v3/middleware/cors"
)

type s = []string

func yes(string) bool { return true }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() fiber3.Handler {
	return fiber3cors.New()
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() fiber3.Handler {
	return fiber3cors.New(fiber3cors.ConfigDefault)
}

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{})
}

// Row04: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row04() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{}})
}

// Row05: it does not start: it panics: [CORS] Configuration error: When 'AllowCredentials' is set to true,
// 'AllowOrigins' cannot contain a wildcard origin '*'. Please specify allowed origins explicit....
func Row05() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowCredentials: true})
}

// Row06: it does not start: it panics: [CORS] Invalid origin format in configuration: [redacted].
func Row06() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: strings.Split("", ",")})
}

// Row07: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row07() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"*"}})
}

// Row08: it does not start: it panics: [CORS] Configuration error: When 'AllowCredentials' is set to true,
// 'AllowOrigins' cannot contain a wildcard origin '*'. Please specify allowed origins explicit....
func Row08() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row09: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row09() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"https://trusted.com", "*"}})
}

// Row10: it does not start: it panics: [CORS] Invalid origin format in configuration: [redacted].
func Row10() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row11: strangers get in: https://eviltrusted.com with credentials, https://other.com with credentials.
func Row11() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"https://*.com"}, AllowCredentials: true})
}

// Row12: subdomains of trusted.com get in, strangers do not.
func Row12() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true})
}

// Row13: https://trusted.com gets in, strangers do not.
func Row13() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row14: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row14() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOriginsFunc: yes})
}

// Row15: any site can send requests with the user's cookies and read the answers.
func Row15() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOriginsFunc: func(string) bool { return true }, AllowCredentials: true})
}

// Row16: any site can send requests with the user's cookies and read the answers.
func Row16() fiber3.Handler {
	return fiber3cors.New(fiber3cors.Config{AllowOrigins: s{"https://trusted.com"}, AllowOriginsFunc: yes, AllowCredentials: true})
}
