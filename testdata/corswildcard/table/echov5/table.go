// Package echov5 holds configurations of echo/v5 middleware.CORS v5.3.1, each with what came of running it.
// The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package echov5

import (
	"strings"

	echo5 "github.com/labstack/echo/v5"
	echo5mw "github.com/labstack/echo/v5/middleware"
)

type s = []string

// Row01: it does not start: it panics: at least one AllowOrigins is required or UnsafeAllowOriginFunc must be
// provided.
func Row01() echo5.MiddlewareFunc {
	return echo5mw.CORS()
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() echo5.MiddlewareFunc {
	return echo5mw.CORS("*")
}

// Row03: https://trusted.com gets in, strangers do not.
func Row03() echo5.MiddlewareFunc {
	return echo5mw.CORS("https://trusted.com")
}

// Row04: it does not start: it panics: at least one AllowOrigins is required or UnsafeAllowOriginFunc must be
// provided.
func Row04() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{})
}

// Row05: it does not start: it panics: at least one AllowOrigins is required or UnsafeAllowOriginFunc must be
// provided.
func Row05() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: s{}, AllowCredentials: true})
}

// Row06: it does not start: it panics: allow origin is missing scheme or host:.
func Row06() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: strings.Split("", ","), AllowCredentials: true})
}

// Row07: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row07() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: s{"*"}})
}

// Row08: it does not start: it panics: * as allowed origin and AllowCredentials=true is insecure and not
// allowed. Use custom UnsafeAllowOriginFunc.
func Row08() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row09: it does not start: it panics: * as allowed origin and AllowCredentials=true is insecure and not
// allowed. Use custom UnsafeAllowOriginFunc.
func Row09() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: s{"https://trusted.com", "*"}, AllowCredentials: true})
}

// Row10: nobody gets in.
func Row10() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row11: nobody gets in.
func Row11() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true})
}

// Row12: https://trusted.com gets in, strangers do not.
func Row12() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row13: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row13() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{UnsafeAllowOriginFunc: func(_ *echo5.Context, o string) (string, bool, error) { return o, true, nil }})
}

// Row14: any site can send requests with the user's cookies and read the answers.
func Row14() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{UnsafeAllowOriginFunc: func(_ *echo5.Context, o string) (string, bool, error) { return o, true, nil }, AllowCredentials: true})
}

// Row15: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row15() echo5.MiddlewareFunc {
	return echo5mw.CORSWithConfig(echo5mw.CORSConfig{UnsafeAllowOriginFunc: func(*echo5.Context, string) (string, bool, error) { return "*", true, nil }, AllowCredentials: true})
}
