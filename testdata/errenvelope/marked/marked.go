// Package marked uses the envelope of a package that it imports.
package marked

import (
	"net/http"

	"example.com/fixtures/errenvelope/marked/web"
)

func okWriter(w http.ResponseWriter, r *http.Request) {
	web.Fail(w, 400, "x")
}

func badText(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "x", 400) // want `^http.Error sends text/plain; errors of this service are JSON objects with reason; call web.Fail$`
}

func badShape(w http.ResponseWriter, r *http.Request) {
	web.JSON(w, 400, map[string]string{"error": "x"}) // want `^web.JSON sends an object with the key error but without reason; .*; call web.Fail$`
}
