// Package api makes errors that package web answers with.
package api

import (
	"net/http"

	"example.com/fixtures/errenvelope/linked/web"
)

// Get is a handler.
func Get(w http.ResponseWriter, r *http.Request) *web.Error {
	if r.URL.Query().Get("id") == "" {
		return &web.Error{Status: http.StatusBadRequest, Text: "no id"} // sent
	}
	web.OKShow(w, web.Page{Status: http.StatusOK, Title: "x"})
	return nil
}
