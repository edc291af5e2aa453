// Package hertz holds what hertz' middleware means for routes and groups.
package hertz

import (
	"context"
	"errors"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/middlewares/server/recovery"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/route"
)

func list(_ context.Context, c *app.RequestContext) { c.String(200, "x") }

func late() {
	h := server.New()
	h.GET("/users", list)
	h.Use(recovery.Recovery()) // want `^recovery\.Recovery\(\) is registered after GET "/users" \(line \d+\), so hertz does not run it there and a panic in its handler is not recovered; register it first$`
	h.Spin()
}

func lateForGroup() {
	h := server.New()
	api := h.Group("/api")
	h.Use(recovery.Recovery()) // want `^recovery\.Recovery\(\) is registered after api was made by Group "/api"`
	api.GET("/users", list)
	h.Spin()
}

func bare() {
	h := server.New() // want `^h is a hertz router without recovery, so a panic in the handler of GET "/users" drops the connection without a response; write h\.Use\(recovery\.Recovery\(\)\) before its routes$`
	h.GET("/users", list)
	h.Spin()
}

func okDefault() {
	h := server.Default()
	h.GET("/users", list)
	h.Spin()
}

func okFirst() {
	h := server.New(server.WithHostPorts(":8888"))
	h.Use(recovery.Recovery())
	api(h.Group("/api"))
	h.Spin()
}

func api(g *route.RouterGroup) { g.GET("/users", list) }

func safe(ctx context.Context, c *app.RequestContext) {
	defer func() {
		if r := recover(); r != nil {
			c.AbortWithStatus(500)
		}
	}()
	c.Next(ctx)
}

func okOwn() {
	h := server.New()
	h.Use(safe)
	h.GET("/users", list)
	h.Spin()
}

func lateOwn() {
	h := server.New()
	h.GET("/users", list)
	h.Use(safe) // want `^safe is registered after GET "/users"`
	h.Spin()
}

func adds(_ context.Context, c *app.RequestContext) { _ = c.Error(errors.New("no such user")) }

func answersErrors(ctx context.Context, c *app.RequestContext) {
	c.Next(ctx)
	if len(c.Errors) > 0 {
		c.JSON(http.StatusInternalServerError, map[string]string{"error": "internal error"})
	}
}

func lateErrors() {
	h := server.Default()
	h.GET("/users/:id", adds)
	h.Use(answersErrors) // want `^answersErrors is registered after GET "/users/:id" \(line \d+\), so hertz does not run it there and errors that its handler adds to the context are not answered; register it first$`
	h.Spin()
}

func okErrorsFirst() {
	h := server.Default()
	h.Use(answersErrors)
	h.GET("/users/:id", adds)
	h.Spin()
}
