// Package fiberv2 holds configurations of fiber/v2 middleware/cors v2.52.2, each with what came of running
// it. The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package fiberv2

import (
	fiber2 "github.com/gofiber/fiber/v2"
	fiber2cors "github.com/gofiber/fiber/v2/middleware/cors"
)

func yes(string) bool { return true }

func no(string) bool { return false }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() fiber2.Handler {
	return fiber2cors.New()
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() fiber2.Handler {
	return fiber2cors.New(fiber2cors.ConfigDefault)
}

// Row03: it does not start: it panics: [CORS] Insecure setup, 'AllowCredentials' is set to true, and
// 'AllowOrigins' is set to a wildcard..
func Row03() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowCredentials: true})
}

// Row04: it does not start: it panics: [CORS] Insecure setup, 'AllowCredentials' is set to true, and
// 'AllowOrigins' is set to a wildcard..
func Row04() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "*", AllowCredentials: true})
}

// Row05: it does not start: it panics: [CORS] Invalid origin provided in configuration.
func Row05() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com, *"})
}

// Row06: it does not start: it panics: [CORS] Invalid origin provided in configuration.
func Row06() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com, *", AllowCredentials: true})
}

// Row07: nobody gets in.
func Row07() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://*", AllowCredentials: true})
}

// Row08: strangers get in: https://eviltrusted.com with credentials, https://trustedxcom with credentials,
// http://trusted.com with credentials, https://other.com with credentials.
func Row08() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://*.com", AllowCredentials: true})
}

// Row09: strangers get in: https://eviltrusted.com with credentials.
func Row09() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://*.trusted.com", AllowCredentials: true})
}

// Row10: https://trusted.com gets in, strangers do not.
func Row10() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com", AllowCredentials: true})
}

// Row11: any site can send requests with the user's cookies and read the answers.
func Row11() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOriginsFunc: yes, AllowCredentials: true})
}

// Row12: nobody gets in.
func Row12() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOriginsFunc: no, AllowCredentials: true})
}

// Row13: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row13() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "*", AllowOriginsFunc: no})
}

// Row14: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row14() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "*", AllowOriginsFunc: yes})
}

// Row15: any site can send requests with the user's cookies and read the answers.
func Row15() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com", AllowOriginsFunc: yes, AllowCredentials: true})
}

// Row16: it does not start: it panics: [CORS] Invalid origin provided in configuration.
func Row16() fiber2.Handler {
	return fiber2cors.New(fiber2cors.Config{AllowOrigins: "https://trusted.com, *", AllowOriginsFunc: yes})
}
