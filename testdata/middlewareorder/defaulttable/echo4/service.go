package echo4

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

type failure struct {
	Code    string `json:"code"`
	Details string `json:"details"`
}

func get(c echo.Context) error {
	switch c.QueryParam("page") {
	case "0":
		return c.JSON(http.StatusBadRequest, failure{"page", "no page"})
	case "1":
		return c.JSON(http.StatusBadRequest, failure{"page", "no users"})
	case "2":
		return c.JSON(http.StatusBadRequest, failure{"page", "twice"})
	case "3":
		return c.JSON(http.StatusBadRequest, failure{"page", "not yours"})
	case "4":
		return c.JSON(http.StatusBadRequest, failure{"who", "who are you"})
	case "5":
		return c.JSON(http.StatusBadRequest, failure{"page", "gone"})
	case "6":
		return c.JSON(http.StatusBadRequest, failure{"later", "later"})
	case "7":
		return c.JSON(http.StatusBadRequest, failure{"elsewhere", "elsewhere"})
	case "8":
		return c.JSON(http.StatusBadRequest, failure{"closed", "closed"})
	case "9":
		return c.JSON(http.StatusBadRequest, failure{"id", "no id"})
	case "10":
		return c.JSON(http.StatusBadRequest, failure{"name", "no name"})
	}
	return nil
}

func central(_ error, c echo.Context) { _ = c.JSON(http.StatusBadRequest, failure{"failed", "failed"}) }
