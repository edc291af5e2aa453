// Package iris holds what iris' middleware means for routes and parties.
package iris

import (
	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/recover"
)

func list(c iris.Context) { _, _ = c.WriteString("x") }

func late() error {
	app := iris.New()
	app.Get("/users", list)
	app.Use(recover.New()) // want `^recover\.New\(\) is registered after Get "/users" \(line \d+\), so iris does not run it there and a panic in its handler is not recovered; register it first$`
	return app.Listen(":8080")
}

func lateForParty() error {
	app := iris.New()
	api := app.Party("/api")
	app.Use(recover.New()) // want `^recover\.New\(\) is registered after api was made by Party "/api"`
	api.Get("/users", list)
	return app.Listen(":8080")
}

func bare() error {
	app := iris.New() // want `^app is an iris router without recovery, so a panic in the handler of Get "/users" drops the connection without a response; write app\.Use\(recover\.New\(\)\) before its routes$`
	app.Get("/users", list)
	return app.Listen(":8080")
}

func okGlobal() error {
	app := iris.New()
	app.Get("/users", list)
	app.UseGlobal(recover.New())
	return app.Listen(":8080")
}

func okRouter() error {
	app := iris.New()
	app.Get("/users", list)
	app.UseRouter(recover.New())
	return app.Listen(":8080")
}

func okDefault() error {
	app := iris.Default()
	app.PartyFunc("/api", func(p iris.Party) { p.Get("/users", list) })
	return app.Listen(":8080")
}

func okFirst() error {
	app := iris.New()
	app.Use(recover.New())
	app.Get("/users", list)
	return app.Listen(":8080")
}
