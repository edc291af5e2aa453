package goframe

import "github.com/gogf/gf/v2/net/ghttp"

func gfm(name string) ghttp.HandlerFunc {
	return func(r *ghttp.Request) {
		r.Response.Header().Add("X-Trace", name)
		r.Middleware.Next()
	}
}
