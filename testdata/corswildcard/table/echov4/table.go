// Package echov4 holds configurations of echo/v4 middleware.CORS v4.16.0, each with what came of running it.
// The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package echov4

import (
	"strings"

	echo4 "github.com/labstack/echo/v4"
	echo4mw "github.com/labstack/echo/v4/middleware"
)

type s = []string

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() echo4.MiddlewareFunc {
	return echo4mw.CORS()
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.DefaultCORSConfig)
}

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{})
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowCredentials: true})
}

// Row05: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row05() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{}, AllowCredentials: true})
}

// Row06: nobody gets in.
func Row06() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: strings.Split("", ","), AllowCredentials: true})
}

// Row07: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row07() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*"}})
}

// Row08: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row08() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row09: any site can send requests with the user's cookies and read the answers.
func Row09() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*"}, AllowCredentials: true, UnsafeWildcardOriginWithAllowCredentials: true})
}

// Row10: any site can send requests with the user's cookies and read the answers.
func Row10() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowCredentials: true, UnsafeWildcardOriginWithAllowCredentials: true})
}

// Row11: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row11() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://*"}})
}

// Row12: any site can send requests with the user's cookies and read the answers.
func Row12() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row13: any site can send requests with the user's cookies and read the answers.
func Row13() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"http*"}, AllowCredentials: true})
}

// Row14: any site can send requests with the user's cookies and read the answers.
func Row14() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"**"}, AllowCredentials: true})
}

// Row15: any site can send requests with the user's cookies and read the answers.
func Row15() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*://*"}, AllowCredentials: true})
}

// Row16: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials,
// https://other.com with credentials.
func Row16() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*.com"}, AllowCredentials: true})
}

// Row17: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials.
func Row17() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*trusted.com"}, AllowCredentials: true})
}

// Row18: strangers get in: https://trusted.com.evil.example with credentials.
func Row18() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted.com*"}, AllowCredentials: true})
}

// Row19: strangers get in: https://trustedxcom with credentials.
func Row19() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted?com"}, AllowCredentials: true})
}

// Row20: subdomains of trusted.com get in, strangers do not.
func Row20() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true})
}

// Row21: https://trusted.com gets in, strangers do not.
func Row21() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row22: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row22() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOriginFunc: func(string) (bool, error) { return true, nil }})
}

// Row23: any site can send requests with the user's cookies and read the answers.
func Row23() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOriginFunc: func(string) (bool, error) { return true, nil }, AllowCredentials: true})
}

// Row24: any site can send requests with the user's cookies and read the answers.
func Row24() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted.com"}, AllowOriginFunc: func(string) (bool, error) { return true, nil }, AllowCredentials: true})
}
