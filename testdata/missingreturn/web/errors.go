package web

import (
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/kataras/iris/v12"
	"github.com/labstack/echo/v4"
)

func echoSecond(c echo.Context) error {
	if c.QueryParam("id") == "" {
		_ = c.JSON(http.StatusBadRequest, echo.Map{"error": "no id"}) // want `c.JSON answers, but echoSecond goes on to c.JSON at line 18; return after it`
	}
	return c.JSON(http.StatusOK, echo.Map{})
}

func echoNext(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Header.Get("Authorization") == "" {
			c.NoContent(http.StatusUnauthorized) // want `c.NoContent answers, but the function in echoNext goes on to next at line 26, so the next handler runs too; return after it`
		}
		return next(c)
	}
}

func echoLogged(c echo.Context) error {
	if c.QueryParam("id") == "" {
		_ = c.JSON(http.StatusBadRequest, echo.Map{"error": "no id"}) // want `c.JSON answers, but echoLogged goes on to c.JSON at line 35`
		log.Print("no id")
	}
	return c.JSON(http.StatusOK, echo.Map{})
}

func echoDropped(c echo.Context) error {
	if c.QueryParam("id") == "" {
		_ = echo.NewHTTPError(http.StatusBadRequest, "no id") // want `echo.NewHTTPError makes an error and echoDropped drops it, so that nothing is answered; return it`
	}
	return c.JSON(http.StatusOK, echo.Map{})
}

func fiberSecond(c *fiber.Ctx) error {
	if c.Query("id") == "" {
		c.Status(http.StatusBadRequest).JSON(fiber.Map{"error": "no id"}) // want `c.Status\(…\).JSON answers, but fiberSecond goes on to c.JSON at line 49; return after it`
	}
	return c.JSON(fiber.Map{})
}

func fiberDropped(c *fiber.Ctx) error {
	if c.Query("id") == "" {
		_ = fiber.NewError(http.StatusBadRequest, "no id") // want `fiber.NewError makes an error and fiberDropped drops it`
	}
	return c.JSON(fiber.Map{})
}

func irisNext(c iris.Context) {
	if c.GetHeader("Authorization") == "" {
		c.StatusCode(http.StatusUnauthorized)
		_ = c.JSON(iris.Map{"error": "who are you?"}) // want `c.JSON answers, but irisNext goes on to c.Next at line 64`
	}
	c.Next()
}

func okEchoReturns(c echo.Context) error {
	if c.QueryParam("id") == "" {
		return c.JSON(http.StatusBadRequest, echo.Map{"error": "no id"})
	}
	return c.JSON(http.StatusOK, echo.Map{})
}

func okEchoErrorReturned(c echo.Context) error {
	err := c.JSON(http.StatusBadRequest, echo.Map{"error": "no id"})
	if err != nil {
		return fmt.Errorf("answer: %w", err)
	}
	return nil
}

func okEchoHandlesError(err error, c echo.Context) {
	var he *echo.HTTPError
	if !errors.As(err, &he) {
		he = echo.NewHTTPError(http.StatusInternalServerError)
	}
	if c.Response().Committed {
		return
	}
	_ = c.JSON(he.Code, he)
}

func okFiberReplaced(c *fiber.Ctx) error {
	c.Status(http.StatusAccepted)
	return c.JSON(fiber.Map{})
}

func okFiberStatusThenError(c *fiber.Ctx) error {
	if c.Query("id") == "" {
		c.Status(http.StatusBadRequest)
		return errors.New("no id")
	}
	return c.JSON(fiber.Map{})
}

func okIrisStops(c iris.Context) {
	if c.GetHeader("Authorization") == "" {
		_ = c.StopWithJSON(http.StatusUnauthorized, iris.Map{"error": "who are you?"})
	}
	c.Next()
}

func okIrisReturns(c iris.Context) {
	if c.GetHeader("Authorization") == "" {
		c.StatusCode(http.StatusUnauthorized)
		return // iris runs nothing without Next
	}
	c.Next()
}
