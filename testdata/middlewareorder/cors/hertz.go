package cors

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	hertzcors "github.com/hertz-contrib/cors"
	"github.com/kataras/iris/v12"
	iriscors "github.com/kataras/iris/v12/middleware/cors"
)

func hertzGroup() {
	h := server.Default()
	api := h.Group("/api", hertzcors.Default()) // want `^hertzcors\.Default\(\) runs on matching routes only, and hertz has none for OPTIONS there`
	api.POST("/users", func(context.Context, *app.RequestContext) {})
	h.Spin()
}

func hertzLate() {
	h := server.Default()
	h.POST("/users", func(context.Context, *app.RequestContext) {})
	h.Use(hertzcors.Default()) // want `is registered after POST "/users" \(line \d+\), so hertz does not run it there and the responses of its handler have no CORS headers`
	h.Spin()
}

func okHertzServer() {
	h := server.Default()
	h.Use(hertzcors.Default())
	api := h.Group("/api")
	api.POST("/users", func(context.Context, *app.RequestContext) {})
	h.Spin()
}

func nopeIrisParty() error {
	a := iris.Default()
	api := a.Party("/api", iriscors.New().Handler())
	api.AllowMethods(iris.MethodOptions)
	api.Post("/users", func(iris.Context) {})
	return a.Listen(":8080")
}
