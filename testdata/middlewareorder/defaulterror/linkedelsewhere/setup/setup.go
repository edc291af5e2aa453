// Package setup completes the router of package app.
package setup

import (
	"net/http"

	"example.com/fixtures/middlewareorder/defaulterror/linkedelsewhere/app"
)

// Complete sets what the router answers.
func Complete(a *app.App, notFound http.HandlerFunc) {
	a.Router.NotFound(notFound)
	a.Router.MethodNotAllowed(notFound)
}
