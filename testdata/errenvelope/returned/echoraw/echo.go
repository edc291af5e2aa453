// Command echoraw leaves the errors of its handlers to echo.
package main

import (
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

// envelope is what clients read.
//
//prodvet:envelope
type envelope struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

type store interface{ Find(id string) error }

type server struct {
	store store
	db    *sql.DB
}

var errNoToken = echo.NewHTTPError(http.StatusUnauthorized, "no token") // its uses are reported

func main() {
	s := &server{}
	e := echo.New()
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		log.Print(err)
		e.DefaultHTTPErrorHandler(err, c)
	}
	e.GET("/a", s.badValue)
	_ = e.Start(":8080")
}

func (s *server) badValue(c echo.Context) error {
	if c.QueryParam("id") == "" {
		return echo.NewHTTPError(http.StatusBadRequest, "no id") // want `echo.NewHTTPError makes echo send an object with the key message but without code and detail; errors of this service are JSON objects with code and detail; set Echo.HTTPErrorHandler`
	}
	return c.JSON(http.StatusOK, envelope{})
}

func badVariable(c echo.Context) error {
	return echo.ErrNotFound // want `echo.ErrNotFound makes echo send an object with the key message`
}

func badOwnVariable(c echo.Context) error {
	return errNoToken // want `errNoToken makes echo send an object`
}

func badLiteral(c echo.Context) error {
	return &echo.HTTPError{Code: http.StatusConflict, Message: "taken"} // want `&echo.HTTPError.* makes echo send an object`
}

func badInternal(c echo.Context) error {
	err := os.Remove("x")
	return echo.NewHTTPError(http.StatusInternalServerError, "cannot remove").SetInternal(err) // want `NewHTTPError.*SetInternal makes echo send an object`
}

func badPassedOn(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Set("error", echo.NewHTTPError(http.StatusForbidden, "no")) // want `echo.NewHTTPError makes echo send`
		return next(c)
	}
}

func badStore(id string) (int, error) {
	return 0, echo.NewHTTPError(http.StatusNotFound, id) // want `echo.NewHTTPError makes echo send`
}

func badHelper(message string) error {
	return echo.NewHTTPError(http.StatusBadRequest, message) // want `echo.NewHTTPError makes echo send`
}

func okCallOfHelper(c echo.Context) error { return badHelper("no id") }

func badPlain(c echo.Context) error {
	return os.Remove("x") // want `return os.Remove makes echo send an object with the key message`
}

func badPlainVariable(c echo.Context) error {
	if _, err := os.Stat("x"); err != nil {
		return err // want `return err makes echo send an object`
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *server) okFromInterface(c echo.Context) error {
	return s.store.Find("x") // it may be a value that is reported where it is made
}

func okOwnAnswer(c echo.Context) error {
	return fail(c, http.StatusBadRequest, "no id")
}

func fail(c echo.Context, status int, detail string) error {
	return c.JSON(status, envelope{"bad", detail})
}

func okCompares(c echo.Context) error {
	err := fail(c, http.StatusBadRequest, "x")
	if errors.Is(err, echo.ErrNotFound) || err == echo.ErrForbidden || err == errNoToken {
		return nil
	}
	var he *echo.HTTPError
	if errors.As(err, &he) {
		log.Print(echo.ErrBadGateway.Error())
	}
	return nil
}

func okRedirect(c echo.Context) error {
	return echo.NewHTTPError(http.StatusNotModified)
}

type renderer struct{}

func (renderer) Render(w *os.File, name string, data any, c echo.Context) error {
	_, err := w.WriteString(name)
	return err
}

func okNext(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error { return next(c) }
}
