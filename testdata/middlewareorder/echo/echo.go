// Package echo holds what echo's middleware means for the routes of a server and
// of groups: the server's is looked up for each request, a group's is copied.
package echo

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func list(c echo.Context) error { return c.NoContent(http.StatusOK) }

func lateInGroup() error {
	e := echo.New()
	e.GET("/ok", list, middleware.Recover())
	api := e.Group("/api")
	api.GET("/users", list)
	api.Use(middleware.Recover()) // want `^middleware\.Recover\(\) is registered after GET "/users" \(line \d+\), so echo does not run it there and a panic in its handler is not recovered; register it first$`
	api.GET("/pets", list)
	return e.Start(":1323")
}

func lateForSubgroup() error {
	e := echo.New()
	api := e.Group("/api")
	v1 := api.Group("/v1")
	api.Use(middleware.Recover()) // want `^middleware\.Recover\(\) is registered after v1 was made by Group "/v1" \(line \d+\), so echo does not run it there`
	v1.GET("/users", list)
	return e.Start(":1323")
}

func bare() error {
	e := echo.New() // want `^e is an echo router without recovery, so a panic in the handler of GET "/users" drops the connection without a response; write e\.Use\(middleware\.Recover\(\)\)$`
	e.Use(middleware.Logger())
	e.GET("/users", list)
	return e.Start(":1323")
}

// The server's own middleware applies to all routes, whenever it is registered.
func okLate() error {
	e := echo.New()
	e.GET("/users", list)
	e.Use(middleware.Recover())
	return e.Start(":1323")
}

func okLateForGroup() error {
	e := echo.New()
	api := e.Group("/api")
	api.GET("/users", list)
	api.Use(middleware.Recover())
	e.Use(middleware.RecoverWithConfig(middleware.RecoverConfig{}))
	return e.Start(":1323")
}

func okPre() error {
	e := echo.New()
	e.GET("/users", list)
	e.Pre(middleware.Recover())
	return e.Start(":1323")
}

func safe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = echo.ErrInternalServerError
			}
		}()
		return next(c)
	}
}

func okOwn() error {
	e := echo.New()
	e.Use(safe)
	e.GET("/users", list)
	return e.Start(":1323")
}

func tenant(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("X-Tenant") == "" {
			panic("no tenant")
		}
		return next(c)
	}
}

func outside() error {
	e := echo.New()
	e.Use(tenant, middleware.Recover()) // want `^tenant runs outside of middleware\.Recover\(\) \(line \d+\), so a panic in it \(panic\(…\)\) is not recovered`
	e.GET("/users", list)
	return e.Start(":1323")
}

// What Pre registers runs outside of all that Use registers.
func preOutside() error {
	e := echo.New()
	e.Use(middleware.Recover())
	e.Pre(tenant) // want `^tenant runs outside of middleware\.Recover\(\)`
	e.GET("/users", list)
	return e.Start(":1323")
}

func okInside() error {
	e := echo.New()
	e.Pre(middleware.Recover())
	e.Use(tenant)
	e.GET("/users", list)
	return e.Start(":1323")
}

func okAround() error {
	e := echo.New()
	e.GET("/users", list)
	return http.ListenAndServe(":1323", around(e))
}

func around(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if r := recover(); r != nil {
				http.Error(w, "internal error", http.StatusInternalServerError)
			}
		}()
		h.ServeHTTP(w, r)
	})
}

func okReturned() *echo.Echo {
	e := echo.New()
	e.GET("/users", list)
	return e
}

// Settings of the server do not make it another one.
func bareWithSettings() error {
	e := echo.New() // want `^e is an echo router without recovery`
	e.HideBanner = true
	e.HTTPErrorHandler = func(err error, c echo.Context) { e.DefaultHTTPErrorHandler(err, c) }
	e.GET("/users", list)
	return e.Start(":1323")
}
