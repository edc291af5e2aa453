package echo

import (
	"net/http"

	echo5 "github.com/labstack/echo/v5"
	middleware5 "github.com/labstack/echo/v5/middleware"
)

func list5(c *echo5.Context) error { return c.NoContent(http.StatusOK) }

func lateInGroup5() error {
	e := echo5.New()
	api := e.Group("/api")
	api.GET("/users", list5)
	api.Use(middleware5.Recover()) // want `^middleware5\.Recover\(\) is registered after GET "/users" \(line \d+\), so echo v5 does not run it there`
	return e.Start(":1323")
}

func bare5() error {
	e := echo5.New() // want `^e is an echo v5 router without recovery, so a panic in the handler of GET "/users" drops the connection`
	e.GET("/users", list5)
	return e.Start(":1323")
}

func okLate5() error {
	e := echo5.New()
	e.GET("/users", list5)
	e.Use(middleware5.Recover())
	return e.Start(":1323")
}
