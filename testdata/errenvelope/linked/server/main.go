// Command server serves what the packages below it answer.
package main

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/errenvelope/linked/api"
	"example.com/fixtures/errenvelope/linked/core"
	"example.com/fixtures/errenvelope/linked/web"
)

func main() {
	e := echo.New()
	e.GET("/x", func(c echo.Context) error {
		x, err := core.Find(c.QueryParam("id"))
		if err != nil {
			return err
		}
		return c.String(http.StatusOK, x)
	})
	e.Any("/api", echo.WrapHandler(web.Action(api.Get)))
	_ = e.Start(":8080")
}
