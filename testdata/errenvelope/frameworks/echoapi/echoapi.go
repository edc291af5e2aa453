// Package echoapi answers with echo: writers that return an error, contexts of
// the project's own, helpers.
package echoapi

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Context is the project's own.
type Context struct {
	echo.Context
	user string
}

func (c *Context) fail(status int, message string) error {
	return c.JSON(status, echo.Map{"message": message}) // want `^c.JSON sends an object with the key message but without problem_id and explanation`
}

func (c *Context) ok(v any) error { return c.JSON(http.StatusOK, v) }

func badThroughOwnContext(c *Context) error {
	if c.user == "" {
		return c.fail(http.StatusUnauthorized, "no user")
	}
	return c.ok(c.user)
}

func badPromoted(c *Context) error {
	return c.String(http.StatusBadRequest, "no") // want `^c.String sends text/plain`
}

func badNoContent(c echo.Context) error {
	return c.NoContent(http.StatusNotFound) // want `^c.NoContent sends status 404 without a body`
}

func badBlob(c echo.Context) error {
	return c.JSONBlob(400, []byte(`{"error": "no"}`)) // want `^c.JSONBlob sends an object with the key error`
}

func badResponse(c echo.Context) error {
	c.Response().Header().Set(echo.HeaderContentType, "text/plain")
	c.Response().WriteHeader(http.StatusBadRequest)
	_, err := c.Response().Write([]byte("no")) // want `Write sends a text with status 400`
	return err
}

func respond[T any](c echo.Context, status int, v T) error { return c.JSON(status, v) }

func badGeneric(c echo.Context) error {
	return respond(c, http.StatusConflict, echo.Map{"error": "taken"}) // want `^respond sends an object with the key error`
}

func okGeneric(c echo.Context) error { return respond(c, http.StatusOK, echo.Map{"name": "x"}) }

func badMethodValue(c echo.Context) error {
	write := c.JSON
	return write(400, echo.Map{"error": "no"}) // want `^write sends an object with the key error`
}

func badErrorHandler(err error, c echo.Context) {
	_ = c.NoContent(http.StatusInternalServerError) // want `^c.NoContent sends status 500 without a body`
}

func badMiddleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			return c.JSON(http.StatusUnauthorized, map[string]string{"error": "no token"}) // want `^c.JSON sends an object with the key error`
		}
		return next(c)
	}
}

func okEnvelope(c echo.Context) error {
	return c.JSON(400, echo.Map{"problem_id": 1, "explanation": "no"})
}

func okPage(c echo.Context) error { return c.Render(http.StatusNotFound, "404.html", nil) }

func okHTML(c echo.Context) error { return c.HTML(http.StatusNotFound, "<p>no such page") }

func okCentral(c echo.Context, err error) { c.Error(err) }

func okXML(c echo.Context) error { return c.XML(http.StatusNotFound, "no") }

func okRedirect(c echo.Context) error { return c.Redirect(http.StatusFound, "/login") }

func okFile(c echo.Context) error { return c.File("missing") }
