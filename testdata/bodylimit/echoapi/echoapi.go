// Package echoapi has servers of echo and iris.
package echoapi

import (
	"io"
	"log"

	"github.com/kataras/iris/v12"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	echo5 "github.com/labstack/echo/v5"
)

type order struct{ ID string }

func bind(c echo.Context) error { return c.Bind(new(order)) }

func read(c echo.Context) error {
	b, err := io.ReadAll(c.Request().Body)
	log.Print(b)
	return err
}

func file(c echo.Context) error {
	_, err := c.FormFile("file")
	return err
}

func badEcho() error {
	e := echo.New() // want `e sets no limit to request bodies, so 3 handlers read as much as a client sends, bind for one \(echoapi.go:16\); write e.Use\(middleware.BodyLimit\("1M"\)\)`
	e.Use(middleware.Recover())
	e.POST("/a", bind)
	e.POST("/b", read)
	e.Group("/g").POST("/c", file)
	return e.Start(":80")
}

func badEcho5() error {
	e := echo5.New() // want `e sets no limit to request bodies, so the handler of POST /a reads as much as a client sends \(echoapi.go:\d+\); write e.Use\(middleware.BodyLimit\(1 << 20\)\)`
	e.POST("/a", func(c *echo5.Context) error { return c.Bind(new(order)) })
	return e.Start(":80")
}

func badIris() error {
	app := iris.New() // want `app sets no limit to request bodies, so the handler of POST /a reads as much as a client sends \(echoapi.go:\d+\); write app.Use\(iris.LimitRequestBodySize\(1 << 20\)\)`
	app.Post("/a", func(ctx iris.Context) {
		if err := ctx.ReadJSON(new(order)); err != nil {
			ctx.StatusCode(400)
		}
	})
	return app.Listen(":80")
}

func okEcho() error {
	e := echo.New()
	e.Use(middleware.BodyLimit("2M"))
	e.POST("/a", bind)
	e.POST("/b", read)
	return e.Start(":80")
}

// echo runs the middleware of the server around all its routes.
func okEchoLate() error {
	e := echo.New()
	e.POST("/a", bind)
	e.Use(middleware.BodyLimit("2M"))
	return e.Start(":80")
}

func okEchoRoute() error {
	e := echo.New()
	e.POST("/a", bind, middleware.BodyLimit("2M"))
	return e.Start(":80")
}

func okIris() error {
	app := iris.New()
	app.Use(iris.LimitRequestBodySize(1 << 20))
	app.Post("/a", func(ctx iris.Context) { log.Print(ctx.ReadJSON(new(order))) })
	return app.Listen(":80")
}

func okIrisHandler() error {
	app := iris.New()
	app.Post("/a", func(ctx iris.Context) {
		ctx.SetMaxRequestBodySize(1 << 20)
		log.Print(ctx.ReadJSON(new(order)))
	})
	return app.Listen(":80")
}
