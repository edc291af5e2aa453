// Package boot makes the server.
package boot

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/errenvelope/linked/api"
	"example.com/fixtures/errenvelope/linked/core"
	"example.com/fixtures/errenvelope/linked/web"
)

// Serve serves.
func Serve(addr string) error {
	e := echo.New()
	e.GET("/x", func(c echo.Context) error {
		x, err := core.Find(c.QueryParam("id"))
		if err != nil {
			return err
		}
		return c.String(http.StatusOK, x)
	})
	e.Any("/api", echo.WrapHandler(web.Action(api.Get)))
	return e.Start(addr)
}
