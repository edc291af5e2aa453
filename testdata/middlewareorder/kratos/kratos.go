// Package kratos holds servers of kratos, go-zero, goframe and beego: what they run
// themselves, or leave at the server's own recovery, is not reported.
package kratos

import (
	"net/http"

	"github.com/beego/beego/v2/server/web"
	beecontext "github.com/beego/beego/v2/server/web/context"
	"github.com/go-kratos/kratos/v2/middleware/recovery"
	khttp "github.com/go-kratos/kratos/v2/transport/http"
	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/ghttp"
	"github.com/gorilla/handlers"
	"github.com/zeromicro/go-zero/rest"
)

type ctxKey struct{}

func tenant(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Tenant", r.Context().Value(ctxKey{}).(string))
		next.ServeHTTP(w, r)
	})
}

func list(http.ResponseWriter, *http.Request) {}

func panicsOutside() *khttp.Server {
	s := khttp.NewServer(khttp.Filter(tenant, handlers.RecoveryHandler())) // want `^tenant runs outside of handlers\.RecoveryHandler\(\) \(line \d+\)`
	s.HandleFunc("/users", list)
	return s
}

func okKratos() *khttp.Server {
	s := khttp.NewServer(khttp.Middleware(recovery.Recovery()))
	s.Route("/").GET("/users", func(c khttp.Context) error { return c.String(http.StatusOK, "x") })
	return s
}

func okKratosBare() *khttp.Server {
	s := khttp.NewServer()
	s.HandleFunc("/users", list)
	return s
}

func okGoZero(c rest.RestConf) {
	s := rest.MustNewServer(c)
	s.AddRoutes([]rest.Route{{Method: http.MethodGet, Path: "/users", Handler: list}}, rest.WithPrefix("/v1"))
	s.Use(rest.ToMiddleware(tenant))
	s.Start()
}

func okGoframe() {
	s := g.Server()
	s.Group("/api", func(group *ghttp.RouterGroup) {
		group.GET("/users", func(r *ghttp.Request) { r.Response.Write("x") })
		group.Middleware(func(r *ghttp.Request) {
			defer func() { _ = recover() }()
			r.Middleware.Next()
		})
	})
	s.Run()
}

func okBeego() {
	web.Get("/users", func(c *beecontext.Context) { _ = c.Output.Body([]byte("x")) })
	web.InsertFilter("/*", web.BeforeRouter, func(c *beecontext.Context) {})
	web.Run()
}
