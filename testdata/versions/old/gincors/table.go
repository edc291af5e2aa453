// Package gincors holds configurations of gin-contrib/cors v1.7.3, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package gincors

import (
	gincors "github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
)

type s = []string

func yes(string) bool { return true }

func no(string) bool { return false }

// Row01: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row01() gin.HandlerFunc {
	return gincors.Default()
}

// Row02: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row02() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowAllOrigins: true, AllowCredentials: true})
}

// Row03: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row03() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*"}, AllowCredentials: true})
}

// Row04: strangers get in: https://trusted.com.evil.example with credentials.
func Row04() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://trusted.*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row05: strangers get in: https://trusted.com.evil.example with credentials.
func Row05() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://trusted.com*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row06: subdomains of trusted.com get in, strangers do not.
func Row06() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://*.trusted.com"}, AllowCredentials: true, AllowWildcard: true})
}

// Row07: any site can send requests with the user's cookies and read the answers.
func Row07() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://*"}, AllowCredentials: true, AllowWildcard: true})
}

// Row08: nobody gets in.
func Row08() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://*"}, AllowCredentials: true})
}

// Row09: it does not start: it panics: bad origin: origins must contain '*' or include http://,https://.
func Row09() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{`/https://trusted\.com/`}, AllowCredentials: true})
}

// Row10: it does not start: it panics: bad origin: origins must contain '*' or include http://,https://.
func Row10() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{`/^https://trusted\.com$/`}, AllowCredentials: true})
}

// Row11: nobody gets in.
func Row11() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{`/https://.*/`}, AllowCredentials: true})
}

// Row12: https://trusted.com gets in, strangers do not.
func Row12() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"https://trusted.com"}, AllowCredentials: true})
}

// Row13: any site can send requests with the user's cookies and read the answers.
func Row13() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOriginFunc: yes, AllowCredentials: true})
}

// Row14: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row14() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowOrigins: s{"*"}, AllowOriginFunc: no})
}

// Row15: it does not start: it panics: conflict settings: all origins enabled. AllowOriginFunc or
// AllowOriginFuncWithContext or AllowOrigins is not needed.
func Row15() gin.HandlerFunc {
	return gincors.New(gincors.Config{AllowAllOrigins: true, AllowOrigins: s{"https://trusted.com"}})
}
