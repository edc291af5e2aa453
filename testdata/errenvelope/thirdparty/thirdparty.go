// Package thirdparty answers through a library of another module.
package thirdparty

import (
	"net/http"

	"example.com/thirdparty/respond"
)

func okProblem(w http.ResponseWriter, r *http.Request) {
	respond.Problem(w, 400, "x")
}

func badText(w http.ResponseWriter, r *http.Request) {
	respond.Text(w, 400, "x") // want `^respond.Text sends a text with status 400; errors of this service are RFC 9457 problem details; call respond.Problem$`
	respond.Text(w, 404, "x") // want `^respond.Text sends a text with status 404`
}

func badShape(w http.ResponseWriter, r *http.Request) {
	respond.JSON(w, 404, map[string]string{"error": "x"}) // want `^respond.JSON sends an object with the key error`
}

func badShapeOfLibrary(w http.ResponseWriter, r *http.Request) {
	respond.Message(w, 404, "x") // want `^respond.Message sends an object with the key message`
	respond.Message(w, 200, "x")
}

func badEmpty(w http.ResponseWriter, r *http.Request) {
	respond.Status(w, 404) // want `^respond.Status sends status 404 without a body`
}

func nopeStatusBeforeBody(w http.ResponseWriter, r *http.Request) {
	respond.Status(w, 404)
	respond.Problem(w, 404, "x")
}

func nopeServesItself(w http.ResponseWriter, r *http.Request) {
	respond.Serve(w, r)
}

func badNotFound(w http.ResponseWriter, r *http.Request) {
	respond.NotFound(w) // want `^respond.NotFound sends a text with status 404`
}
