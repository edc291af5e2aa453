// Package gincors holds configurations of gin-contrib/cors v1.7.7, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package gincors

import (
	"strings"

	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

type s = []string

func yes(string) bool { return true }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() gin.HandlerFunc {
	return gincors.Default()
}

// Row02: it does not start: it panics: conflict settings: all origins disabled.
func Row02() gin.HandlerFunc {
	return gincors.New(gincors.Config{})
}

// Row03: it does not start: it panics: conflict settings: all origins disabled.
func Row03() gin.HandlerFunc {
	return gincors.New(gincors.DefaultConfig())
}

// Row04: it does not start: it panics: conflict settings: all origins disabled.
func Row04() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{}})
}

// Row05: it does not start: it panics: bad origin: origins must contain '*' or include http://,https://.
func Row05() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: strings.Split("", ",")})
}

// Row06: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row06() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowAllOrigins: true})
}

// Row07: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row07() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowAllOrigins: true, AllowCredentials: true})
}

// Row08: it does not start: it panics: conflict settings: all origins enabled. AllowOriginFunc or
// AllowOriginFuncWithContext or AllowOrigins is not needed.
func Row08() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowAllOrigins: true, AllowOrigins: s{"https://trusted.com"}})
}

// Row09: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row09() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*"}})
}

// Row10: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row10() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row11: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row11() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row12: nobody gets in.
func Row12() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row13: any site can send requests with the user's cookies and read the answers.
func Row13() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row14: any site can send requests with the user's cookies and read the answers.
func Row14() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"http*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row15: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials,
// https://other.com with credentials.
func Row15() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*.com"}, AllowCredentials: true, AllowWildcard: true})
}

// Row16: strangers get in: https://eviltrusted.com with credentials, http://trusted.com with credentials.
func Row16() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*trusted.com"}, AllowCredentials: true, AllowWildcard: true})
}

// Row17: strangers get in: https://trusted.com.evil.example with credentials.
func Row17() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://trusted.*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row18: subdomains of trusted.com get in, strangers do not.
func Row18() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true, AllowWildcard: true})
}

// Row19: it does not start: it panics: only one * is allowed.
func Row19() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*://*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row20: strangers get in: https://trusted.com.evil.example with credentials.
func Row20() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{`/https://trusted\.com/`}, AllowCredentials: true})
}

// Row21: https://trusted.com gets in, strangers do not.
func Row21() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{`/^https://trusted\.com$/`}, AllowCredentials: true})
}

// Row22: any site can send requests with the user's cookies and read the answers.
func Row22() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{`/https://.*/`}, AllowCredentials: true})
}

// Row23: https://trusted.com gets in, strangers do not.
func Row23() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row24: any site can read what it gets without credentials; Access-Control-Allow-Origin is
// "https://evil.example".
func Row24() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOriginFunc: yes})
}

// Row25: any site can send requests with the user's cookies and read the answers.
func Row25() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOriginFunc: func(string) bool { return true }, AllowCredentials: true})
}

// Row26: any site can send requests with the user's cookies and read the answers.
func Row26() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOriginWithContextFunc: func(*gin.Context, string) bool { return true }, AllowCredentials: true})
}

// Row27: any site can send requests with the user's cookies and read the answers.
func Row27() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://trusted.com"}, AllowOriginFunc: yes, AllowCredentials: true})
}

// Row28: https://trusted.com gets in, strangers do not.
func Row28() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://trusted.com"}, AllowOriginFunc: func(string) bool { return false }, AllowCredentials: true})
}

// Row29: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row29() gin.HandlerFunc {
	c := gincors.DefaultConfig()
	c.AllowAllOrigins = true
	c.AllowCredentials = true
	return gincors.New(c)
}
