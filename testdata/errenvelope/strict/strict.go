// Package strict has errors in other formats, which only the option strict
// reports.
package strict

import (
	"errors"
	"html/template"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/zeromicro/go-zero/rest/httpx"
)

var page = template.Must(template.New("").Parse("<p>{{.}}</p>"))

func badPage(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNotFound)
	page.Execute(w, "no") // want `^page.Execute sends an error as HTML; errors of this service are JSON objects with problem_id and explanation`
}

func badXML(c echo.Context) error {
	return c.XML(400, "no") // want `^c.XML sends an error in another format than JSON`
}

func badOAuth(c echo.Context) error {
	return c.JSON(400, echo.Map{"error": "invalid_grant", "error_description": "no"}) // want `sends an object with the keys error and error_description`
}

func badCentral(w http.ResponseWriter, r *http.Request) {
	httpx.Error(w, errors.New("no")) // want `^httpx.Error sends`
}

func badHealth(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusServiceUnavailable) // want `sends status 503 without a body`
}

func badChallenge(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", "Basic")
	w.WriteHeader(http.StatusUnauthorized) // want `sends status 401 without a body`
}

func okPage(w http.ResponseWriter, r *http.Request) { page.Execute(w, "fine") }

func okEnvelope(c echo.Context) error {
	return c.JSON(400, echo.Map{"problem_id": 1, "explanation": "no"})
}
