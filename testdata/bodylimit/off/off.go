// Package off switches limits off that frameworks have by themselves.
package off

import (
	"math"
	"os"
	"strconv"

	"github.com/beego/beego/v2/server/web"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/danielgtaylor/huma/v2"
	fiber2 "github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/gogf/gf/v2/frame/g"
	"github.com/zeromicro/go-zero/rest"
)

func badFiber2() *fiber2.App {
	return fiber2.New(fiber2.Config{
		BodyLimit: math.MaxInt, // want `BodyLimit math.MaxInt switches the limit of fiber v2 for request bodies off, so a client can fill the memory; leave it at 4 MB, or write what the largest request needs`
	})
}

func badFiber3() *fiber3.App {
	conf := fiber3.Config{}
	conf.BodyLimit = 1 << 40 // want `conf.BodyLimit 1 << 40 switches the limit of fiber v3`
	return fiber3.New(conf)
}

func badHertz() *server.Hertz {
	return server.Default(server.WithMaxRequestBodySize(-1)) // want `server.WithMaxRequestBodySize -1 switches the limit of hertz`
}

func badHuma() huma.Operation {
	return huma.Operation{Method: "POST", Path: "/a", MaxBodyBytes: -1} // want `MaxBodyBytes -1 switches the limit of huma for request bodies off, so a client can fill the memory; leave it at 1 MB`
}

func badGoframe() {
	s := g.Server()
	s.SetClientMaxBodySize(0) // want `s.SetClientMaxBodySize 0 switches the limit of goframe`
}

func badGoZero() rest.RouteOption {
	return rest.WithMaxBytes(math.MaxInt64) // want `rest.WithMaxBytes math.MaxInt64 switches the limit of go-zero`
}

func badBeego() {
	web.BConfig.MaxMemory = 1 << 50 // want `web.BConfig.MaxMemory 1 << 50 switches the limit of beego`
}

func okFiberDefault() *fiber2.App { return fiber2.New() }

// fasthttp takes what is not positive for its default.
func okFiberNegative() (*fiber2.App, *fiber3.App) {
	return fiber2.New(fiber2.Config{BodyLimit: -1}), fiber3.New(fiber3.Config{BodyLimit: -1})
}

func okFiberLarge() *fiber2.App { return fiber2.New(fiber2.Config{BodyLimit: 100 << 20}) }

func okFiberConfigured() *fiber2.App {
	limit, err := strconv.Atoi(os.Getenv("LIMIT"))
	if err != nil {
		limit = 1 << 20
	}
	return fiber2.New(fiber2.Config{BodyLimit: limit})
}

func okHertz() *server.Hertz { return server.Default(server.WithMaxRequestBodySize(20 << 20)) }

func okHumaDefault() huma.Operation {
	return huma.Operation{Method: "POST", Path: "/a", MaxBodyBytes: 0}
}

func okGoframe() { g.Server().SetClientMaxBodySize(1 << 20) }

// A route's limit that is not positive means the server's.
func okGoZero() rest.RouteOption { return rest.WithMaxBytes(0) }

// Handlers of frameworks with a limit read what it lets through.
func okFiberRead() error {
	app := fiber2.New()
	app.Post("/a", func(c *fiber2.Ctx) error {
		var v struct{ A int }
		return c.BodyParser(&v)
	})
	app.Post("/b", func(c *fiber2.Ctx) error { return c.Send(c.Body()) })
	return app.Listen(":80")
}
