// Package echov3 holds configurations of echo/v3 middleware.CORS v3.3.10+incompatible, each with what came of
// running it. The rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package echov3

import (
	echo3 "github.com/labstack/echo"
	echo3mw "github.com/labstack/echo/middleware"
)

type s = []string

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() echo3.MiddlewareFunc {
	return echo3mw.CORS()
}

// Row02: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row02() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.DefaultCORSConfig)
}

// Row03: any site can send requests with the user's cookies and read the answers.
func Row03() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowCredentials: true})
}

// Row04: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row04() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"*"}})
}

// Row05: any site can send requests with the user's cookies and read the answers.
func Row05() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row06: any site can send requests with the user's cookies and read the answers.
func Row06() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"https://trusted.com", "*"}, AllowCredentials: true})
}

// Row07: nobody gets in.
func Row07() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row08: nobody gets in.
func Row08() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"http*"}, AllowCredentials: true})
}

// Row09: nobody gets in.
func Row09() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"*.com"}, AllowCredentials: true})
}

// Row10: nobody gets in.
func Row10() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"https://*.com"}, AllowCredentials: true})
}

// Row11: nobody gets in.
func Row11() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"*trusted.com"}, AllowCredentials: true})
}

// Row12: nobody gets in.
func Row12() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"https://trusted?com"}, AllowCredentials: true})
}

// Row13: nobody gets in.
func Row13() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true})
}

// Row14: https://trusted.com gets in, strangers do not.
func Row14() echo3.MiddlewareFunc {
	return echo3mw.CORSWithConfig(echo3mw.CORSConfig{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row15: any site can send requests with the user's cookies and read the answers.
func Row15() echo3.MiddlewareFunc {
	c := echo3mw.DefaultCORSConfig
	c.AllowCredentials = true
	return echo3mw.CORSWithConfig(c)
}
