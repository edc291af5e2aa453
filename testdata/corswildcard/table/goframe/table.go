// Package goframe holds configurations of goframe ghttp CORS v2.10.2, each with what came of running it. The
// rows of cors.csv become this file: go test ./analyzers/corswildcard -run Fixtures -update.
package goframe

import (
	"github.com/gogf/gf/v2/net/ghttp"
)

type s = []string

// Row01: any site can send requests with the user's cookies and read the answers.
func Row01() ghttp.HandlerFunc {
	return ghttp.MiddlewareCORS
}

// Row02: any site can send requests with the user's cookies and read the answers.
func Row02() ghttp.HandlerFunc {
	return func(r *ghttp.Request) { r.Response.CORSDefault(); r.Middleware.Next() }
}

// Row03: any site can read what it gets without credentials; Access-Control-Allow-Origin is "*".
func Row03() ghttp.HandlerFunc {
	return func(r *ghttp.Request) { r.Response.CORS(ghttp.CORSOptions{AllowOrigin: "*"}); r.Middleware.Next() }
}

// Row04: the answer is "*" with Access-Control-Allow-Credentials "true", which browsers refuse for requests
// with credentials; any site can read the others.
func Row04() ghttp.HandlerFunc {
	return func(r *ghttp.Request) {
		r.Response.CORS(ghttp.CORSOptions{AllowOrigin: "*", AllowCredentials: "true"})
		r.Middleware.Next()
	}
}

// Row05: https://trusted.com gets in, strangers do not.
func Row05() ghttp.HandlerFunc {
	return func(r *ghttp.Request) {
		r.Response.CORS(ghttp.CORSOptions{AllowOrigin: "https://trusted.com", AllowCredentials: "true"})
		r.Middleware.Next()
	}
}

// Row06: strangers get in: http://trusted.com with credentials.
func Row06() ghttp.HandlerFunc {
	return func(r *ghttp.Request) {
		o := r.Response.DefaultCORSOptions()
		o.AllowDomain = s{"trusted.com"}
		r.Response.CORS(o)
		r.Middleware.Next()
	}
}
