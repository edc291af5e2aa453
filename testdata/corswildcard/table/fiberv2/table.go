// Package fiberv2 holds configurations of fiber/v2 middleware/cors v2.52.15, each with what came of running
// it. The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package fiberv2

import (
	fiber2 "github.com/gofiber/fiber/v2"
	fiber2cors "github.com/gofiber/fiber/v2/middleware/cors"
)

func yes(string) bool { return true }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() fiber2.Handler {
	return fiber2cors.New()
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() fiber2.Handler {
	return fiber2cors.New(fiber2cors.ConfigDefault)
}

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{})
}

// Row04: it does not start: it panics: [CORS] Insecure setup, 'AllowCredentials' is set to true, and
// 'AllowOrigins' is set to a wildcard..
func Row04() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowCredentials: true})
}

// Row05: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row05() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "*"})
}

// Row06: it does not start: it panics: [CORS] Insecure setup, 'AllowCredentials' is set to true, and
// 'AllowOrigins' is set to a wildcard..
func Row06() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "*", AllowCredentials: true})
}

// Row07: it does not start: it panics: [CORS] Invalid origin format in configuration: *.
func Row07() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com, *"})
}

// Row08: it does not start: it panics: [CORS] Invalid origin format in configuration: https://*.
func Row08() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://*", AllowCredentials: true})
}

// Row09: strangers get in: https://eviltrusted.com with credentials, https://other.com with credentials.
func Row09() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://*.com", AllowCredentials: true})
}

// Row10: subdomains of trusted.com get in, strangers do not.
func Row10() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://*.trusted.com", AllowCredentials: true})
}

// Row11: https://trusted.com gets in, strangers do not.
func Row11() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com", AllowCredentials: true})
}

// Row12: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row12() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOriginsFunc: yes})
}

// Row13: any site can send requests with the user's cookies and read the answers.
func Row13() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOriginsFunc: func(string) bool { return true }, AllowCredentials: true})
}

// Row14: any site can send requests with the user's cookies and read the answers.
func Row14() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com", AllowOriginsFunc: yes, AllowCredentials: true})
}
