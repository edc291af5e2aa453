// Package goframeapi answers with goframe: some of its writers do not return.
package goframeapi

import (
	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/ghttp"
)

func bad(r *ghttp.Request) {
	r.Response.WriteHeader(400)
	r.Response.WriteJson(g.Map{"error": "no"}) // want `^r.Response.WriteJson sends an object with the key error but without problem_id and explanation`
}

func badExit(r *ghttp.Request) {
	if r.Get("id").IsEmpty() {
		r.Response.WriteStatusExit(404, "no") // want `^r.Response.WriteStatusExit sends`
	}
	r.Response.WriteJson(g.Map{"name": "x"})
}

func badEncodes(r *ghttp.Request) {
	r.Response.WriteStatus(400, g.Map{"error": "no"}) // want `^r.Response.WriteStatus sends an object with the key error`
}

func badMiddleware(r *ghttp.Request) {
	if r.GetHeader("Authorization") == "" {
		r.Response.WriteHeader(401) // want `^r.Response.WriteHeader sends status 401 without a body`
		r.ExitAll()
	}
	r.Middleware.Next()
}

func okNextAnswers(r *ghttp.Request) {
	r.Response.WriteHeader(404)
	r.Middleware.Next()
}

func okSuccess(r *ghttp.Request) { r.Response.WriteJsonExit(g.Map{"name": "x"}) }

func okEnvelope(r *ghttp.Request) {
	r.Response.WriteHeader(400)
	r.Response.WriteJsonExit(g.Map{"problem_id": 1, "explanation": "no"})
}
