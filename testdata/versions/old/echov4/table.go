// Package echov4 holds configurations of echo/v4 middleware.CORS v4.10.1, each with what came of running it.
// The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package echov4

import (
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

// Row03: any site can send requests with the user's cookies and read the answers.
func Row03() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowCredentials: true})
}

// Row04: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row04() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*"}})
}

// Row05: any site can send requests with the user's cookies and read the answers.
func Row05() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row06: any site can send requests with the user's cookies and read the answers.
func Row06() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted.com", "*"}, AllowCredentials: true})
}

// Row07: any site can send requests with the user's cookies and read the answers.
func Row07() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row08: any site can send requests with the user's cookies and read the answers.
func Row08() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"http*"}, AllowCredentials: true})
}

// Row09: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials,
// https://other.com with credentials.
func Row09() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*.com"}, AllowCredentials: true})
}

// Row10: strangers get in: https://eviltrusted.com with credentials, https://other.com with credentials.
func Row10() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://*.com"}, AllowCredentials: true})
}

// Row11: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials.
func Row11() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"*trusted.com"}, AllowCredentials: true})
}

// Row12: strangers get in: https://trustedxcom with credentials.
func Row12() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted?com"}, AllowCredentials: true})
}

// Row13: subdomains of trusted.com get in, strangers do not.
func Row13() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true})
}

// Row14: https://trusted.com gets in, strangers do not.
func Row14() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row15: any site can send requests with the user's cookies and read the answers.
func Row15() echo4.MiddlewareFunc {
	c := echo4mw.DefaultCORSConfig
	c.AllowCredentials = true
	return echo4mw.CORSWithConfig(c)
}

// Row16: any site can send requests with the user's cookies and read the answers.
func Row16() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOriginFunc: func(string) (bool, error) { return true, nil }, AllowCredentials: true})
}

// Row17: any site can send requests with the user's cookies and read the answers.
func Row17() echo4.MiddlewareFunc {
	return echo4mw.CORSWithConfig(echo4mw.CORSConfig{AllowOrigins: s{"https://trusted.com"}, AllowOriginFunc: func(string) (bool, error) { return true, nil }, AllowCredentials: true})
}
